import type { Identity } from './identity.ts'

/** What the Studio may offer for the documents that a GROQ filter matches. */
export interface DocumentGrant {
  filter: string
  permissions: string[]
}

const EVERYTHING = '_id in path("**")'

const PERMISSIONS = {
  anonymous: [],
  viewer: ['read', 'history'],
  editor: ['read', 'history', 'create', 'update'],
  administrator: ['read', 'history', 'create', 'update', 'manage'],
} as const satisfies Record<Identity['role'], readonly string[]>

/**
 * The grants of an identity, for the Studio to show and hide its buttons. The lake enforces roles by itself.
 * Deleting goes by `update`, as the Studio asks for it.
 */
export function listDocumentGrants({ role }: Identity): DocumentGrant[] {
  const permissions = PERMISSIONS[role]
  return permissions.length === 0 ? [] : [{ filter: EVERYTHING, permissions: [...permissions] }]
}
