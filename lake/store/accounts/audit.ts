import type { DatabaseSync } from 'node:sqlite'
import { z } from 'zod'

const auditRow = z
  .object({
    sequence: z.number(),
    at: z.string(),
    kind: z.string(),
    actor: z.string(),
    actor_name: z.string(),
    subject: z.string(),
    address: z.string(),
    details: z.string(),
  })
  .transform(({ actor_name: actorName, details, ...row }) => ({
    ...row,
    actorName,
    details: z.record(z.string(), z.unknown()).parse(JSON.parse(details)),
  }))

/** Something that happened. Names stand beside ids, as they were then. */
export type StoredAuditEntry = z.infer<typeof auditRow>

export interface AuditQuery {
  kinds?: readonly string[] | undefined
  actor?: string | undefined
  /** ISO 8601 UTC, included. */
  since?: string | undefined
  /** ISO 8601 UTC, not included. */
  until?: string | undefined
  /** Only entries before this one. */
  before?: number | undefined
  limit: number
}

/** The audit log: entries are only added, and after years removed. */
export interface AuditStore {
  append(entry: Omit<StoredAuditEntry, 'sequence'>): void
  /** Newest first. */
  list(query: AuditQuery): StoredAuditEntry[]
  /** Everybody who is in the log, by name. */
  actors(): { id: string; name: string }[]
  /** @throws Error for a time less than a year ago */
  removeOlderThan(at: string): void
}

export function createAuditStore(database: DatabaseSync): AuditStore {
  const insert = database.prepare(
    `INSERT INTO audit (at, kind, actor, actor_name, subject, address, details)
     VALUES (:at, :kind, :actor, :actorName, :subject, :address, :details)`,
  )
  const list = database.prepare(
    `SELECT * FROM audit
     WHERE (:kinds IS NULL OR kind IN (SELECT value FROM json_each(:kinds))) AND (:actor IS NULL OR actor = :actor)
       AND at >= :since AND at < :until AND sequence < :before
     ORDER BY sequence DESC LIMIT :limit`,
  )
  const actors = database.prepare(
    `SELECT actor, actor_name, max(sequence) FROM audit WHERE actor <> '' GROUP BY actor ORDER BY actor_name`,
  )
  const removeOlderThan = database.prepare('DELETE FROM audit WHERE at < ?')
  return {
    append: ({ details, ...entry }) => void insert.run({ ...entry, details: JSON.stringify(details) }),
    list: ({ kinds, actor, since = '', until = '\uffff', before = Number.MAX_SAFE_INTEGER, limit }) =>
      list
        .all({
          kinds: kinds ? JSON.stringify(kinds) : null,
          actor: actor ?? null,
          since,
          until,
          before,
          limit,
        })
        .map((row) => auditRow.parse(row)),
    actors: () => actors.all().map((row) => ({ id: String(row['actor']), name: String(row['actor_name']) })),
    removeOlderThan: (at) => void removeOlderThan.run(at),
  }
}
