import { afterAll, beforeAll, expect, test, vi } from 'vitest'
import { createLakeFixture, type LakeFixture } from '../lake-fixture.ts'

let fixture: LakeFixture

beforeAll(async () => {
  fixture = await createLakeFixture()
  await fixture
    .client('editor')
    .transaction()
    .create({ _id: 'school-1', _type: 'organization', name: 'Школа № 1' })
    .create({ _id: 'practice-1', _type: 'practice', title: 'Пара', organization: { _ref: 'school-1' } })
    .create({ _id: 'practice-2', _type: 'practice', title: 'Группа', organization: { _ref: 'school-1' } })
    .create({
      _id: 'drafts.practice-2',
      _type: 'practice',
      title: 'Группа (правка)',
      organization: { _ref: 'school-1' },
    })
    .create({ _id: 'drafts.practice-3', _type: 'practice', title: 'Новая' })
    .commit()
})

afterAll(() => fixture.close())

test('fetch gives the result, with references resolved and parameters', async () => {
  const query = '*[_type == $type]{title, "school": organization->name} | order(title)'
  expect(await fixture.client('viewer').fetch(query, { type: 'practice' })).toEqual([
    { title: 'Группа', school: 'Школа № 1' },
    { title: 'Пара', school: 'Школа № 1' },
  ])
})

test('the observable client gives the same', async () => {
  const results: unknown[] = []
  fixture
    .client('viewer')
    .observable.fetch('count(*)')
    .subscribe((result) => void results.push(result))
  await vi.waitFor(() => expect(results).toEqual([3]))
})

const perspectives = [
  { perspective: 'published', titles: ['Пара', 'Группа'] },
  { perspective: 'drafts', titles: ['Пара', 'Группа (правка)', 'Новая'] },
  { perspective: 'previewDrafts', titles: ['Пара', 'Группа (правка)', 'Новая'] },
  { perspective: 'raw', titles: ['Группа (правка)', 'Новая', 'Пара', 'Группа'] },
] as const

test.each(perspectives)('perspective $perspective', async ({ perspective, titles }) => {
  const client = fixture.client('viewer', { perspective })
  expect(await client.fetch('*[_type == "practice"] | order(_id).title')).toEqual(titles)
})

test('drafts are shown under their published id, with the original one beside it', async () => {
  const client = fixture.client('viewer', { perspective: 'drafts' })
  expect(await client.fetch('*[_id == "practice-2"]{_id, _originalId, title}')).toEqual([
    { _id: 'practice-2', _originalId: 'drafts.practice-2', title: 'Группа (правка)' },
  ])
})

test.each([
  { apiVersion: '1', count: 5 },
  { apiVersion: '2021-06-07', count: 5 },
  { apiVersion: '2025-02-18', count: 5 },
  { apiVersion: '2025-02-19', count: 3 },
  { apiVersion: 'X', count: 3 },
])(
  'version $apiVersion sees $count documents when no perspective is given',
  async ({ apiVersion, count }) => {
    expect(await fixture.client('viewer', { apiVersion }).fetch('count(*)')).toBe(count)
  },
)

const askToExplain = (explain: string) =>
  fixture.request('viewer', `/v2025-02-19/data/query/production?query=1&explain=${explain}`)

test('a plan is refused rather than answered with a result', async () => {
  expect((await askToExplain('true')).status).toBe(400)
  expect((await askToExplain('false')).status).toBe(200)
})

test('a release cannot be asked for', async () => {
  const fetching = fixture.client('viewer', { perspective: ['rSpring', 'drafts'] }).fetch('*')
  await expect(fetching).rejects.toMatchObject({
    statusCode: 400,
    message: expect.stringContaining('rSpring'),
  })
})

test('the whole answer tells the query, the time and what to watch', async () => {
  const client = fixture.client('viewer')
  const response = await client.fetch('*[_id == "school-1"].name', {}, { filterResponse: false })
  expect(response).toMatchObject({ result: ['Школа № 1'], query: '*[_id == "school-1"].name' })
  expect(response.ms).toBeGreaterThanOrEqual(0)
  expect(response.syncTags).toEqual([expect.stringMatching(/^s1:[\w-]{8}$/)])
})

test.each([
  { query: '*[_type == ', start: 11, description: 'unexpected end-of-file, expected expression' },
  { query: '*[_id in $ids]', start: 9, description: 'param $ids referenced, but not provided' },
])('a query that cannot be parsed tells where: $query', async ({ query, start, description }) => {
  const error = await fixture
    .client('viewer')
    .fetch(query)
    .catch((reason: unknown) => reason)
  expect(error).toMatchObject({
    statusCode: 400,
    details: { type: 'queryParseError', query, start, description },
  })
})

test('a long query goes as a body and gives the same', async () => {
  const ids = Array.from({ length: 2_000 }, (_, index) => `practice-${index}`)
  expect(await fixture.client('viewer').fetch('*[_id in $ids]._id', { ids })).toEqual([
    'practice-1',
    'practice-2',
  ])
})

test('functions that are missing here are named', async () => {
  const fetching = fixture.client('viewer').fetch('*[0]{"a": documents::get("x")}')
  await expect(fetching).rejects.toMatchObject({ statusCode: 400, details: { type: 'queryEvaluationError' } })
})

test('documents by id: those there, and why others are not', async () => {
  const client = fixture.client('viewer')
  expect(await client.getDocument('practice-1')).toMatchObject({ title: 'Пара' })
  expect(await client.getDocument('nothing')).toBeUndefined()
  expect(await client.getDocuments(['drafts.practice-3', 'nothing', 'school-1'])).toMatchObject([
    { title: 'Новая' },
    null,
    { name: 'Школа № 1' },
  ])
  const response = await fixture.request(
    'viewer',
    '/v2025-02-19/data/doc/production/practice-1,x?excludeContent=true',
  )
  const body: unknown = await response.json()
  expect(body).toMatchObject({
    documents: [{ _id: 'practice-1', _type: 'practice' }],
    omitted: [{ id: 'x', reason: 'existence' }],
  })
  expect(JSON.stringify(body)).not.toContain('Пара')
})

test('an unknown address is named in a JSON error and in the log', async () => {
  const response = await fixture.request('viewer', '/v1/data/unheard-of/production')
  expect(response.status).toBe(404)
  expect(await response.json()).toMatchObject({
    statusCode: 404,
    message: expect.stringContaining('/v1/data/unheard-of/production'),
  })
  expect(fixture.logged.join('')).toContain('/v1/data/unheard-of/production')
})

test('another dataset is not found', async () => {
  const fetching = fixture.client('viewer', { dataset: 'staging' }).fetch('*')
  await expect(fetching).rejects.toMatchObject({
    statusCode: 404,
    message: expect.stringContaining('staging'),
  })
})

test('request tags and parameters that are not known are ignored', async () => {
  const response = await fixture.request(
    'viewer',
    '/v1/data/query/production?query=count(*)&tag=a.b&unheard-of=1',
  )
  expect(await response.json()).toMatchObject({ result: 5 })
})
