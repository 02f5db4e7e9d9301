import type { DatabaseSync } from 'node:sqlite'

/** Codes that stand in for a one-time code when the telephone is lost; hashed. */
export interface RecoveryCodeStore {
  /** Puts these in place of all others. */
  replace(userId: string, hashes: readonly string[]): void
  /** Uses a code up. @returns false when it is unknown or used */
  use(userId: string, hash: string): boolean
  count(userId: string): number
}

export function createRecoveryCodeStore(database: DatabaseSync): RecoveryCodeStore {
  const clear = database.prepare('DELETE FROM recovery_codes WHERE user_id = ?')
  const insert = database.prepare('INSERT INTO recovery_codes (user_id, hash) VALUES (?, ?)')
  const use = database.prepare('DELETE FROM recovery_codes WHERE user_id = ? AND hash = ?')
  const count = database.prepare('SELECT count(*) AS n FROM recovery_codes WHERE user_id = ?')
  return {
    replace(userId, hashes) {
      clear.run(userId)
      for (const hash of hashes) insert.run(userId, hash)
    },
    use: (userId, hash) => use.run(userId, hash).changes === 1,
    count: (userId) => Number(count.get(userId)?.['n']),
  }
}
