import type { DatabaseSync } from 'node:sqlite'

/** What the Studio remembers for a user: JSON text by key. */
export interface PreferenceStore {
  /** Null when the key was never set. */
  read(userId: string, key: string): string | null
  write(userId: string, key: string, value: string): void
  count(userId: string): number
  removeAllOf(userId: string): void
}

export function createPreferenceStore(database: DatabaseSync): PreferenceStore {
  const read = database.prepare('SELECT value FROM preferences WHERE user_id = ? AND key = ?')
  const write = database.prepare(
    `INSERT INTO preferences (user_id, key, value) VALUES (?, ?, ?)
     ON CONFLICT (user_id, key) DO UPDATE SET value = excluded.value`,
  )
  const count = database.prepare('SELECT count(*) AS n FROM preferences WHERE user_id = ?')
  const removeAllOf = database.prepare('DELETE FROM preferences WHERE user_id = ?')

  return {
    read: (userId, key) => {
      const row = read.get(userId, key)
      return row === undefined ? null : String(row['value'])
    },
    write: (userId, key, value) => void write.run(userId, key, value),
    count: (userId) => Number(count.get(userId)?.['n']),
    removeAllOf: (userId) => void removeAllOf.run(userId),
  }
}
