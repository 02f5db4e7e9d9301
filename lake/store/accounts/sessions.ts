import type { DatabaseSync } from 'node:sqlite'
import { z } from 'zod'

const sessionRow = z
  .object({
    hash: z.string(),
    user_id: z.string(),
    method: z.enum(['link', 'password']),
    created_at: z.string(),
    expires_at: z.string(),
    address: z.string(),
    agent: z.string(),
    seen_at: z.string(),
  })
  .transform((row) => ({
    hash: row.hash,
    userId: row.user_id,
    method: row.method,
    createdAt: row.created_at,
    expiresAt: row.expires_at,
    address: row.address,
    agent: row.agent,
    seenAt: row.seen_at,
  }))

/** A signed-in browser. `hash` is of the secret in the cookie. */
export type StoredSession = z.infer<typeof sessionRow>

export interface SessionStore {
  insert(session: StoredSession): void
  /** Null when it does not exist or has expired at `at`. */
  find(hash: string, at: string): StoredSession | null
  /** Those that have not expired at `at`, the one seen last first. */
  listOf(userId: string, at: string): StoredSession[]
  /** Notes when the session was used last. */
  touch(hash: string, at: string): void
  remove(hash: string): void
  removeAllOf(userId: string, exceptHash?: string): void
  removeExpired(at: string): void
}

export function createSessionStore(database: DatabaseSync): SessionStore {
  const insert = database.prepare(
    'INSERT INTO sessions (hash, user_id, method, created_at, expires_at, address, agent, seen_at) VALUES (?, ?, ?, ?, ?, ?, ?, ?)',
  )
  const find = database.prepare('SELECT * FROM sessions WHERE hash = ? AND expires_at > ?')
  const listOf = database.prepare(
    'SELECT * FROM sessions WHERE user_id = ? AND expires_at > ? ORDER BY seen_at DESC, hash',
  )
  const touch = database.prepare('UPDATE sessions SET seen_at = ? WHERE hash = ?')
  const remove = database.prepare('DELETE FROM sessions WHERE hash = ?')
  const removeAllOf = database.prepare('DELETE FROM sessions WHERE user_id = ? AND hash <> ?')
  const removeExpired = database.prepare('DELETE FROM sessions WHERE expires_at <= ?')

  return {
    insert: (session) =>
      void insert.run(
        session.hash,
        session.userId,
        session.method,
        session.createdAt,
        session.expiresAt,
        session.address,
        session.agent,
        session.seenAt,
      ),
    find: (hash, at) => {
      const row = find.get(hash, at)
      return row === undefined ? null : sessionRow.parse(row)
    },
    listOf: (userId, at) => listOf.all(userId, at).map((row) => sessionRow.parse(row)),
    touch: (hash, at) => void touch.run(at, hash),
    remove: (hash) => void remove.run(hash),
    removeAllOf: (userId, exceptHash = '') => void removeAllOf.run(userId, exceptHash),
    removeExpired: (at) => void removeExpired.run(at),
  }
}
