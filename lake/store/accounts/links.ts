import type { DatabaseSync } from 'node:sqlite'

/**
 * `sign-in`: given to a person; `exchange`: traded by the Studio for a token within a minute; `code-after-…`: a sign-in
 * that waits for the one-time code.
 */
export type LinkPurpose = 'sign-in' | 'exchange' | 'code-after-password' | 'code-after-link'

export interface LinkStore {
  insert(link: { hash: string; userId: string; purpose: LinkPurpose; expiresAt: string }): void
  /**
   * Uses a link up, in one statement: of two callers, in whatever processes, one gets the user.
   * @returns the user's id; null when the link is unknown, used or expired.
   */
  consume(hash: string, purpose: LinkPurpose, at: string): string | null
  removeAllOf(userId: string): void
  removeExpired(at: string): void
}

export function createLinkStore(database: DatabaseSync): LinkStore {
  const insert = database.prepare(
    'INSERT INTO links (hash, user_id, purpose, expires_at) VALUES (?, ?, ?, ?)',
  )
  const consume = database.prepare(
    'DELETE FROM links WHERE hash = ? AND purpose = ? AND expires_at > ? RETURNING user_id',
  )
  const removeAllOf = database.prepare('DELETE FROM links WHERE user_id = ?')
  const removeExpired = database.prepare('DELETE FROM links WHERE expires_at <= ?')

  return {
    insert: (link) => void insert.run(link.hash, link.userId, link.purpose, link.expiresAt),
    consume: (hash, purpose, at) => {
      const row = consume.get(hash, purpose, at)
      return row === undefined ? null : String(row['user_id'])
    },
    removeAllOf: (userId) => void removeAllOf.run(userId),
    removeExpired: (at) => void removeExpired.run(at),
  }
}
