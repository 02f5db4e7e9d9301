import { afterAll, beforeAll, expect, test } from 'vitest'
import { createAccessFixture, type AccessFixture, type Reader } from './access-fixture.ts'

let fixture: AccessFixture

beforeAll(async () => {
  fixture = await createAccessFixture()
})

afterAll(() => fixture.close())

const ref = (_ref: string) => ({ _type: 'reference', _ref })
const own = { organization: ref('school-a'), title: 'Наше' }
const foreign = { organization: ref('school-b'), title: 'Чужое' }

type Body = { mutations: unknown[] } | { actions: unknown[] }

function findReader(name: string): Reader {
  const found = fixture.readers.find((reader) => reader.name === name)
  if (!found) throw new Error(`There is no reader "${name}"`)
  return found
}

async function write(name: string, body: Body) {
  const kind = 'actions' in body ? 'actions' : 'mutate'
  const response = await fixture.fetch(findReader(name), `/v1/data/${kind}/production`, {
    method: 'POST',
    body: JSON.stringify(body),
  })
  return { status: response.status, text: await response.text() }
}

const SCHOOL = 'editor of school a'
const REGION = 'editor of region 1'

const mutation = (one: unknown): Body => ({ mutations: [one] })
const action = (one: Record<string, unknown>): Body => ({
  actions: [{ ...one, actionType: `sanity.action.document.${String(one['actionType'])}` }],
})

test.each<[string, string, Body]>([
  ['a draft of its own', SCHOOL, mutation({ create: { _id: 'drafts.new-1', _type: 'practice', ...own } })],
  ['its own page', SCHOOL, mutation({ patch: { id: 'school-a', set: { about: 'О нас' } } })],
  ['its own draft', SCHOOL, mutation({ patch: { id: 'drafts.practice-a', set: { goal: 'Новая цель' } } })],
  [
    'its own draft, by query',
    SCHOOL,
    mutation({ patch: { query: '*[_id == "drafts.practice-a"]', set: { goal: 'Цель' } } }),
  ],
  [
    'a publication about its own roadmap',
    SCHOOL,
    mutation({ create: { _id: 'drafts.news-1', _type: 'coverage', roadmap: ref('roadmap-a') } }),
  ],
  [
    'a roadmap and a publication about it at once',
    SCHOOL,
    {
      mutations: [
        { create: { _id: 'roadmap-new', _type: 'roadmap', ...own } },
        { create: { _id: 'news-new', _type: 'coverage', roadmap: ref('roadmap-new') } },
      ],
    },
  ],
  [
    'an edit by action',
    SCHOOL,
    action({
      actionType: 'edit',
      draftId: 'drafts.roadmap-a',
      publishedId: 'roadmap-a',
      patch: { set: { title: 'Карта' } },
    }),
  ],
  [
    'a publication',
    SCHOOL,
    action({ actionType: 'publish', draftId: 'drafts.roadmap-a', publishedId: 'roadmap-a' }),
  ],
  [
    'an organisation of its region',
    REGION,
    mutation({ patch: { id: 'school-b', set: { about: 'О школе' } } }),
  ],
  [
    'a new organisation and its practice at once',
    REGION,
    {
      mutations: [
        { create: { _id: 'school-new', _type: 'organization', region: ref('r1') } },
        { create: { _id: 'practice-new', _type: 'practice', organization: ref('school-new') } },
      ],
    },
  ],
  [
    'a practice of an organisation that is new',
    REGION,
    mutation({ create: { _id: 'practice-newer', _type: 'practice', organization: ref('school-new') } }),
  ],
  ['the region itself', REGION, mutation({ patch: { id: 'r1', set: { about: 'О регионе' } } })],
])('%s may be written by the %s', async (_name, reader, body) => {
  expect(await write(reader, body)).toMatchObject({ status: 200 })
})

test.each<[string, string, Body, number]>([
  ['a document of another school', SCHOOL, mutation({ create: { _type: 'practice', ...foreign } }), 403],
  ['a document of nobody', SCHOOL, mutation({ create: { _type: 'practice', title: 'Ничьё' } }), 403],
  ['a page of the site', SCHOOL, mutation({ create: { _type: 'page', ...own } }), 403],
  [
    'the settings of the site',
    SCHOOL,
    mutation({ createOrReplace: { _id: 'siteSettings', _type: 'siteSettings', ...own } }),
    403,
  ],
  ['a system document', SCHOOL, mutation({ create: { _id: 'system.x', _type: 'system.x', ...own } }), 403],
  ['an asset', SCHOOL, mutation({ create: { _id: 'image-x', _type: 'sanity.imageAsset', ...own } }), 403],
  [
    'the page of another school',
    SCHOOL,
    mutation({ patch: { id: 'school-b', set: { about: 'Взлом' } } }),
    403,
  ],
  ['a published document of another school', SCHOOL, mutation({ delete: { id: 'practice-b' } }), 403],
  [
    'a draft of another school',
    SCHOOL,
    mutation({ patch: { id: 'drafts.practice-b', set: { goal: 'Взлом' } } }),
    409,
  ],
  [
    'drafts of another school, by query',
    SCHOOL,
    mutation({ patch: { query: '*[_id == "drafts.practice-b"]', set: { goal: 'Взлом' } } }),
    200,
  ],
  [
    'published documents, by query',
    SCHOOL,
    mutation({ delete: { query: '*[_type == "practice" && _id in ["practice-b"]]' } }),
    403,
  ],
  [
    'its own document away',
    SCHOOL,
    mutation({ patch: { id: 'practice-a', set: { organization: ref('school-b') } } }),
    403,
  ],
  [
    'another document into its own',
    SCHOOL,
    mutation({ patch: { id: 'practice-b', set: { organization: ref('school-a') } } }),
    403,
  ],
  [
    'another document into its own, whole',
    SCHOOL,
    mutation({ createOrReplace: { _id: 'practice-b', _type: 'practice', ...own } }),
    403,
  ],
  [
    'a draft in front of another document',
    SCHOOL,
    mutation({ create: { _id: 'drafts.school-b', _type: 'practice', ...own } }),
    403,
  ],
  [
    'a draft in place of a draft that it does not see',
    SCHOOL,
    mutation({ createOrReplace: { _id: 'drafts.coverage-b', _type: 'practice', ...own } }),
    403,
  ],
  ['its own region', SCHOOL, mutation({ patch: { id: 'school-a', set: { region: ref('r2') } } }), 403],
  [
    'its own roadmap onto the page of another region',
    SCHOOL,
    mutation({ patch: { id: 'roadmap-a', set: { region: ref('r2') } } }),
    403,
  ],
  [
    'a publication about the roadmap of another school',
    SCHOOL,
    mutation({ create: { _type: 'coverage', roadmap: ref('roadmap-b') } }),
    403,
  ],
  [
    'a reference to a draft that it does not see',
    SCHOOL,
    mutation({ create: { _type: 'practice', ...own, link: ref('drafts.practice-b') } }),
    409,
  ],
  [
    'a copy of a draft that it does not see',
    SCHOOL,
    action({ actionType: 'version.create', publishedId: 'copied', baseId: 'drafts.practice-b' }),
    409,
  ],
  [
    'a draft of a foreign document, by action',
    SCHOOL,
    action({
      actionType: 'edit',
      draftId: 'drafts.roadmap-b',
      publishedId: 'roadmap-b',
      patch: { set: { organization: ref('school-a') } },
    }),
    403,
  ],
  [
    'the withdrawal of a foreign document',
    SCHOOL,
    action({ actionType: 'unpublish', draftId: 'drafts.roadmap-b', publishedId: 'roadmap-b' }),
    403,
  ],
  ['the region, by a school', SCHOOL, mutation({ patch: { id: 'r1', set: { about: 'Взлом' } } }), 403],
  [
    'a school of another region',
    REGION,
    mutation({ patch: { id: 'school-c', set: { about: 'Взлом' } } }),
    403,
  ],
  [
    'a school of another region into its own',
    REGION,
    mutation({ patch: { id: 'school-c', set: { region: ref('r1') } } }),
    403,
  ],
  [
    'one of its schools away',
    REGION,
    mutation({ patch: { id: 'school-b', set: { region: ref('r2') } } }),
    403,
  ],
  ['another region', REGION, mutation({ patch: { id: 'r2', set: { about: 'Взлом' } } }), 403],
  [
    'anything by a viewer',
    'viewer of school a',
    mutation({ patch: { id: 'school-a', set: { about: 'x' } } }),
    403,
  ],
  ['anything by nobody', 'nobody', mutation({ patch: { id: 'school-a', set: { about: 'x' } } }), 401],
])('%s may not be written by the %s', async (_name, reader, body, status) => {
  const raw = fixture.client('administrator', { perspective: 'raw' })
  const before = await raw.fetch<unknown>('* | order(_id)')
  expect((await write(reader, body)).status).toBe(status)
  expect(await raw.fetch('* | order(_id)')).toEqual(before)
})

test('a foreign document that refers to nothing yet is not brought in by making what it refers to', async () => {
  const raw = fixture.client('administrator', { perspective: 'raw' })
  const weak = { _type: 'reference', _ref: 'roadmap-to-be', _weak: true }
  await raw.create({ _id: 'drafts.waiting', _type: 'coverage', title: 'secret-waiting', roadmap: weak })
  const trick = mutation({ create: { _id: 'roadmap-to-be', _type: 'roadmap', ...own } })
  expect(await write(SCHOOL, trick)).toMatchObject({ status: 403 })
  expect(
    await write(SCHOOL, mutation({ create: { _id: 'drafts.roadmap-to-be', _type: 'roadmap', ...own } })),
  ).toMatchObject({ status: 403 })
  expect(await write('editor', trick)).toMatchObject({ status: 200 })
})

/** Every way to touch a document of this id. */
function attempts(id: string): Body[] {
  return [
    mutation({ create: { _id: id, _type: 'practice', ...own } }),
    mutation({ createOrReplace: { _id: `drafts.${id}`, _type: 'practice', ...own } }),
    mutation({ createIfNotExists: { _id: `drafts.${id}`, _type: 'practice', ...own } }),
    mutation({ patch: { id: `drafts.${id}`, ifRevisionID: 'guess', set: { title: 'Наше' } } }),
    mutation({ delete: { id: `drafts.${id}` } }),
    action({
      actionType: 'create',
      publishedId: id,
      attributes: { _id: `drafts.${id}`, _type: 'practice', ...own },
      ifExists: 'fail',
    }),
    action({ actionType: 'discard', draftId: `drafts.${id}`, publishedId: id }),
    action({ actionType: 'publish', draftId: `drafts.${id}`, publishedId: id }),
  ]
}

/** What the school hears of each of them, whatever the id. */
async function answers(id: string): Promise<string[]> {
  const all = await Promise.all(attempts(id).map((body) => write(SCHOOL, body)))
  return all.map(
    ({ status, text }) => `${status} ${text.replaceAll(id, 'ID').replace(/"transactionId":"\w+"/, '')}`,
  )
}

test('what stands under an id that is taken out of sight is not told', async () => {
  const raw = fixture.client('administrator', { perspective: 'raw' })
  const weak = { _type: 'reference', _ref: 'referred-only', _weak: true }
  await raw.create({ _id: 'drafts.taken-draft', _type: 'practice', ...foreign })
  await raw.create({ _id: 'drafts.referrer-of-nothing', _type: 'practice', ...foreign, link: weak })
  expect(await answers('taken-draft')).toEqual(await answers('referred-only'))
})

test('an error names no document that the writer does not see', async () => {
  const raw = fixture.client('administrator', { perspective: 'raw' })
  await raw.create({ _id: 'referred', _type: 'practice', ...own })
  await raw.create({ _id: 'drafts.hidden-referrer', _type: 'practice', ...foreign, link: ref('referred') })
  const refused = await write(SCHOOL, mutation({ delete: { id: 'referred' } }))
  expect(refused.status).toBe(409)
  expect(refused.text).not.toContain('hidden-referrer')
})

test('a school that is moved by an administrator changes hands at once', async () => {
  const raw = fixture.client('administrator', { perspective: 'raw' })
  const read = async () => {
    const path = `/v1/data/query/production?query=${encodeURIComponent('*[_id == "drafts.practice-c"]')}`
    return (await fixture.fetch(findReader(REGION), path)).text()
  }
  expect(await read()).not.toContain('secret-draft-of-c')
  await raw
    .patch('school-c')
    .set({ region: ref('r1') })
    .commit()
  expect(await read()).toContain('secret-draft-of-c')
  await raw
    .patch('school-c')
    .set({ region: ref('r2') })
    .commit()
  expect(await read()).not.toContain('secret-draft-of-c')
})
