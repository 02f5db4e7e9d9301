import type { Context } from 'hono'
import type { Identity } from '../access/identity.ts'
import { hasRole } from '../access/identity.ts'
import type { LakeContext } from '../context.ts'
import { forbidden, unauthorized } from '../errors.ts'

/** Answers one kind of request: reads it, calls one function, responds. */
export type Handler = (c: Context, lake: LakeContext) => Response | Promise<Response>

/** `1`, `X` or `YYYY-MM-DD`. */
export function readApiVersion(c: Context): string {
  return (c.req.param('version') ?? 'v1').replace(/^v/, '')
}

/** @throws LakeError 401 for wrong or ended credentials, 403 for a write by cookie from a foreign origin */
export function identify(c: Context, lake: LakeContext): Identity {
  return lake.accounts.identify(c.req.raw)
}

/** @throws LakeError 401 for anonymous readers */
export function identifyReader(c: Context, lake: LakeContext): Identity {
  const identity = identify(c, lake)
  if (identity.role === 'anonymous') throw unauthorized()
  return identity
}

/** @throws LakeError 401 for anonymous writers, 403 for viewers */
export function identifyWriter(c: Context, lake: LakeContext): Identity {
  const identity = identifyReader(c, lake)
  if (!hasRole(identity, 'editor')) {
    throw forbidden(`Insufficient permissions: the role "${identity.role}" may read, but not write`)
  }
  return identity
}
