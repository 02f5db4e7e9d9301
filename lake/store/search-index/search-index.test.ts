import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { openDatabase } from '../database.ts'
import { DATASET_MIGRATIONS } from '../dataset-schema.ts'
import { openDocumentReader } from '../document-reader.ts'
import { createDocumentStore } from '../documents.ts'
import { createTransactionStore } from '../transactions.ts'
import { openIndexWriter, prepareIndexFile } from './index-writer.ts'

let folder: string
const opened: { close(): void }[] = []

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'kopilka-index-'))
})

afterEach(() => {
  for (const one of opened.splice(0)) one.close()
  rmSync(folder, { recursive: true })
})

const keep = <Opened extends { close(): void }>(one: Opened): Opened => {
  opened.push(one)
  return one
}

/** A dataset whose documents have these titles, each written by a transaction of its own. */
function openDataset(name: string, titles: Record<string, string>) {
  const datasetPath = join(folder, name)
  const database = keep(openDatabase(datasetPath, DATASET_MIGRATIONS))
  const documents = createDocumentStore(database)
  const transactions = createTransactionStore(database)
  const put = (id: string, title: string | null) => {
    const transaction = `${name}-${id}-${title}`
    const time = '2026-01-01T00:00:00Z'
    if (title === null) documents.remove(id)
    else
      documents.put({ _id: id, _type: 'page', _rev: transaction, _createdAt: time, _updatedAt: time, title })
    const effects = { apply: [], revert: [] }
    const change = {
      documentId: id,
      documentType: 'page',
      previousRev: null,
      resultRev: null,
      mutations: [],
      effects,
    }
    transactions.append({ id: transaction, author: '', timestamp: time, changes: [change] })
  }
  for (const [id, title] of Object.entries(titles)) put(id, title)
  return { datasetPath, database, put }
}

const indexPath = () => join(folder, 'search-index.sqlite')

function index(datasetPath: string): void {
  const writer = openIndexWriter(indexPath(), datasetPath, null)
  while (writer.advance());
  writer.close()
}

/** Titles in order, as the index gives them without the documents' help. */
function listInOrder(datasetPath: string): unknown[] {
  const reader = keep(openDocumentReader({ datasetPath, indexPath: indexPath() }, { cacheSize: 1_000 }))
  reader.begin()
  const order = { path: ['title'], lower: false, descending: false }
  const found = reader.indexed.walk({ types: ['page'], order }, 'raw')
  const ids = found ? [found.loose, ...found.ways.flatMap((way) => [...way].flat())].flat() : []
  const titles = ids.map((id) => reader.get(id)?.['title'])
  reader.end()
  return found ? titles : ['no index']
}

test('the index gives an order, also of what it has not seen yet', () => {
  const { datasetPath, put } = openDataset('a.sqlite', { one: 'в', two: 'а', three: 'б' })
  prepareIndexFile(indexPath())
  expect(listInOrder(datasetPath)).toEqual(['no index'])
  index(datasetPath)
  expect(listInOrder(datasetPath)).toEqual(['а', 'б', 'в'])
  put('two', 'я')
  put('three', null)
  // What changed since comes first, in no order: one is gone, one is another.
  expect(listInOrder(datasetPath).slice(2)).toEqual(['в'])
  expect(new Set(listInOrder(datasetPath))).toEqual(new Set(['я', undefined, 'в']))
  index(datasetPath)
  expect(listInOrder(datasetPath)).toEqual(['в', 'я'])
})

test('a document that changed after it was indexed is found once by its words', () => {
  const { datasetPath, put } = openDataset('lake.sqlite', { a: 'Школа', b: 'Ёлка' })
  prepareIndexFile(indexPath())
  index(datasetPath)
  put('a', 'Школа наставника')
  const reader = keep(openDocumentReader({ datasetPath, indexPath: indexPath() }, { cacheSize: 1_000 }))
  reader.begin()
  const found = reader.indexed.walk({ types: ['page'], order: 'id', words: ['школа'] }, 'raw')
  reader.end()
  expect(found?.loose).toEqual(['a'])
})

test('an index of another dataset is made anew', () => {
  const first = openDataset('a.sqlite', { one: 'в', two: 'а' })
  const second = openDataset('b.sqlite', { one: 'чужой', four: 'другой' })
  prepareIndexFile(indexPath())
  index(first.datasetPath)
  index(second.datasetPath)
  expect(listInOrder(second.datasetPath)).toEqual(['другой', 'чужой'])
})

test.each(['another version', 'no database'])('an index that is of %s is made anew', (kind) => {
  const { datasetPath } = openDataset('a.sqlite', { one: 'в' })
  if (kind === 'no database') writeFileSync(indexPath(), 'это не база данных, а текст'.repeat(100))
  else {
    const old = new DatabaseSync(indexPath())
    old.exec('CREATE TABLE entry (old); PRAGMA user_version = 99')
    old.close()
  }
  prepareIndexFile(indexPath())
  index(datasetPath)
  expect(listInOrder(datasetPath)).toEqual(['в'])
})

test('the index and those who write wait for each other never', () => {
  const { datasetPath, database, put } = openDataset('a.sqlite', { one: 'в' })
  prepareIndexFile(indexPath())
  const writer = keep(openIndexWriter(indexPath(), datasetPath, null))
  database.exec('BEGIN IMMEDIATE')
  while (writer.advance());
  put('two', 'а')
  database.exec('COMMIT')
  while (writer.advance());
  expect(listInOrder(datasetPath)).toEqual(['а', 'в'])
})
