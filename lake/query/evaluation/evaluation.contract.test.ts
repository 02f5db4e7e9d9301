import { afterEach, expect, test } from 'vitest'
import { createLakeFixture, type LakeFixture } from '../../lake-fixture.ts'
import { viewOfTests } from './view-fixture.ts'

let fixture: LakeFixture

afterEach(() => fixture.close())

const QUERY = '/v2025-02-19/data/query/production'
const VIEW = {
  publicView: viewOfTests,
  publicViewModule: { url: new URL('view-fixture.ts', import.meta.url).href, name: 'viewOfTests' },
}
/** Everything is evaluated in threads. */
const APART = { documentsInPlace: 0 }

async function fill(count: number): Promise<void> {
  const transaction = fixture.client('editor').transaction()
  for (let place = 0; place < count; place += 1) {
    const title = `Практика ${place} ${'наставник и ученик '.repeat(3)}`
    transaction.create({ _id: `p${place}`, _type: 'practice', title, to: { _ref: 'p0', _weak: true } })
  }
  transaction.create({ _id: 'drafts.p1', _type: 'practice', title: 'Правка' })
  transaction.create({ _id: 'hidden', _type: 'practice', title: 'Тайна', hidden: true })
  transaction.create({ _id: 'open', _type: 'page', title: 'Страница', secret: 'шифр' })
  await transaction.commit()
}

async function ask(
  role: 'viewer' | null,
  query: string,
  more = '',
): Promise<{ status: number; body: unknown }> {
  const response = await fixture.request(role, `${QUERY}?query=${encodeURIComponent(query)}${more}`)
  return { status: response.status, body: await response.json() }
}

test('a thread answers as the lake itself does', async () => {
  const queries: [query: string, more?: string][] = [
    ['*[_type == "practice"] | order(_id)[0...3]{_id, title, "to": to->title}', '&perspective=drafts'],
    ['count(*[_type == "practice"])', '&perspective=raw'],
    ['*[_id == "p1"][0]{title}', '&perspective=drafts&resultSourceMap=withKeyArraySelector'],
    ['diff::changedAny({"a": 1}, {"a": 2}, a)'],
    ['*[_type == "none"][0]'],
    ['*[_type == '],
    ['*[geo::latLng(1, 2)]'],
    ['identity()'],
    ['*[title match "стран*"]{_id}', '&returnQuery=false'],
  ]
  const answers = async (limits: object) => {
    fixture = await createLakeFixture({ limits })
    await fill(5)
    const told = []
    for (const [query, more] of queries) {
      const { status, body } = await ask('viewer', query, more)
      told.push({ query, status, body: { ...Object(body), ms: 0 } })
    }
    return told
  }
  const apart = await answers(APART)
  await fixture.close()
  const inPlace = await answers({ documentsInPlace: 1_000 })
  expect(JSON.stringify(apart).replaceAll(/"t[0-9a-f-]{10,}"/g, '')).toEqual(
    JSON.stringify(inPlace).replaceAll(/"t[0-9a-f-]{10,}"/g, ''),
  )
  expect(apart.map(({ status }) => status)).toEqual([200, 200, 200, 200, 200, 400, 400, 200, 200])
})

test('a thread sees what was written a moment before, and no more of it', async () => {
  fixture = await createLakeFixture({ limits: APART })
  const editor = fixture.client('editor')
  for (let turn = 0; turn < 20; turn += 1) {
    await editor.createOrReplace({ _id: 'one', _type: 'note', turn })
    expect(await editor.fetch('*[_type == "note"]{turn}')).toEqual([{ turn }])
    expect(await editor.fetch('{"x": {"_ref": "one"}}{"turn": x->turn}')).toEqual({ turn })
  }
  await editor.delete('one')
  expect(await editor.fetch('[count(*[_type == "note"]), {"x": {"_ref": "one"}}.x->turn]')).toEqual([0, null])
})

test('a thread shows strangers what is public', async () => {
  fixture = await createLakeFixture({ ...VIEW, limits: APART })
  await fill(3)
  for (const perspective of ['raw', 'published', 'drafts']) {
    const { body } = await ask(
      null,
      '*{..., "all": *[title match "тайна*" || secret == "шифр"]}',
      `&returnQuery=false&perspective=${perspective}`,
    )
    expect(JSON.stringify(body)).toContain('Страница')
    expect(JSON.stringify(body)).not.toMatch(/Тайна|Правка|шифр/)
    const counted = await ask(
      null,
      '[count(*[_type == "practice"]), *[_type == "practice"] | order(title)[0...9]._id]',
      `&returnQuery=false&perspective=${perspective}`,
    )
    expect(counted.body).toMatchObject({ result: [3, ['p0', 'p1', 'p2']] })
  }
})

/** They take minutes over the documents of these tests. */
const HOSTILE = [
  '*{"a": *{"b": *{"c": *{"d": *[title match ^.^.^.title]}}}}',
  '*[title match "*а*и*а*и*а*и*ы"]{"a": *[title match "*а*и*а*и*ы"]{"b": *{"c": *{"d": *[title match "*а*и*а*и*ы"]}}}}',
  '*{"a": *{"b": *{"c": *[title < ^.^.title && count(*[title > ^.title]) > 0]}}}',
  '{"a": [1,2,3,4,5,6,7,8,9]}{"a": a+a}{"a": a[]{"b": ^.a}}{"a": a[]{"b": ^.a}}{"a": a[]{"b": ^.a}}{"a": a[]{"b": ^.a}}{"a": a[]{"b": ^.a}}',
]

test('others are answered while hostile queries run', async () => {
  fixture = await createLakeFixture({ limits: { queryTimeMs: 60_000, quickTimeMs: 20 } })
  await fill(300)
  let ended = 0
  const hostile = HOSTILE.map((query) => ask('viewer', query).finally(() => (ended += 1)))
  for (let turn = 0; turn < 10; turn += 1) {
    const answers = await Promise.all([
      ask('viewer', '*[_id == "p1"]{title}'),
      ask('viewer', 'count(*[_type == "practice"])'),
      ask('viewer', '*[_type == "practice"] | order(title)[0...10]{title, "to": to->title}'),
      ask(null, '*[_type == "page"]'),
    ])
    expect(answers.map(({ status }) => status)).toEqual([200, 200, 200, 200])
    await fixture.client('editor').patch('p2').set({ turn }).commit()
  }
  expect(ended).toBeLessThan(HOSTILE.length)
  // What runs ends with the lake.
  await fixture.reopen()
  await Promise.all(hostile)
})

test('nobody waits for mutations by hostile queries', async () => {
  fixture = await createLakeFixture({ limits: { queryTimeMs: 300, quickTimeMs: 20 } })
  await fill(300)
  const mutations = HOSTILE.map((query) => ({ patch: { query, set: { spoilt: true } } }))
  const refused = fixture.request('editor', '/v1/data/mutate/production', {
    method: 'POST',
    body: JSON.stringify({ mutations }),
  })
  let answered = 0
  const isOver = refused.then(() => true)
  const askOnce = async () => {
    await ask('viewer', '1 + 1')
    // What is answered in place leaves no time for others by itself.
    return new Promise<false>((resolve) => setImmediate(() => resolve(false)))
  }
  while (!(await Promise.race([isOver, askOnce()]))) answered += 1
  expect(answered).toBeGreaterThan(20)
  const error = { items: [{ index: 0, error: { type: 'queryTimeoutError' } }] }
  expect(await (await refused).json()).toMatchObject({ statusCode: 400, error })
  expect((await ask('viewer', 'count(*[defined(spoilt)])')).body).toMatchObject({ result: 0 })
})

test.each([
  { limits: { queryTimeMs: 50, quickTimeMs: 20 }, query: HOSTILE[0], type: 'queryTimeoutError' },
  { limits: { resultLength: 500 }, query: '*{title}', type: 'queryResultTooLargeError' },
  { limits: { ...APART, resultLength: 500 }, query: '*{title}', type: 'queryResultTooLargeError' },
])('a query past a limit is refused: $type', async ({ limits, query = '', type }) => {
  fixture = await createLakeFixture({ limits })
  await fill(300)
  const { status, body } = await ask('viewer', query)
  expect({ status, body }).toMatchObject({ status: 400, body: { statusCode: 400, error: { type } } })
  expect((await ask('viewer', 'count(*)')).status).toBe(200)
})

test('nobody may have too many long queries at once', async () => {
  fixture = await createLakeFixture({
    limits: { ...APART, waitingQueriesOfClient: 1, queryTimeMs: 400, quickTimeMs: 5 },
  })
  await fill(300)
  const statuses = await Promise.all(HOSTILE.map(async (query) => (await ask('viewer', query)).status))
  expect(statuses).toContain(429)
  expect(statuses.filter((status) => status >= 500)).toEqual([])
})

test('who asks too often is told when to come again', async () => {
  fixture = await createLakeFixture({ limits: { requestsPerSecond: 0.01, requestsAtOnce: 2 } })
  const statuses = []
  for (let turn = 0; turn < 3; turn += 1) statuses.push((await ask('viewer', '1')).status)
  expect(statuses).toEqual([200, 200, 429])
  const refused = await fixture.request('viewer', `${QUERY}?query=1`)
  expect(Number(refused.headers.get('retry-after'))).toBeGreaterThan(1)
  expect(await refused.json()).toMatchObject({ statusCode: 429, error: 'Too Many Requests' })
  expect((await ask(null, '1')).status).toBe(200)
})

test('nobody may keep too many event streams open', async () => {
  fixture = await createLakeFixture({ limits: { streamsOfClient: 2 } })
  const open = () => fixture.request('viewer', '/v1/data/listen/production?query=*')
  const [first, second] = [await open(), await open()]
  expect([first.status, second.status, (await open()).status]).toEqual([200, 200, 429])
  await first.body?.cancel()
  expect((await open()).status).toBe(200)
})
