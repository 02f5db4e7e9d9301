import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { PublicView } from '../context.ts'
import type { LakeDocument } from '../documents/document.ts'
import { openDatabase } from '../store/database.ts'
import { DATASET_MIGRATIONS } from '../store/dataset-schema.ts'
import { openDocumentReader, type DocumentReader } from '../store/document-reader.ts'
import { createDocumentStore } from '../store/documents.ts'
import { openIndexWriter, prepareIndexFile } from '../store/search-index/index-writer.ts'
import { createTransactionStore } from '../store/transactions.ts'
import { evaluateNow, parseQuery } from './groq.ts'
import type { DocumentSource } from './document-source.ts'
import { applyPerspective } from './perspective.ts'
import { planQuery } from './plan.ts'
import type { RandomDataset } from './random-documents.ts'
import type { Question } from './random-questions.ts'

/** Stands in for a lake, for the law that a planned query gives what the evaluator alone gives. */
export interface LawBench {
  reader: DocumentReader
  /** Puts another dataset in the place of the last one. */
  open(dataset: RandomDataset): DocumentReader
  close(): void
}

/** @param view what the public sees */
export function createLawBench(view: PublicView = (document) => document): LawBench {
  const folder = mkdtempSync(join(tmpdir(), 'kopilka-law-'))
  const files = { datasetPath: join(folder, 'lake.sqlite'), indexPath: join(folder, 'search.sqlite') }
  const database = openDatabase(files.datasetPath, DATASET_MIGRATIONS)
  database.exec('PRAGMA synchronous = OFF')
  const documents = createDocumentStore(database)
  const transactions = createTransactionStore(database)
  prepareIndexFile(files.indexPath)
  let transaction = 0

  function commit(put: readonly LakeDocument[], removed: readonly string[]): void {
    transaction += 1
    const id = `t${transaction}`
    database.exec('BEGIN')
    for (const document of put) documents.put({ ...document, _rev: id })
    for (const gone of removed) documents.remove(gone)
    const changes = [...put.map(({ _id }) => _id), ...removed].map((documentId) => ({
      documentId,
      documentType: '',
      previousRev: null,
      resultRev: null,
      mutations: [],
      effects: { apply: [], revert: [] },
    }))
    transactions.append({ id, author: '', timestamp: '2026-01-01T00:00:00Z', changes })
    database.exec('COMMIT')
  }

  const writer = openIndexWriter(files.indexPath, files.datasetPath, { view, now: () => LAW_TIME })
  const reader = openDocumentReader(files, { cacheSize: 100_000, firstBatch: 2 })
  return {
    reader,
    open({ documents: first, later, deleted }) {
      const old = documents.select({}).map(({ _id }) => _id)
      // The index sees the second half come and the old ones go after it has seen the first.
      const half = Math.floor(first.length / 2)
      commit(first.slice(0, half), [])
      while (writer.advance());
      commit(
        first.slice(half),
        old.filter((id) => first.every(({ _id }) => _id !== id)),
      )
      while (writer.advance());
      if (later.length + deleted.length > 0) {
        commit(
          later,
          deleted.filter((id) => documents.get(id) && later.every(({ _id }) => _id !== id)),
        )
      }
      return reader
    },
    close() {
      reader.close()
      writer.close()
      database.close()
      rmSync(folder, { recursive: true })
    },
  }
}

/** The time at which the index learns what the public sees. */
export const LAW_TIME: Date = new Date('2026-09-01T00:00:00Z')

const SETTING = {
  projectId: 'local',
  dataset: 'production',
  identity: 'me',
  now: new Date('2026-09-01T00:00:00Z'),
}

/**
 * What a question gives by plan, and what it gives when every document is looked at.
 * @param look what the asker sees, once the reader has begun
 */
export function answerTwice(
  reader: DocumentReader,
  { query, perspective, ids, word, words }: Question,
  look: () => DocumentSource = () => reader,
): { planned: unknown; plain: unknown } {
  reader.begin()
  const source = applyPerspective(look(), perspective)
  const params = {
    ids,
    id: ids[0] ?? 'e',
    types: ['page', 'post'],
    nulls: [...ids, null],
    word,
    words,
    none: null,
    from: '2026-02-01',
  }
  const parsed = () => parseQuery(query, params)
  const dereference = ({ _ref }: { _ref: string }) => source.get(_ref)
  const plain = evaluateNow(parsed(), { ...SETTING, documents: source.select({}), dereference })
  const plan = planQuery(parsed(), source, (part) => evaluateNow(part.tree, { ...SETTING, ...part }))
  const planned = evaluateNow(plan.tree, { ...SETTING, ...plan })
  reader.end()
  return { planned, plain }
}
