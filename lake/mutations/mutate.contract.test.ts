import { afterEach, beforeEach, expect, test } from 'vitest'
import type { SanityClient } from '@sanity/client'
import { createLakeFixture, type LakeFixture } from '../lake-fixture.ts'

let fixture: LakeFixture
let client: SanityClient

beforeEach(async () => {
  fixture = await createLakeFixture()
  client = fixture.client('editor')
})

afterEach(() => fixture.close())

/** Sends mutations as they are, which the client would refuse to build. */
async function mutate(mutations: unknown, parameters = '') {
  const response = await fixture.request('editor', `/v1/data/mutate/production${parameters}`, {
    method: 'POST',
    body: JSON.stringify({ mutations }),
  })
  return { status: response.status, body: await response.text() }
}

test('create makes an id, a revision and times', async () => {
  const document = await client.create({ _type: 'page', title: 'О проекте' })
  expect(document).toMatchObject({ _type: 'page', title: 'О проекте', _createdAt: document._updatedAt })
  expect(document._id).toMatch(/^[\w-]{36}$/)
  expect(document._rev).toMatch(/^\w{24}$/)
  expect(await client.getDocument(document._id)).toEqual(document)
})

test('create completes an id that ends in a dot', async () => {
  const document = await client.create({ _id: 'drafts.', _type: 'page' })
  expect(document._id).toMatch(/^drafts\.[\w-]{36}$/)
})

test('create keeps the time of creation that it is given', async () => {
  const given = { _id: 'p', _type: 'page', _createdAt: '2020-01-01T00:00:00Z' }
  expect(await client.create(given)).toMatchObject({ _createdAt: '2020-01-01T00:00:00Z' })
})

test('create refuses an id that is taken', async () => {
  await client.create({ _id: 'p', _type: 'page' })
  const second = client.create({ _id: 'p', _type: 'page' })
  await expect(second).rejects.toMatchObject({
    statusCode: 409,
    details: {
      type: 'mutationError',
      items: [{ index: 0, error: { type: 'documentAlreadyExistsError', id: 'p' } }],
    },
  })
})

test('createIfNotExists and createOrReplace', async () => {
  const first = await client.createIfNotExists({ _id: 'p', _type: 'page', title: 'один' })
  expect(await client.createIfNotExists({ _id: 'p', _type: 'page', title: 'два' })).toEqual(first)
  const replaced = await client.createOrReplace({ _id: 'p', _type: 'page', title: 'три' })
  expect(replaced).toMatchObject({ title: 'три', _createdAt: first._createdAt })
  expect(replaced._rev).not.toBe(first._rev)
})

test('patch: a star means all items', async () => {
  await client.create({
    _id: 'p',
    _type: 'page',
    list: [{ _key: 'a*', done: false }, { _key: 'b' }],
    tags: ['x', 'y'],
    empty: [],
  })
  const patched = await client
    .patch('p')
    .set({ 'list[*].done': true, 'list[_key=="a*"].text': 'звезда', 'empty[*].done': true })
    .unset(['tags[*]'])
    .commit()
  expect(patched).toMatchObject({
    list: [
      { _key: 'a*', done: true, text: 'звезда' },
      { _key: 'b', done: true },
    ],
    tags: [],
    empty: [],
  })
})

test.each([
  [{ merge: { title: 'два' } }, 'merge'],
  [{ sett: { title: 'два' } }, 'sett'],
  [{ set: { title: 'два' }, query: '*' }, 'query'],
  [{ insert: { after: 'a[-1]', before: 'a[0]', items: [] } }, 'patch.insert'],
  [{ inc: { n: '1' } }, 'inc.n'],
])('a patch with anything unknown is refused, not passed over: %j', async (patch, named) => {
  await client.create({ _id: 'p', _type: 'page', title: 'один' })
  const { status, body } = await mutate([{ patch: { id: 'p', ...patch } }])
  expect(status).toBe(400)
  expect(body).toContain(named)
  expect(await client.getDocument('p')).toMatchObject({ title: 'один' })
})

test('patch: every operation', async () => {
  await client.create({
    _id: 'p',
    _type: 'page',
    title: 'Наставничество',
    visits: 5,
    old: true,
    list: [
      { _key: 'a', text: 'первый' },
      { _key: 'b', text: 'второй' },
    ],
  })
  const patched = await client
    .patch('p')
    .set({ 'list[_key=="a"].text': 'ПЕРВЫЙ' })
    .setIfMissing({ tags: [], title: 'не тронут' })
    .unset(['old'])
    .inc({ visits: 2 })
    .insert('after', 'list[_key=="a"]', [{ _key: 'c', text: 'между' }])
    .commit()
  expect(patched).toMatchObject({
    title: 'Наставничество',
    visits: 7,
    tags: [],
    list: [{ text: 'ПЕРВЫЙ' }, { text: 'между' }, { text: 'второй' }],
  })
  expect(patched).not.toHaveProperty('old')
  const diffed = await client
    .patch('p')
    .diffMatchPatch({ title: '@@ -8,7 +8,6 @@\n иче\n-ство\n+ств\n' })
    .dec({ visits: 1 })
    .commit()
  expect(diffed).toMatchObject({ visits: 6 })
})

test('a patch that changes nothing makes a new revision', async () => {
  const before = await client.create({ _id: 'p', _type: 'page' })
  const after = await client.patch('p').unset(['_empty_action_guard_pseudo_field_']).commit()
  expect(after._rev).not.toBe(before._rev)
})

test('ifRevisionID lets only the expected revision be changed', async () => {
  const { _rev } = await client.create({ _id: 'p', _type: 'page', title: 'один' })
  await client.patch('p').ifRevisionId(_rev).set({ title: 'два' }).commit()
  const late = client.patch('p').ifRevisionId(_rev).set({ title: 'три' }).commit()
  await expect(late).rejects.toMatchObject({
    statusCode: 409,
    details: {
      items: [{ error: { type: 'documentRevisionIDDoesNotMatchError', expectedRevisionID: _rev } }],
    },
  })
  expect(await client.getDocument('p')).toMatchObject({ title: 'два' })
})

test('patch and delete by query', async () => {
  await client.transaction(['a', 'b', 'c'].map((_id, n) => ({ create: { _id, _type: 'page', n } }))).commit()
  const patched = await client
    .patch({ query: '*[_type == "page" && n > $least]', params: { least: 0 } })
    .set({ big: true })
    .commit({ returnDocuments: false })
  expect(patched).toMatchObject({ documentIds: ['b', 'c'] })
  await client.delete({ query: '*[big]' })
  expect(await client.fetch('*._id')).toEqual(['a'])
})

test('a mutation by query of many documents, while others write', async () => {
  const transaction = client.transaction()
  for (let n = 0; n < 300; n += 1) transaction.create({ _id: `many-${n}`, _type: 'many', n })
  await transaction.commit()
  const writes = Array.from({ length: 30 }, (_, n) =>
    client.createOrReplace({ _id: `meanwhile-${n}`, _type: 'many', n: -1 }),
  )
  const slow = '*[_type == "many" && n >= 0 && count(*[_type == "many" && n < ^.n]) >= 0]'
  const patched = client.patch({ query: slow }).set({ seen: true }).commit({ returnFirst: false })
  await Promise.all([patched, ...writes])
  expect(await client.fetch('[count(*[seen]), count(*[_type == "many" && !defined(seen)])]')).toEqual([
    300, 30,
  ])
  await client.delete({ query: '*[_type == "many"]' })
  expect(await client.fetch('count(*[_type == "many"])')).toBe(0)
})

test('a mutation by query sees what the transaction has done so far', async () => {
  await client
    .transaction()
    .create({ _id: 'a', _type: 'page' })
    .patch({ query: '*[_type == "page"]' }, { set: { seen: true } })
    .commit()
  expect(await client.getDocument('a')).toMatchObject({ seen: true })
})

test('deleting what is not there is no failure', async () => {
  await expect(client.delete('nothing')).resolves.toMatchObject({ results: [{ operation: 'none' }] })
})

test('a transaction is done whole or not at all', async () => {
  await client.create({ _id: 'p', _type: 'page', title: 'один' })
  const failing = client
    .transaction()
    .patch('p', (patch) => patch.set({ title: 'два' }))
    .create({ _id: 'q', _type: 'page' })
    .patch('missing', (patch) => patch.set({ title: 'три' }))
    .commit()
  await expect(failing).rejects.toMatchObject({
    statusCode: 409,
    details: { items: [{ index: 2, error: { type: 'documentNotFoundError', id: 'missing' } }] },
  })
  expect(await client.fetch('*[_type == "page"]{_id, title}')).toEqual([{ _id: 'p', title: 'один' }])
})

test('the id of a transaction is the client’s, once', async () => {
  const commit = (_id: string) =>
    client
      .transaction([{ create: { _id, _type: 'page' } }])
      .transactionId('mine')
      .commit()
  expect(await commit('p')).toMatchObject({ transactionId: 'mine' })
  expect(await client.getDocument('p')).toMatchObject({ _rev: 'mine' })
  const again = commit('q')
  await expect(again).rejects.toMatchObject({
    statusCode: 409,
    details: { type: 'transactionAlreadyExistsError' },
  })
})

test('dryRun checks and writes nothing', async () => {
  const result = await client.create({ _id: 'p', _type: 'page' }, { dryRun: true })
  expect(result).toMatchObject({ _id: 'p' })
  expect(await client.fetch('count(*)')).toBe(0)
  await client.create({ _id: 'p', _type: 'page' })
  await expect(client.create({ _id: 'p', _type: 'page' }, { dryRun: true })).rejects.toMatchObject({
    statusCode: 409,
  })
})

test('autoGenerateArrayKeys gives keys to objects in arrays', async () => {
  const document = await client.create(
    { _id: 'p', _type: 'page', list: [{ text: 'а' }, { _key: 'b' }, 'строка'] },
    { autoGenerateArrayKeys: true },
  )
  expect(document.list).toEqual([
    { text: 'а', _key: expect.stringMatching(/^\w{12}$/) },
    { _key: 'b' },
    'строка',
  ])
  const patched = await client
    .patch('p')
    .insert('after', 'list[-1]', [{ text: 'в' }])
    .commit({ autoGenerateArrayKeys: true })
  expect(patched).toMatchObject({ list: [{}, {}, {}, { text: 'в', _key: expect.any(String) }] })
})

test('a strong reference needs its target', async () => {
  const broken = client.create({ _id: 'a', _type: 'page', to: { _ref: 'b' } })
  await expect(broken).rejects.toMatchObject({
    statusCode: 409,
    details: {
      items: [{ error: { id: 'a', referenceID: 'b', description: expect.stringContaining('non-existent') } }],
    },
  })
  await client.create({ _id: 'a', _type: 'page', to: { _ref: 'b', _weak: true } })
  await client
    .transaction()
    .create({ _id: 'c', _type: 'page', to: { _ref: 'd' } })
    .create({ _id: 'd', _type: 'page' })
    .commit()
})

test('what is referred to strongly cannot be deleted', async () => {
  await client.create({ _id: 'b', _type: 'page' })
  await client.create({ _id: 'a', _type: 'page', list: [{ _key: 'k', _ref: 'b' }] })
  await expect(client.delete('b')).rejects.toMatchObject({
    statusCode: 409,
    details: {
      type: 'mutationError',
      items: [{ error: { type: 'documentHasExistingReferencesError', id: 'b', referencingIDs: ['a'] } }],
    },
  })
  await client.patch('a').set({ 'list[_key=="k"]._weak': true }).commit()
  await client.delete('b')
  expect(await client.fetch('*._id')).toEqual(['a'])
})

test('a document that refers to itself, and a pair deleted together', async () => {
  await client.create({ _id: 'a', _type: 'page', self: { _ref: 'a' } })
  await client.delete('a')
  await client
    .transaction()
    .create({ _id: 'b', _type: 'page', to: { _ref: 'c' } })
    .create({ _id: 'c', _type: 'page' })
    .commit()
  await client.transaction().delete('c').delete('b').commit()
  expect(await client.fetch('count(*)')).toBe(0)
})

test.each([
  { name: 'a path that does not parse', mutations: [{ patch: { id: 'p', set: { 'a b': 1 } } }] },
  { name: 'a path with rubbish at the end', mutations: [{ patch: { id: 'p', unset: ['list[0]]'] } }] },
  { name: 'a path to the prototype', mutations: [{ patch: { id: 'p', set: { '__proto__.polluted': 1 } } }] },
  { name: 'a changed id', mutations: [{ patch: { id: 'p', set: { _id: 'q' } } }] },
  { name: 'a changed type', mutations: [{ patch: { id: 'p', unset: ['_type'] } }] },
  { name: 'a malformed id', mutations: [{ create: { _id: 'p/../q', _type: 'page' } }] },
  { name: 'no type', mutations: [{ create: { _id: 'q' } }] },
  { name: 'a type that is no string', mutations: [{ create: { _id: 'q', _type: 5 } }] },
  { name: 'two mutations in one', mutations: [{ create: { _type: 'page' }, delete: { id: 'p' } }] },
  { name: 'an unknown mutation', mutations: [{ upsert: { _type: 'page' } }] },
  { name: 'no mutation', mutations: [{}] },
  { name: 'mutations that are no array', mutations: { create: { _type: 'page' } } },
  {
    name: 'a field named __proto__',
    mutations: JSON.parse('[{"create":{"_type":"page","a":{"__proto__":{"b":1}}}}]'),
  },
  { name: 'a query that does not parse', mutations: [{ delete: { query: '*[' } }] },
  { name: 'a query that gives no documents', mutations: [{ delete: { query: '*._id' } }] },
  { name: 'an infinite number', mutations: [{ patch: { id: 'p', inc: { n: 1e308 }, set: { n: 1.7e308 } } }] },
])('refuses $name', async ({ mutations }) => {
  await client.create({ _id: 'p', _type: 'page', list: [1] })
  const { status, body } = await mutate(mutations)
  expect(status).toBe(400)
  expect(JSON.parse(body)).toMatchObject({
    error: { type: expect.any(String), description: expect.any(String) },
  })
  expect(await client.fetch('*{_id, _type, list}')).toEqual([{ _id: 'p', _type: 'page', list: [1] }])
})

const send = (body: string) =>
  fixture.request('editor', '/v1/data/mutate/production', { method: 'POST', body })

test('refuses JSON that is nested too deeply, and what is not JSON', async () => {
  const nested = `${'['.repeat(5_000)}${']'.repeat(5_000)}`
  expect((await send(`{"mutations":[{"create":{"_type":"page","a":${nested}}}]}`)).status).toBe(400)
  expect((await send('{"mutations":')).status).toBe(400)
})

test('refuses text that is not UTF-8, rather than lose its letters', async () => {
  const text = JSON.stringify({ mutations: [{ create: { _id: 'p', _type: 'page', title: '?' } }] })
  const body = Buffer.from(text.replace('?', '\u00ff'), 'latin1')
  const response = await fixture.request('editor', '/v1/data/mutate/production', { method: 'POST', body })
  expect(response.status).toBe(400)
  expect(await client.fetch('*')).toEqual([])
})

test('returnDocuments is off unless asked for', async () => {
  const { body } = await mutate([{ create: { _id: 'p', _type: 'page' } }], '?returnIds=true')
  expect(JSON.parse(body)).toEqual({
    transactionId: expect.any(String),
    results: [{ id: 'p', operation: 'create' }],
  })
})
