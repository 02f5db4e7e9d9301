import { z } from 'zod'

const entrySchema = z.object({
  sequence: z.number(),
  at: z.string(),
  kind: z.string(),
  actor: z.string(),
  actorName: z.string(),
  subject: z.string(),
  address: z.string(),
  details: z.record(z.string(), z.unknown()),
})

/** The lake's answer to `GET /audit/entries`. */
export const auditAnswer = z.object({
  entries: z.array(entrySchema),
  actors: z.array(z.object({ id: z.string(), name: z.string() })),
})

export type AuditEntry = z.infer<typeof entrySchema>

const ROLES: ReadonlyMap<unknown, string> = new Map([
  ['administrator', 'администратор'],
  ['editor', 'редактор'],
  ['viewer', 'наблюдатель'],
])

/**
 * What there is to say beside the title: whom or what it is about, and how.
 * @param titleOf what people call a type of documents; undefined for words that are none
 */
export function describeEntry(
  { subject, details }: AuditEntry,
  titleOf: (type: string) => string | undefined,
): string {
  const { count, role, scopes, types, subjects } = details
  const told = Array.isArray(subjects) ? subjects.length : 0
  const more = typeof count === 'number' && count > told ? `и ещё ${count - told}` : null
  const where = Array.isArray(scopes) ? scopes.join('; ') : null
  const kinds = typeof types === 'string' ? `виды: ${nameTypes(types, titleOf)}` : null
  const named = subject.replace(/\((\w+)\)(?=, |$)/g, (_, type: string) => `(${nameTypes(type, titleOf)})`)
  const parts = [named, more, ROLES.get(role), where, kinds]
  return parts.filter((part) => typeof part === 'string' && part !== '').join(', ')
}

function nameTypes(types: string, titleOf: (type: string) => string | undefined): string {
  return types.replace(/\w+/g, (type) => titleOf(type)?.toLowerCase() ?? type)
}

export interface AuditFilter {
  /** Empty: everything. */
  kinds: readonly string[]
  actor: string
  /** `YYYY-MM-DD`, by the clock of whoever looks; empty: any. */
  day: string
}

/** Parameters of the request for a filter. @param before sequence of the last entry that is shown already */
export function auditParameters({ kinds, actor, day }: AuditFilter, before?: number): Record<string, string> {
  const start = day === '' ? null : new Date(`${day}T00:00:00`)
  const end = start && new Date(start.getFullYear(), start.getMonth(), start.getDate() + 1)
  return {
    ...(kinds.length > 0 && { kinds: kinds.join(',') }),
    ...(actor !== '' && { actor }),
    ...(start && end && { since: start.toISOString(), until: end.toISOString() }),
    ...(before !== undefined && { before: String(before) }),
  }
}
