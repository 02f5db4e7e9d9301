import { readFileSync } from 'node:fs'
import { afterEach, beforeEach, expect, test } from 'vitest'
import type { Action, SanityClient } from '@sanity/client'
import { createLakeFixture, type LakeFixture } from '../lake-fixture.ts'

let fixture: LakeFixture
let client: SanityClient

beforeEach(async () => {
  fixture = await createLakeFixture()
  client = fixture.client('editor', { perspective: 'raw' })
})

afterEach(() => fixture.close())

const act = (action: Action, transactionId: string) => client.action(action, { transactionId })
const edit = (title: string) =>
  ({
    actionType: 'sanity.action.document.edit',
    draftId: 'drafts.p',
    publishedId: 'p',
    patch: { set: { title } },
  }) as const
const publish = {
  actionType: 'sanity.action.document.publish',
  draftId: 'drafts.p',
  publishedId: 'p',
} as const
const unpublish = {
  actionType: 'sanity.action.document.unpublish',
  draftId: 'drafts.p',
  publishedId: 'p',
} as const

/** A document that was begun, edited, published, edited, published, unpublished, and deleted. */
async function live() {
  const attributes = { _id: 'drafts.p', _type: 'page', title: 'один' }
  await act(
    { actionType: 'sanity.action.document.create', publishedId: 'p', attributes, ifExists: 'fail' },
    't1',
  )
  await act(edit('два'), 't2')
  await act(publish, 't3')
  await act(edit('три'), 't4')
  await act({ actionType: 'sanity.action.document.discard', draftId: 'drafts.p' }, 't5')
  await act(edit('четыре'), 't6')
  await act(publish, 't7')
  await act(unpublish, 't8')
  await act(
    { actionType: 'sanity.action.document.delete', publishedId: 'p', includeDrafts: ['drafts.p'] },
    't9',
  )
}

const get = async (path: string) => {
  const response = await fixture.request('viewer', `/v2025-02-19/data/history/production/${path}`)
  return response.text()
}
const getJson = async (path: string) => {
  const body: unknown = JSON.parse(await get(path))
  return body
}
const getLines = async (path: string) => {
  const lines: Record<string, unknown>[] = (await get(path))
    .split('\n')
    .filter(Boolean)
    .map((line) => JSON.parse(line))
  return lines
}

test('the events of a document tell its story, newest first', async () => {
  await live()
  const draft = { versionId: 'drafts.p' }
  expect(await getJson('events/documents/drafts.p?limit=100')).toMatchObject({
    events: {
      'drafts.p': [
        { type: 'deleteDocumentVersion', ...draft, versionRevisionId: 't8' },
        { type: 'unpublishDocument', ...draft, versionRevisionId: 't8' },
        { type: 'publishDocumentVersion', ...draft, revisionId: 't7', versionRevisionId: 't6' },
        { type: 'createDocumentVersion', ...draft, versionRevisionId: 't6' },
        { type: 'deleteDocumentVersion', ...draft, versionRevisionId: 't4' },
        { type: 'createDocumentVersion', ...draft, versionRevisionId: 't4' },
        { type: 'publishDocumentVersion', ...draft, revisionId: 't3', versionRevisionId: 't2' },
        {
          type: 'createDocumentVersion',
          ...draft,
          versionRevisionId: 't1',
          documentId: 'p',
          author: expect.any(String),
        },
      ],
    },
    nextCursor: '',
  })
})

test('a published document has the events that changed it', async () => {
  await live()
  expect(await getJson('events/documents/p')).toMatchObject({
    events: {
      p: [
        { type: 'unpublishDocument' },
        { type: 'publishDocumentVersion', revisionId: 't7' },
        { type: 'publishDocumentVersion', revisionId: 't3' },
      ],
    },
  })
})

test('events come in pages', async () => {
  await live()
  const first = await getJson('events/documents/drafts.p?limit=5')
  expect(first).toMatchObject({
    events: { 'drafts.p': { length: 5 } },
    nextCursor: expect.stringMatching(/^\d+$/),
  })
  const { nextCursor } = first instanceof Object && 'nextCursor' in first ? first : { nextCursor: '' }
  expect(await getJson(`events/documents/drafts.p?limit=5&nextCursor=${String(nextCursor)}`)).toMatchObject({
    events: { 'drafts.p': { length: 3 } },
    nextCursor: '',
  })
})

test('documents that are written without drafts have live events', async () => {
  await client.create({ _id: 'p', _type: 'page' })
  await client.patch('p').set({ title: 'один' }).commit()
  await client.delete('p')
  expect(await getJson('events/documents/p')).toMatchObject({
    events: {
      p: [{ type: 'deleteDocumentGroup' }, { type: 'updateLiveDocument' }, { type: 'createLiveDocument' }],
    },
  })
})

const STUDIO =
  'effectFormat=mendoza&excludeContent=true&excludeMutations=true&includeIdentifiedDocumentsOnly=true'
const ids = (lines: Record<string, unknown>[]) => lines.map(({ id }) => id)

test('transactions come as lines, with their effects', async () => {
  await live()
  const lines = await getLines(`transactions/p,drafts.p?${STUDIO}`)
  expect(ids(lines)).toEqual(['t1', 't2', 't3', 't4', 't5', 't6', 't7', 't8', 't9'])
  expect(lines[2]).toEqual({
    id: 't3',
    timestamp: expect.stringMatching(/^\d{4}-.*Z$/),
    author: expect.any(String),
    documentIDs: ['p', 'drafts.p'],
    effects: {
      p: {
        apply: [
          0,
          {
            _id: 'p',
            _type: 'page',
            title: 'два',
            _createdAt: expect.any(String),
            _updatedAt: expect.any(String),
          },
        ],
        revert: [0, null],
      },
      'drafts.p': { apply: [0, null], revert: [0, expect.objectContaining({ title: 'два' })] },
    },
  })
})

test('transactions are chosen and ordered as the Studio asks', async () => {
  await live()
  const list = async (parameters: string) =>
    ids(await getLines(`transactions/p,drafts.p?${STUDIO}&${parameters}`))
  expect(await list('reverse=true&limit=2')).toEqual(['t9', 't8'])
  expect(await list('reverse=true&limit=3&toTransaction=t8')).toEqual(['t8', 't7', 't6'])
  expect(await list('fromTransaction=t2&toTransaction=t4')).toEqual(['t2', 't3', 't4'])
  expect(await list('fromTransaction=&limit=2')).toEqual(['t1', 't2'])
  expect(await list('authors=nobody')).toEqual([])
  expect(ids(await getLines(`transactions/p?${STUDIO}`))).toEqual(['t3', 't7', 't8'])
})

test('only what is asked for is told of a transaction that concerns others too', async () => {
  await client
    .transaction()
    .create({ _id: 'p', _type: 'page' })
    .create({ _id: 'q', _type: 'page', title: 'другой' })
    .commit()
  const [own] = await getLines(`transactions/p?${STUDIO}`)
  expect(own).toMatchObject({ documentIDs: ['p'] })
  expect(JSON.stringify(own)).not.toContain('другой')
  const [whole] = await getLines('transactions/p')
  expect(whole).toMatchObject({
    documentIDs: ['p', 'q'],
    mutations: [{ create: { _id: 'p' } }, { create: { title: 'другой' } }],
  })
})

const at = (revision: string) => getJson(`documents/p,drafts.p?revision=${revision}`)

test('a document at a revision', async () => {
  await live()
  expect(await at('t1')).toMatchObject({ documents: [{ _id: 'drafts.p', title: 'один', _rev: 't1' }] })
  expect(await at('t3')).toMatchObject({ documents: [{ _id: 'p', title: 'два', _rev: 't3' }] })
  expect(await at('t4')).toMatchObject({
    documents: [
      { _id: 'p', title: 'два', _rev: 't3' },
      { _id: 'drafts.p', title: 'три', _rev: 't4' },
    ],
  })
  expect(await at('t9')).toEqual({ documents: [] })
  expect(await at('no-such')).toEqual({ documents: [] })
})

test('a draft at a revision of its published document', async () => {
  const alone = (revision: string) => getJson(`documents/drafts.p?revision=${revision}`)
  const { _rev } = await client.create({ _id: 'p', _type: 'page', title: 'сразу' })
  const later = await client.patch('p').set({ title: 'позже' }).commit()
  expect(await alone(_rev)).toMatchObject({ documents: [{ _id: 'p', title: 'сразу', _rev }] })
  await act(edit('черновик'), 't1')
  expect(await alone(later._rev)).toMatchObject({ documents: [{ _id: 'p', title: 'позже' }] })
  expect(await alone('t1')).toMatchObject({ documents: [{ _id: 'drafts.p', title: 'черновик' }] })
  expect(await getJson(`documents/p,drafts.p?revision=${_rev}`)).toMatchObject({ documents: { length: 1 } })
  expect(await getJson(`documents/drafts.other?revision=${_rev}`)).toEqual({ documents: [] })
})

test('a document at a time', async () => {
  const { _updatedAt } = await client.create({ _id: 'p', _type: 'page', title: 'один' })
  expect(await getJson(`documents/p?time=${_updatedAt}`)).toMatchObject({ documents: [{ title: 'один' }] })
  expect(await getJson('documents/p?time=2020-01-01T00:00:00Z')).toEqual({ documents: [] })
  const response = await fixture.request('viewer', '/v1/data/history/production/documents/p?time=yesterday')
  expect(response.status).toBe(400)
})

const inMoscow = (ms: number) =>
  encodeURIComponent(new Date(ms + 3 * 3_600_000).toISOString().replace('Z', '+03:00'))

const between = async (from: number, to: number) =>
  ids(await getLines(`transactions/p?fromTime=${inMoscow(from)}&toTime=${inMoscow(to)}`))

test('transactions between two times, in any zone', async () => {
  const { _updatedAt } = await client.create({ _id: 'p', _type: 'page', title: 'один' })
  const moment = Date.parse(_updatedAt)
  expect(await between(moment, moment)).toHaveLength(1)
  expect(await between(moment + 1, moment + 9)).toEqual([])
  expect(await between(moment - 9, moment - 1)).toEqual([])
  for (const name of ['fromTime', 'toTime']) {
    const path = `/v1/data/history/production/transactions/p?${name}=yesterday`
    expect((await fixture.request('viewer', path)).status).toBe(400)
  }
})

test('a deleted document comes back as it last was', async () => {
  const created = await client.create({ _id: 'p', _type: 'page', title: 'один' })
  await client.delete('p')
  expect(await getJson('documents/p?lastRevision=true')).toEqual({ documents: [created] })
  expect(await getJson('documents/never?lastRevision=true')).toEqual({ documents: [] })
})

test('history survives a restart', async () => {
  await live()
  await fixture.reopen()
  expect(ids(await getLines(`transactions/p?${STUDIO}`))).toEqual(['t3', 't7', 't8'])
  expect(readFileSync(`${fixture.dataDir}/lake.sqlite`).length).toBeGreaterThan(0)
})

test.each(['transactions/p', 'documents/p?lastRevision=true', 'events/documents/p'])(
  'history is not for anonymous readers: %s',
  async (path) => {
    await client.create({ _id: 'p', _type: 'page', title: 'тайна' })
    const response = await fixture.request(null, `/v1/data/history/production/${path}`)
    expect(response.status).toBe(401)
    expect(await response.text()).not.toContain('тайна')
  },
)
