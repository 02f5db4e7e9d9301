import type { DatabaseSync } from 'node:sqlite'

/** More changes than this are not told one by one. */
const MAX_CHANGED = 1_000

/**
 * Makes a function that tells, by the log, which documents were changed since it was called last.
 * It gives null when it cannot tell: the first time, after many changes, and when history was purged meanwhile.
 */
export function createChangeFinder(database: DatabaseSync): () => string[] | null {
  const lastSequence = database.prepare(
    'SELECT max(sequence) AS last, count(*) AS n FROM committed WHERE sequence > ?',
  )
  const changes = database.prepare(
    'SELECT sequence, document FROM change WHERE sequence > ? ORDER BY sequence LIMIT ?',
  )
  let known: number | null = null

  return () => {
    const row = lastSequence.get(known ?? 0)
    const since = known
    known = Math.max(Number(row?.['last'] ?? 0), since ?? 0)
    if (since === null) return null
    const found = changes.all(since, MAX_CHANGED + 1)
    // A transaction of which nothing is left in the log has been purged.
    const told = new Set(found.map(({ sequence }) => sequence)).size
    if (found.length > MAX_CHANGED || told !== Number(row?.['n'])) return null
    return [...new Set(found.map(({ document }) => String(document)))]
  }
}
