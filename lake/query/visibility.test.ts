import { afterAll, beforeAll, expect, test } from 'vitest'
import { createLakeFixture, type LakeFixture } from '../lake-fixture.ts'

// Every hidden piece of content holds this word, so that one search finds any leak.
const SECRET = 'тайна'

let fixture: LakeFixture

const link = (_ref: string) => ({ _ref, _weak: true })

beforeAll(async () => {
  fixture = await createLakeFixture({
    publicView({ secret: _secret, hiddenLink: _hiddenLink, ...document }) {
      return document['hidden'] === true ? null : document
    },
  })
  await fixture
    .client('administrator')
    .transaction()
    .create({
      _id: 'open',
      _type: 'page',
      title: 'открыто',
      secret: `${SECRET} в поле`,
      toHidden: link('hidden'),
      toDraft: link('drafts.open'),
      hiddenLink: link('other'),
    })
    .create({ _id: 'other', _type: 'page', title: 'другое', link: link('open') })
    .create({ _id: 'hidden', _type: 'page', hidden: true, title: `${SECRET} скрытая`, link: link('open') })
    .create({ _id: 'drafts.open', _type: 'page', title: `${SECRET} черновика`, link: link('open') })
    .create({ _id: 'drafts.only', _type: 'page', title: `${SECRET} только черновик`, link: link('open') })
    .create({ _id: 'versions.r1.open', _type: 'page', title: `${SECRET} версии`, link: link('open') })
    .create({ _id: 'system.group', _type: 'system.group', title: `${SECRET} системы`, link: link('open') })
    .commit()
})

afterAll(() => fixture.close())

const query = (text: string, parameters = '') =>
  `/v2025-02-19/data/query/production?returnQuery=false&query=${encodeURIComponent(text)}${parameters}`

async function ask(role: 'viewer' | 'editor' | 'administrator' | null, path: string, init: RequestInit = {}) {
  const response = await fixture.request(role, path, init)
  return { status: response.status, text: await response.text() }
}

const RAW = '&perspective=raw'
const reads = [
  { name: 'everything, raw', path: query('*', RAW), open: true },
  { name: 'everything, drafts', path: query('*', '&perspective=drafts'), open: true },
  { name: 'everything, by an old version', path: query('*').replace('v2025-02-19', 'v1'), open: true },
  { name: 'by id', path: query('*[_id == "hidden" || _id in path("drafts.**")]', RAW), open: false },
  { name: 'drafts, by a list of ids', path: query('*[_id in ["drafts.only", "hidden"]]', RAW), open: false },
  {
    name: 'references resolved',
    path: query('*[_id == "open"]{title, "a": toHidden->, "b": toDraft->}', RAW),
    open: true,
  },
  { name: 'what refers to a document', path: query('*[references("open")]', RAW), open: false },
  { name: 'a field that is hidden', path: query('*[_id == "open"]{title, secret}', RAW), open: true },
  { name: 'versions of a document', path: query('*[sanity::versionOf("open")]', RAW), open: true },
  { name: 'system documents', path: query('*[_type == "system.group"]', RAW), open: false },
  { name: 'text put together', path: query('array::join(*[].title, ",")', RAW), open: true },
  {
    name: 'documents by id',
    path: '/v1/data/doc/production/open,hidden,drafts.open,drafts.only,versions.r1.open,system.group',
    open: true,
  },
  { name: 'all versions by id', path: '/v1/data/doc/production/open?includeAllVersions=true', open: true },
  { name: 'the export', path: '/v1/data/export/production', open: true },
] as const

test.each(reads)('anonymous readers get what is public: $name', async ({ path, open }) => {
  const { status, text } = await ask(null, path)
  expect(status).toBe(200)
  expect(text).not.toContain(SECRET)
  expect(text.includes('открыто')).toBe(open)
})

test.each(['viewer', 'editor', 'administrator'] as const)(
  'whoever is signed in reads everything: %s',
  async (role) => {
    for (const { path } of reads) {
      const { status, text } = await ask(role, path)
      expect(status).toBe(200)
      expect(text).toContain(SECRET)
    }
  },
)

test.each([
  { name: 'count of all', text: 'count(*)', anonymous: 2, signedIn: 7 },
  { name: 'count of drafts', text: 'count(*[_id in path("drafts.**")])', anonymous: 0, signedIn: 2 },
  { name: 'count by a hidden field', text: `count(*[secret match "${SECRET}*"])`, anonymous: 0, signedIn: 1 },
  {
    name: 'count by a hidden field of a target',
    text: `count(*[toHidden->title match "${SECRET}"])`,
    anonymous: 0,
    signedIn: 1,
  },
  { name: 'count of referring documents', text: 'count(*[references("open")])', anonymous: 1, signedIn: 6 },
  { name: 'count by a hidden reference', text: 'count(*[references("other")])', anonymous: 0, signedIn: 1 },
  {
    name: 'count by a hidden reference, compared',
    text: 'count(*[hiddenLink._ref == "other"])',
    anonymous: 0,
    signedIn: 1,
  },
  {
    name: 'count within a projection',
    text: '*[_id == "open"][0]{"n": count(*[references(^._id)])}.n',
    anonymous: 1,
    signedIn: 6,
  },
  {
    name: 'order by a hidden field',
    text: '*[_type == "page"] | order(defined(secret) desc, _id desc)[0]._id',
    anonymous: 'other',
    signedIn: 'open',
  },
  {
    name: 'whether a hidden document is there',
    text: 'defined(*[_id == "hidden"][0])',
    anonymous: false,
    signedIn: true,
  },
])('no oracle: $name', async ({ text, anonymous, signedIn }) => {
  expect(JSON.parse((await ask(null, query(text, RAW))).text)).toMatchObject({ result: anonymous })
  expect(JSON.parse((await ask('viewer', query(text, RAW))).text)).toMatchObject({ result: signedIn })
})

test('who may know why a document is left out', async () => {
  const path = '/v1/data/doc/production/hidden,never,drafts.open,drafts.never'
  expect(JSON.parse((await ask(null, path)).text)).toEqual({
    documents: [],
    omitted: [
      { id: 'hidden', reason: 'existence' },
      { id: 'never', reason: 'existence' },
      { id: 'drafts.open', reason: 'permission' },
      { id: 'drafts.never', reason: 'permission' },
    ],
  })
})

const references = async (role: 'viewer' | null, id: string) =>
  JSON.parse((await ask(role, `/v1/data/references/production/documents/${id}/to`)).text)

test('what refers to a document, as far as the reader can see', async () => {
  expect(await references(null, 'open')).toEqual({
    totalCount: 1,
    references: [{ documentId: 'other', documentType: 'page', paths: ['link'] }],
  })
  expect(await references('viewer', 'open')).toMatchObject({ totalCount: 6 })
  expect(await references(null, 'other')).toEqual({ totalCount: 0, references: [] })
  expect(await references('viewer', 'other')).toMatchObject({
    references: [{ documentId: 'open', paths: ['hiddenLink'] }],
  })
})

const post = (body: unknown): RequestInit => ({ method: 'POST', body: JSON.stringify(body) })
const mutate = '/v1/data/mutate/production'
const act = '/v2025-02-19/data/actions/production'
const writes = [
  { name: 'create', path: mutate, init: post({ mutations: [{ create: { _id: 'new', _type: 'page' } }] }) },
  {
    name: 'createOrReplace',
    path: mutate,
    init: post({ mutations: [{ createOrReplace: { _id: 'open', _type: 'page' } }] }),
  },
  {
    name: 'createIfNotExists',
    path: mutate,
    init: post({ mutations: [{ createIfNotExists: { _id: 'hidden', _type: 'page' } }] }),
  },
  {
    name: 'patch',
    path: mutate,
    init: post({ mutations: [{ patch: { id: 'drafts.open', set: { title: 'x' } } }] }),
  },
  {
    name: 'patch by query',
    path: mutate,
    init: post({ mutations: [{ patch: { query: '*', set: { title: 'x' } } }] }),
  },
  { name: 'delete', path: mutate, init: post({ mutations: [{ delete: { id: 'drafts.only' } }] }) },
  {
    name: 'a dry run that returns documents',
    path: `${mutate}?dryRun=true&returnDocuments=true`,
    init: post({ mutations: [{ patch: { query: '*', set: { x: 1 } } }] }),
  },
  {
    name: 'an edit',
    path: act,
    init: post({
      actions: [
        {
          actionType: 'sanity.action.document.edit',
          draftId: 'drafts.open',
          publishedId: 'open',
          patch: { set: { title: 'x' } },
        },
      ],
    }),
  },
  {
    name: 'publishing',
    path: act,
    init: post({
      actions: [
        { actionType: 'sanity.action.document.publish', draftId: 'drafts.open', publishedId: 'open' },
      ],
    }),
  },
  { name: 'nonsense', path: mutate, init: { method: 'POST', body: '{' } },
] as const

test.each(writes)('writing is refused: $name', async ({ path, init }) => {
  const before = (await ask('viewer', '/v1/data/export/production')).text
  const anonymous = await ask(null, path, init)
  expect(anonymous.status).toBe(401)
  expect(JSON.parse(anonymous.text)).toMatchObject({
    statusCode: 401,
    error: 'Unauthorized',
    errorCode: 'SIO-401-ANF',
  })
  const viewer = await ask('viewer', path, init)
  expect(viewer.status).toBe(403)
  expect(JSON.parse(viewer.text)).toMatchObject({
    statusCode: 403,
    error: 'Forbidden',
    message: expect.any(String),
  })
  expect(anonymous.text + viewer.text).not.toContain(SECRET)
  expect((await ask('viewer', '/v1/data/export/production')).text).toBe(before)
})

test('a token that is wrong or revoked opens nothing', async () => {
  const headers = { authorization: 'Bearer wrong' }
  for (const { path } of reads) {
    const { status, text } = await ask(null, path, { headers })
    expect(status).toBe(401)
    expect(text).not.toContain('открыто')
  }
})
