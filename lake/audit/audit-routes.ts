import { Hono } from 'hono'
import { z } from 'zod'
import { hasRole } from '../access/identity.ts'
import type { Access } from '../access/open-access.ts'
import { forbidden, invalidRequest, unauthorized } from '../errors.ts'
import { AUDIT_KINDS } from './audit-kinds.ts'

const DEFAULT_LIMIT = 100

const auditQuery = z.object({
  kinds: z
    .string()
    .transform((text) => text.split(','))
    .pipe(z.array(z.enum(AUDIT_KINDS)))
    .optional(),
  actor: z.string().max(200).optional(),
  since: z.iso.datetime({ offset: true }).optional(),
  until: z.iso.datetime({ offset: true }).optional(),
  before: z.coerce.number().int().positive().optional(),
  limit: z.coerce.number().int().min(1).max(500).default(DEFAULT_LIMIT),
})

/** `GET /audit/entries`, newest first, and everybody who is in the log; for administrators. Mount below `/v…`. */
export function auditRoutes({ access }: { access: Pick<Access, 'accounts' | 'audit'> }): Hono {
  const routes = new Hono()
  routes.get('/audit/entries', (c) => {
    const identity = access.accounts.identify(c.req.raw)
    if (identity.kind === 'anonymous') throw unauthorized()
    if (!hasRole(identity, 'administrator')) throw forbidden('The audit log is for administrators')
    const query = auditQuery.safeParse(c.req.query())
    if (!query.success) throw invalidRequest(z.prettifyError(query.error))
    const { since, until, ...rest } = query.data
    const entries = access.audit.list({ ...rest, since: toUtc(since), until: toUtc(until) })
    return c.json({ entries, actors: access.audit.actors() })
  })
  return routes
}

function toUtc(time: string | undefined): string | undefined {
  return time && new Date(time).toISOString()
}
