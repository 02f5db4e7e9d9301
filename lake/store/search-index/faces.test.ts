import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import type { PublicView } from '../../context.ts'
import { isRecord, type LakeDocument } from '../../documents/document.ts'
import { openDatabase } from '../database.ts'
import { DATASET_MIGRATIONS } from '../dataset-schema.ts'
import { openDocumentReader, type DocumentReader } from '../document-reader.ts'
import { createDocumentStore } from '../documents.ts'
import { createTransactionStore } from '../transactions.ts'
import { FACE_LIFETIME_MS } from './faces.ts'
import { openIndexWriter, prepareIndexFile } from './index-writer.ts'

const NOW = new Date('2026-09-01T00:00:00Z')
const EVENING = new Date('2026-09-01T11:00:00Z')

/** The public sees the title of the document referred to, nothing that is hidden, and no pages with two referrers. */
const view: PublicView = (document, look) => {
  if (document['hidden'] === true) return null
  if (document['closes'] === true && look.now >= EVENING) return { ...document, title: 'вечер' }
  const to = isRecord(document['to']) ? String(document['to']['_ref']) : null
  const target = to === null ? undefined : look.get(to)
  if (target) return { ...document, title: target['title'] }
  return look.referring(document._id).length > 1 ? null : document
}

let folder: string
let put: (...documents: Record<string, unknown>[]) => void
let remove: (id: string) => void
let advance: () => void
let reader: DocumentReader
let close: (() => void)[]

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'kopilka-faces-'))
  const [datasetPath, indexPath] = [join(folder, 'lake.sqlite'), join(folder, 'search.cache')]
  const database = openDatabase(datasetPath, DATASET_MIGRATIONS)
  const documents = createDocumentStore(database)
  const transactions = createTransactionStore(database)
  prepareIndexFile(indexPath)
  let number = 0
  const commit = (ids: readonly string[]) => {
    const effects = { apply: [], revert: [] }
    const rest = { documentType: '', previousRev: null, resultRev: null, mutations: [], effects }
    const changes = ids.map((documentId) => ({ documentId, ...rest }))
    transactions.append({ id: `t${(number += 1)}`, author: '', timestamp: NOW.toISOString(), changes })
  }
  put = (...given) => {
    const time = NOW.toISOString()
    const made = given.map((one): LakeDocument => ({
      _rev: `t${number + 1}`,
      _createdAt: time,
      _updatedAt: time,
      _type: 'page',
      ...one,
      _id: String(one['_id']),
    }))
    for (const one of made) documents.put(one)
    commit(made.map(({ _id }) => _id))
  }
  remove = (id) => {
    documents.remove(id)
    commit([id])
  }
  const writer = openIndexWriter(indexPath, datasetPath, { view, now: () => NOW })
  advance = () => {
    while (writer.advance());
  }
  reader = openDocumentReader({ datasetPath, indexPath }, { cacheSize: 10_000, firstBatch: 1 })
  close = [() => reader.close(), () => writer.close(), () => database.close()]
})

afterEach(() => {
  for (const one of close) one()
  rmSync(folder, { recursive: true })
})

const BY_TITLE = { types: ['page'], order: { path: ['title'], lower: false, descending: false } }

/** Ids that may belong anywhere, and the others as they follow each other; null when the index does not know. */
function walk(now = NOW, words?: readonly string[]) {
  reader.begin()
  const found = reader.walkPublicly({ ...BY_TITLE, ...(words && { words }), now, own: () => [] }, 'published')
  const read = found && {
    loose: found.loose.toSorted(),
    inOrder: found.ways.flatMap((way) => [...way].flat()),
  }
  reader.end()
  return read
}

const to = (_ref: string) => ({ _ref })

test('documents that the public sees as they are follow each other; others may belong anywhere or are left out', () => {
  put({ _id: 'a', title: 'в' }, { _id: 'b', title: 'а' }, { _id: 'c', title: 'б', hidden: true })
  put({ _id: 'd', title: 'г', to: to('b') }, { _id: 'drafts.a', title: 'черновик' })
  advance()
  expect(walk()).toEqual({ loose: ['d'], inOrder: ['b', 'a'] })
})

test.each([
  ['is followed', true],
  ['was not seen yet', false],
])('what a change means for the faces of other documents %s', (_name, isFollowed) => {
  put({ _id: 'a', title: 'а', to: to('z') }, { _id: 'b', title: 'б' }, { _id: 'c', title: 'в' })
  advance()
  expect(walk()).toEqual({ loose: [], inOrder: ['a', 'b', 'c'] })
  const settle = () => isFollowed && advance()
  // What a view asked for in vain comes to be.
  put({ _id: 'z', title: 'я' })
  settle()
  expect(walk()?.loose).toContain('a')
  // Documents come to refer to another one, and one of them goes.
  put({ _id: 'x', title: 'ч', to: to('b') }, { _id: 'y', title: 'ш', to: to('b') })
  settle()
  expect([...(walk()?.inOrder ?? []), 'c']).toContain('c')
  expect(walk()?.inOrder).not.toContain('b')
  remove('x')
  settle()
  expect([...(walk()?.loose ?? []), ...(walk()?.inOrder ?? [])]).toContain('b')
})

test('words that only the public sees are found, and those of what changed meanwhile', () => {
  put({ _id: 'a', title: 'один', to: to('b') }, { _id: 'b', title: 'два', _type: 'other' })
  advance()
  expect(walk(NOW, ['"ДВА"'])?.loose).toContain('a')
  put({ _id: 'b', title: 'три', _type: 'other' })
  expect(walk(NOW, ['"ТРИ"'])?.loose).toContain('a')
  advance()
  expect(walk(NOW, ['"ТРИ"'])?.loose).toContain('a')
})

test('what the time changes is known beforehand, and what comes later is not', () => {
  put({ _id: 'a', title: 'а', closes: true }, { _id: 'b', title: 'б' })
  advance()
  for (const now of [NOW, EVENING]) expect(walk(now)).toEqual({ loose: ['a'], inOrder: ['b'] })
  expect(walk(EVENING, ['"ВЕЧЕР"'])?.loose).toContain('a')
  expect(walk(new Date(NOW.getTime() + FACE_LIFETIME_MS + 1))).toBeNull()
  expect(walk(new Date(NOW.getTime() - 1))).toBeNull()
})

test('of an index that another program wrote nothing is known of the public', () => {
  put({ _id: 'a', title: 'а' })
  advance()
  expect(walk()).not.toBeNull()
  prepareIndexFile(join(folder, 'search.cache'))
  expect(walk()).toBeNull()
})
