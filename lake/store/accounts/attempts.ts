import type { DatabaseSync } from 'node:sqlite'

/** Failed passwords in a row, by an opaque subject. */
export interface AttemptStore {
  read(subject: string): { failures: number; lastAt: string }
  /** Adds one failure atomically. */
  recordFailure(subject: string, at: string): void
  clear(subject: string): void
  /** Takes one failure back. */
  takeBack(subject: string): void
  removeOlderThan(at: string): void
}

export function createAttemptStore(database: DatabaseSync): AttemptStore {
  const read = database.prepare('SELECT failures, last_at FROM attempts WHERE subject = ?')
  const record = database.prepare(
    `INSERT INTO attempts (subject, failures, last_at) VALUES (?, 1, ?)
     ON CONFLICT (subject) DO UPDATE SET failures = failures + 1, last_at = excluded.last_at`,
  )
  const takeBack = database.prepare(
    'UPDATE attempts SET failures = failures - 1 WHERE subject = ? AND failures > 0',
  )
  const clear = database.prepare('DELETE FROM attempts WHERE subject = ?')
  const removeOlderThan = database.prepare('DELETE FROM attempts WHERE last_at < ?')

  return {
    read: (subject) => {
      const row = read.get(subject)
      return { failures: Number(row?.['failures'] ?? 0), lastAt: String(row?.['last_at'] ?? '') }
    },
    recordFailure: (subject, at) => void record.run(subject, at),
    takeBack: (subject) => void takeBack.run(subject),
    clear: (subject) => void clear.run(subject),
    removeOlderThan: (at) => void removeOlderThan.run(at),
  }
}
