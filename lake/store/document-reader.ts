import { DatabaseSync } from 'node:sqlite'
import { parseDocument, type LakeDocument } from '../documents/document.ts'
import type { Perspective } from '../query/perspective.ts'
import { createDocumentCache } from './document-cache.ts'
import { createChangeFinder } from './find-changed.ts'
import { createIdWalk, createTypeCount } from './id-walk.ts'
import { createIndexReader, showIds } from './search-index/index-reader.ts'
import { createReferenceFinder, type IncomingReference } from './find-references.ts'
import { createIdSelector, type Selection } from './select-ids.ts'
import type { IndexedReads, PublicWalk, Ways } from './walk.ts'

/** The documents of a dataset as another thread writes them. Returned documents are shared: never change them. */
export interface DocumentReader {
  /**
   * What is read until `end` is one state of the dataset: that of the first look after this, or a later one than all
   * that was committed before.
   */
  begin(): void
  /** Until `end` no more documents than this are read that are not at hand already: what asks for more fails at once. */
  allow(documents: number): void
  end(): void
  /** The last transaction of the state that is read; 0 when there is none. */
  sequence(): number
  get(id: string): LakeDocument | undefined
  /** In order of id. @throws TooManyDocumentsError for more than are allowed */
  select(selection: Selection): LakeDocument[]
  /** References to the id, by source and path. */
  referencesTo(id: string): IncomingReference[]
  /** Whether somebody had a part in writing a document. */
  hasAuthor(documentId: string, author: string): boolean
  indexed: IndexedReads
  /** @see IndexReader.walkPublicly */
  walkPublicly(walk: PublicWalk, perspective: Perspective): Ways<readonly string[]> | null
  /** What `select` gives, as ids. */
  findIds(selection: Selection): string[]
  /**
   * Called when the dataset differs from the last time, with the ids of the documents that were changed; null when that
   * is not known.
   */
  onChange(callback: (changed: readonly string[] | null) => void): void
  close(): void
}

export interface ReaderFiles {
  datasetPath: string
  /** A file that `prepareIndexFile` has seen. */
  indexPath: string
}

interface ReaderOptions {
  /** JSON of the documents that are kept parsed, in characters. */
  cacheSize: number
  /** Documents of the first batch of a walk. */
  firstBatch?: number
}

/** Thrown when a query would look at more documents than allowed. */
export class TooManyDocumentsError extends Error {
  override name = 'TooManyDocumentsError'
}

export function openDocumentReader(
  { datasetPath, indexPath }: ReaderFiles,
  { cacheSize, firstBatch }: ReaderOptions,
): DocumentReader {
  const database = new DatabaseSync(datasetPath, { readOnly: true, timeout: 5_000 })
  database.exec('PRAGMA cache_size = -8000')
  database.prepare('ATTACH ? AS search').run(indexPath)
  const cache = createDocumentCache(cacheSize)
  const index = createIndexReader(database, firstBatch)
  const selectIds = createIdSelector(database)
  const walkIds = createIdWalk(database, firstBatch)
  const count = createTypeCount(database)
  const bodyOf = database.prepare('SELECT body FROM document WHERE id = ?')
  const revisionOf = database.prepare('SELECT rev FROM document WHERE id = ?')
  const dataVersion = database.prepare('PRAGMA main.data_version')
  const authorOf = database.prepare(
    `SELECT 1 FROM change JOIN committed ON committed.sequence = change.sequence
     WHERE document = ? AND author = ? LIMIT 1`,
  )
  const latest = database.prepare('SELECT coalesce(max(sequence), 0) AS sequence FROM main.committed')
  const findChanged = createChangeFinder(database)
  const callbacks: ((changed: readonly string[] | null) => void)[] = []
  /** Cached documents that were found to be current since the dataset changed last. */
  let current = new Set<string>()
  let version: unknown
  let allowed = Number.POSITIVE_INFINITY

  function get(id: string): LakeDocument | undefined {
    const cached = cache.get(id)
    if (cached) {
      if (current.has(id)) return cached
      if (revisionOf.get(id)?.['rev'] === cached._rev) {
        current.add(id)
        return cached
      }
    }
    const row = bodyOf.get(id)
    if (!row) {
      cache.delete(id)
      return undefined
    }
    if (--allowed < 0) throw tooMany()
    const body = String(row['body'])
    const document = parseDocument(body)
    cache.set(document, body.length)
    current.add(id)
    return document
  }

  return {
    begin() {
      allowed = Number.POSITIVE_INFINITY
      if (database.isTransaction) database.exec('ROLLBACK')
      database.exec('BEGIN')
      index.begin()
      const now = dataVersion.get()?.['data_version']
      if (now === version) return
      version = now
      current = new Set()
      const changed = findChanged()
      for (const callback of callbacks) callback(changed)
    },
    allow(documents) {
      allowed = documents
    },
    end() {
      if (database.isTransaction) database.exec('COMMIT')
    },
    sequence: () => Number(latest.get()?.['sequence'] ?? 0),
    get,
    select({ words, ...selection }) {
      const narrow = words && index.idsWithWords(words)
      const limit = Number.isFinite(allowed) ? allowed + 1 : undefined
      const ids = selectIds(selection, { among: narrow ?? undefined, limit })
      if (ids.length > allowed) throw tooMany()
      return ids.flatMap((id) => get(id) ?? [])
    },
    referencesTo: createReferenceFinder(database),
    hasAuthor: (documentId, author) => authorOf.get(documentId, author) !== undefined,
    indexed: {
      walk(walk, perspective) {
        const found = walk.words && index.idsWithWords(walk.words)
        // Few documents with the words are at hand more quickly than the first ones of an order.
        if (found) return { loose: showIds(found, perspective), ways: [] }
        return walk.order === 'id' ? walkIds(walk, perspective) : index.walk(walk, perspective)
      },
      count,
    },
    walkPublicly: (walk, perspective) => index.walkPublicly(walk, perspective),
    findIds: (selection) => selectIds(selection),
    onChange: (callback) => void callbacks.push(callback),
    close: () => database.close(),
  }
}

function tooMany(): TooManyDocumentsError {
  return new TooManyDocumentsError('more documents than may be looked at here')
}
