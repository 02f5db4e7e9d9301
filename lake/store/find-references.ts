import type { DatabaseSync } from 'node:sqlite'

/** A reference to a document, as its source has it. */
export interface IncomingReference {
  source: string
  /** JSON path in the source. */
  path: string
  weak: boolean
}

/** Finds the references to an id, by source and path. */
export function createReferenceFinder(database: DatabaseSync): (id: string) => IncomingReference[] {
  const incoming = database.prepare(
    'SELECT source, path, weak FROM reference WHERE target = ? ORDER BY source, path',
  )
  return (id) =>
    incoming.all(id).map((row) => ({
      source: String(row['source']),
      path: String(row['path']),
      weak: row['weak'] === 1,
    }))
}
