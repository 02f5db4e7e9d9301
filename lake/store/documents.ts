import type { DatabaseSync } from 'node:sqlite'
import { documentState, publishedId } from '../documents/document-id.ts'
import { parseDocument, type LakeDocument } from '../documents/document.ts'
import { findReferences } from '../documents/references.ts'
import { createDocumentCache } from './document-cache.ts'
import { createReferenceFinder, type IncomingReference } from './find-references.ts'
import { createIdSelector, type Selection } from './select-ids.ts'

/**
 * The documents of the dataset as they are now. Returned documents are shared: never change them.
 * Writes happen inside the caller's transaction.
 */
export interface DocumentStore {
  get(id: string): LakeDocument | undefined
  /** In order of id. */
  select(selection: Selection): LakeDocument[]
  /** What `select` gives, as ids: so many at most. */
  findIds(selection: Selection, limit: number): string[]
  /** References to the id, by source and path. */
  referencesTo(id: string): IncomingReference[]
  count(): number
  put(document: LakeDocument): void
  remove(id: string): void
  /** Forgets what is cached; to be called after a rolled back transaction. */
  forget(): void
}

export function createDocumentStore(database: DatabaseSync): DocumentStore {
  const cache = createDocumentCache()
  const bodyOf = database.prepare('SELECT body FROM document WHERE id = ?')
  const total = database.prepare('SELECT count(*) AS total FROM document')
  const upsert = database.prepare(`
    INSERT INTO document (id, type, base, state, rev, created_at, updated_at, body)
    VALUES (?, ?, ?, ?, ?, ?, ?, ?)
    ON CONFLICT (id) DO UPDATE SET type = excluded.type, rev = excluded.rev,
      created_at = excluded.created_at, updated_at = excluded.updated_at, body = excluded.body`)
  const clearReferences = database.prepare('DELETE FROM reference WHERE source = ?')
  const addReference = database.prepare(
    'INSERT OR REPLACE INTO reference (source, target, weak, path) VALUES (?, ?, ?, ?)',
  )
  const erase = database.prepare('DELETE FROM document WHERE id = ?')
  const selectIds = createIdSelector(database)

  function get(id: string): LakeDocument | undefined {
    const cached = cache.get(id)
    if (cached) return cached
    const row = bodyOf.get(id)
    if (!row) return undefined
    const body = String(row['body'])
    const document = parseDocument(body)
    cache.set(document, body.length)
    return document
  }

  return {
    get,
    findIds: (selection, limit) => selectIds(selection, { limit }),
    select: (selection) => selectIds(selection).flatMap((id) => get(id) ?? []),
    referencesTo: createReferenceFinder(database),
    count: () => Number(total.get()?.['total'] ?? 0),
    put(document) {
      const { _id: id, _type, _rev, _createdAt, _updatedAt } = document
      const body = JSON.stringify(document)
      upsert.run(id, _type, publishedId(id), documentState(id), _rev, _createdAt, _updatedAt, body)
      clearReferences.run(id)
      for (const { target, weak, path } of findReferences(document)) {
        addReference.run(id, target, weak ? 1 : 0, path)
      }
      cache.set(document, body.length)
    },
    remove(id) {
      erase.run(id)
      cache.delete(id)
    },
    forget: () => cache.clear(),
  }
}
