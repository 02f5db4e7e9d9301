/** What the audit log tells of. How each is called is the Studio's business. */
export const AUDIT_KINDS = [
  'sign-in',
  'sign-in-failed',
  'sign-in-locked',
  'sign-out',
  'sign-out-everywhere',
  'password-changed',
  'second-factor-on',
  'second-factor-off',
  'second-factor-failed',
  'user-added',
  'user-removed',
  'role-changed',
  'link-created',
  'token-added',
  'token-revoked',
  'published',
  'unpublished',
  'deleted',
  'exported',
  'restored',
  'release-kept',
  'release-returned',
  'release-resumed',
  'limit-hit',
] as const

export type AuditKind = (typeof AUDIT_KINDS)[number]
