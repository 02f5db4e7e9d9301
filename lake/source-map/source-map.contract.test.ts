import { resolveEditInfo } from '@sanity/client/csm'
import { stegaClean } from '@sanity/client/stega'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { createLakeFixture, type LakeFixture } from '../lake-fixture.ts'

let fixture: LakeFixture

beforeAll(async () => {
  fixture = await createLakeFixture()
  const span = { _type: 'span', _key: 's', text: 'Слова' }
  const practice = {
    _type: 'practice',
    title: 'Пара',
    tasks: ['первая', 'вторая'],
    slug: { _type: 'slug', current: 'para' },
    author: { _type: 'reference', _ref: 'ann' },
    body: [{ _type: 'block', _key: "b'1", children: [span] }],
  }
  await fixture
    .client('editor')
    .transaction()
    .create({ _id: 'ann', _type: 'person', name: 'Иванова А.' })
    .create({ _id: 'p1', ...practice })
    .create({ _id: 'p2', ...practice, title: 'Группа' })
    .create({ _id: 'drafts.p2', ...practice, title: 'Группа (правка)' })
    .commit()
})

afterAll(() => fixture.close())

/** The map, as `path in the result → document path`. */
async function mapOf(
  query: string,
  kind: true | 'withKeyArraySelector' = true,
  perspective: 'published' | 'drafts' = 'published',
) {
  const { resultSourceMap } = await fixture
    .client('viewer', { perspective })
    .fetch(query, {}, { filterResponse: false, resultSourceMap: kind })
  const { mappings = {}, documents = [], paths = [] } = resultSourceMap ?? {}
  return Object.fromEntries(
    Object.entries(mappings).map(([path, { source }]) => [
      path,
      source.type === 'documentValue'
        ? `${documents[source.document]?._id} ${paths[source.path]}`
        : source.type,
    ]),
  )
}

const cases: [query: string, map: Record<string, string>][] = [
  ['*[_id == "p1"]{title}', { "$[0]['title']": "p1 $['title']" }],
  ['*[_id == "p1"][0]{"name": title}', { "$['name']": "p1 $['title']" }],
  ['*[_id == "p1"][0]', { $: 'p1 $' }],
  ['*[_id == "p1"][0]{body, tasks}', { "$['body']": "p1 $['body']", "$['tasks']": "p1 $['tasks']" }],
  ['*[_id == "p1"][0]{"slug": slug.current}', { "$['slug']": "p1 $['slug']['current']" }],
  ['*[_id == "p1"][0]{"name": author->name}', { "$['name']": "ann $['name']" }],
  ['*[_id == "p1"][0]{"a": author->{name}}', { "$['a']['name']": "ann $['name']" }],
  ['*[_id == "p1"][0]{"first": tasks[1]}', { "$['first']": "p1 $['tasks'][1]" }],
  [
    '*[_id == "p1"][0]{"text": body[0].children[0].text}',
    { "$['text']": "p1 $['body'][0]['children'][0]['text']" },
  ],
  [
    '*[_id == "p1"][0]{body[]{"t": children[0].text}}',
    { "$['body'][0]['t']": "p1 $['body'][0]['children'][0]['text']" },
  ],
  ['*[_id == "p1"][0]{..., "title": "иначе"}{title, "s": slug}', { "$['s']": "p1 $['slug']" }],
  ['*[_id == "p1"]{"t": title}{"u": t}', { "$[0]['u']": "p1 $['title']" }],
  ['*[_id == "p1"][0]{_type == "practice" => {title}}', { "$['title']": "p1 $['title']" }],
  ['*[_id == "p1"][0]{_type == "other" => {title}, "missing": none}', {}],
  ['*[_id == "p1"][0]{"title": title + "!", "n": count(tasks), "c": select(true => title)}', {}],
  [
    '{"all": *[_type == "practice"] | order(title){title}}',
    {
      "$['all'][0]['title']": "p2 $['title']",
      "$['all'][1]['title']": "p1 $['title']",
    },
  ],
  [
    '*[_type == "person"]{"of": *[_type == "practice" && author._ref == ^._id && _id == "p1"]{title}}',
    {
      "$[0]['of'][0]['title']": "p1 $['title']",
    },
  ],
  ['*[_id == "p1"][0]{title}[references("ann")]', {}],
  ['*[_id == "p1"][0].title', { $: "p1 $['title']" }],
  ['*[_id == "p1"][0].tasks[1]', { $: "p1 $['tasks'][1]" }],
  ['*[_id == "none"][0].title', {}],
  ['*[_type == "practice"] | order(title).title', { '$[0]': "p2 $['title']", '$[1]': "p1 $['title']" }],
  [
    '*[_id == "p1"][0]{"slugs": *[_type == "practice" && _id == ^._id].slug.current}',
    { "$['slugs'][0]": "p1 $['slug']['current']" },
  ],
  [
    '*[_id == "p1"][0]{"texts": body[].children[].text, "keys": body[]._key}',
    {
      "$['texts'][0]": "p1 $['body'][0]['children'][0]['text']",
      "$['keys'][0]": "p1 $['body'][0]['_key']",
    },
  ],
  ['*[_id == "p1"]{"all": [author]}{"names": all[]->name}', { "$[0]['names'][0]": "ann $['name']" }],
  ['*[_id == "p1"]{"o": {"names": body[]._type}}', { "$[0]['o']['names'][0]": "p1 $['body'][0]['_type']" }],
  ['array::join(*[_id == "p1"].title, ", ")', {}],
  ['*[_id == "p1"]{"n": count(body[]._key), "has": "s" in body[].children[]._key}', {}],
  ['*[_id == "p1"]{"t": body[]._key}["b\'1" in t]{"n": count(t)}', {}],
  ['*[_id == "p1"]{"slug": slug}.slug', { '$[0]': "p1 $['slug']" }],
  ['*[_id == "p1"]{title, "title": "постоянно"}', {}],
]

test.each(cases)('%s', async (query, map) => {
  expect(await mapOf(query)).toEqual(map)
})

test('a splat maps what it took', async () => {
  expect(await mapOf('*[_id == "ann"][0]{..., "name": "другое"}')).toEqual({
    "$['_id']": "ann $['_id']",
    "$['_type']": "ann $['_type']",
    "$['_rev']": "ann $['_rev']",
    "$['_createdAt']": "ann $['_createdAt']",
    "$['_updatedAt']": "ann $['_updatedAt']",
  })
})

test('places in arrays can be told by their keys', async () => {
  const query = '*[_id == "p1"][0]{body[]{"t": children[0].text}}'
  expect(await mapOf(query, 'withKeyArraySelector')).toEqual({
    "$['body'][0]['t']": String.raw`p1 $['body'][?(@._key=='b\'1')]['children'][?(@._key=='s')]['text']`,
  })
})

test('a draft is named as such', async () => {
  expect(await mapOf('*[_id in ["p1", "p2"]] | order(_id){title}', true, 'drafts')).toEqual({
    "$[0]['title']": "p1 $['title']",
    "$[1]['title']": "drafts.p2 $['title']",
  })
})

test('the result is the same with and without a map', async () => {
  const client = fixture.client('viewer')
  for (const [query] of cases) {
    const { result } = await client.fetch(query, {}, { filterResponse: false, resultSourceMap: true })
    expect(result).toEqual(await client.fetch(query))
  }
})

test('stega hides in the text where it can be edited', async () => {
  const asked: unknown[] = []
  const client = fixture.client('viewer', {
    perspective: 'drafts',
    stega: {
      enabled: true,
      studioUrl: '/studio',
      filter({ sourceDocument, sourcePath, value }) {
        asked.push([sourceDocument._id, sourcePath, value])
        return true
      },
    },
  })
  const { title } = await client.fetch<{ title: string }>('*[_id == "p2"][0]{title}')
  expect(asked).toEqual([['drafts.p2', ['title'], 'Группа (правка)']])
  expect(title).not.toBe('Группа (правка)')
  expect(stegaClean(title)).toBe('Группа (правка)')
})

test('a click finds its field', async () => {
  const { resultSourceMap } = await fixture
    .client('viewer')
    .fetch('*[_id == "p1"][0]{body}', {}, { filterResponse: false, resultSourceMap: 'withKeyArraySelector' })
  const resultPath = ['body', { _key: "b'1", _index: 0 }, 'children', { _key: 's', _index: 0 }, 'text']
  if (!resultSourceMap) throw new Error('no map')
  const info = resolveEditInfo({ studioUrl: '/studio', resultSourceMap, resultPath })
  expect(info).toMatchObject({ id: 'p1', type: 'practice' })
})

test('what a stranger may not read is in no map', async () => {
  await fixture.client('editor').create({ _id: 'drafts.secret', _type: 'practice', title: 'тайна' })
  const address = `/v2025-02-19/data/query/production?resultSourceMap=true&perspective=raw&query=${encodeURIComponent('*{title}')}`
  const told = await (await fixture.request(null, address)).text()
  expect(told).toContain('resultSourceMap')
  expect(told).not.toMatch(/secret|тайна|drafts/)
})

test('an unknown kind of map is refused', async () => {
  const response = await fixture.request('viewer', '/v1/data/query/production?query=*&resultSourceMap=all')
  expect(response.status).toBe(400)
})
