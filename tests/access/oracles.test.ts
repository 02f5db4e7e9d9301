import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { createAccessFixture, type AccessFixture, type Reader } from './access-fixture.ts'

// Questions whose answer does not hold a secret but would depend on it. They are asked of two lakes that differ only in
// what the reader must not see: every answer has to be the same.

let one: AccessFixture
let other: AccessFixture

beforeAll(async () => {
  one = await createAccessFixture()
  other = await createAccessFixture()
  const raw = other.client('administrator', { perspective: 'raw' })
  const organization = { _type: 'reference', _ref: 'school-b' }
  await raw
    .transaction()
    .delete('drafts.practice-b')
    .delete('versions.rel.practice-b')
    .patch('drafts.coverage-b', { set: { title: 'Совсем другое' } })
    .patch('person-b', { set: { name: 'Другой Д.Д.', phone: '+7 900 000-00-00' } })
    .patch('roadmap-b', { set: { sourceText: 'Другой текст', warnings: [{ _key: 'w', message: 'да' }] } })
    .create({ _id: 'drafts.one-more', _type: 'practice', title: 'Ещё', organization })
    .create({ _id: 'system.other', _type: 'system.other', title: 'Ещё' })
    .commit()
  await raw.create({ _id: 'person-of-b', _type: 'person', name: 'Новый Н.Н.', phone: '1', organization })
})

afterAll(async () => {
  await one.close()
  await other.close()
})

function findReader(fixture: AccessFixture, name: string): Reader {
  const found = fixture.readers.find((reader) => reader.name === name)
  if (!found) throw new Error(`There is no reader "${name}"`)
  return found
}

const QUERIES = [
  'count(*)',
  'count(*[_id in path("drafts.**")])',
  'count(*[_id in path("versions.**")])',
  'count(*[_id in path("*.**")])',
  'count(*[_type == "practice"])',
  'count(*[_type == "person"])',
  'count(*[_type == "person" && phone match "+7*"])',
  'count(*[_type match "system*"])',
  'count(*[_type == "person" && phone < "5"])',
  'count(*[references("school-b")])',
  'count(*[references("person-b")])',
  'count(*[sanity::versionOf("practice-b")])',
  'count(*[sourceText match "secret*"])',
  'count(*[defined(warnings)])',
  'count(*[length(sourceText) > 10])',
  'count(*[string::startsWith(sourceText, "s")])',
  'count(*[_id == "drafts.practice-b" && _rev > "8"])',
  'defined(*[_id == "drafts.practice-b"][0]._rev)',
  '*[_id == "drafts.practice-b"][0]._updatedAt',
  '*[_type == "practice"] | order(_id) {"n": count(*[references(^.organization._ref)])}',
  '*[_type == "roadmap"] | order(sourceText) {_id}',
  '*[_type == "roadmap"] | order(sourceText desc)[0..1]._id',
  '*[_type == "organization"] | order(count(*[references(^._id)]) desc, _id)._id',
  '*[_type == "roadmap"] | score(sourceText match "secret") | order(_score desc, _id) {_id, _score}',
  '*[_type == "organization" && count(*[references(^._id) && _type == "person"]) > 0]._id',
  'math::sum(*[]{"n": length(sourceText)}.n)',
  'array::unique(*[]._type) | order(@)',
  '{"_ref": "drafts.practice-b"}->_id',
  '*[_type == "roadmap"]{_id, "text": defined(sourceText), "keys": count(warnings)} | order(_id)',
  'select(defined(*[_id == "person-b"][0]) => "there", "away")',
  '*[_id == "school-b"]{"people": *[_type == "person" && organization._ref == ^._id]{name}}',
  'pt::text(*[_id == "roadmap-b"][0].sourceText)',
  'string(*[_id == "person-b"][0].name)',
  'diff::changedAny({"a": *[_id == "person-b"][0].name}, {"a": null}, a)',
] as const

const PERSPECTIVES = ['raw', 'drafts', 'published'] as const

test('who sees everything sees that the lakes differ', async () => {
  const path = `/v1/data/query/production?query=${encodeURIComponent('[count(*), count(*[phone match "+7*"])]')}`
  const [left, right] = await Promise.all(
    [one, other].map(async (fixture) => (await fixture.fetch(findReader(fixture, 'viewer'), path)).text()),
  )
  expect(left).not.toBe(right)
})

describe.each(['nobody', 'viewer of school a', 'editor of school a'])('%s', (name) => {
  const answer = async (fixture: AccessFixture, path: string, init?: RequestInit) => {
    const response = await fixture.fetch(findReader(fixture, name), path, init)
    const body: unknown = JSON.parse(await response.text())
    return { status: response.status, body }
  }

  test.each(QUERIES)('%s', async (query) => {
    for (const perspective of PERSPECTIVES) {
      const path = `/v1/data/query/production?perspective=${perspective}&query=${encodeURIComponent(query)}`
      const told = await Promise.all([one, other].map((fixture) => answer(fixture, path)))
      const [left, right] = told.map(({ status, body }) => ({ status, result: resultOf(body) }))
      expect(left?.status).toBe(200)
      expect(left).toEqual(right)
    }
  })

  test('references of documents are counted without those out of sight', async () => {
    for (const id of ['school-b', 'person-b', 'roadmap-b', 'r1']) {
      const path = `/v1/data/references/production/documents/${id}/to`
      expect(await answer(one, path)).toEqual(await answer(other, path))
    }
  })

  test('documents that are hidden and that are not there are told alike', async () => {
    const path = '/v1/data/doc/production/drafts.practice-b,drafts.one-more,person-b,person-of-b,system.other'
    expect(withoutIds(await answer(one, path))).toEqual(withoutIds(await answer(other, path)))
  })

  test('patches and deletions by query find nothing that is hidden', async () => {
    for (const query of [
      '*[_id in path("drafts.**") && _type == "practice" && title match "Практика b"]',
      '*[phone match "+7*"]',
    ]) {
      const body = JSON.stringify({ mutations: [{ delete: { query } }] })
      const path = '/v1/data/mutate/production?dryRun=true&returnIds=true'
      const told = await Promise.all(
        [one, other].map((fixture) => answer(fixture, path, { method: 'POST', body })),
      )
      expect(told.map(({ status, body: given }) => [status, resultsOf(given)])).toEqual([
        [told[0]?.status, resultsOf(told[0]?.body)],
        [told[0]?.status, resultsOf(told[0]?.body)],
      ])
    }
  })
})

function resultOf(body: unknown): unknown {
  return typeof body === 'object' && body !== null && 'result' in body ? body.result : body
}

function resultsOf(body: unknown): unknown {
  return typeof body === 'object' && body !== null && 'results' in body ? body.results : null
}

function withoutIds(answer: { status: number; body: unknown }): string {
  return JSON.stringify(answer).replaceAll(/"id":"[^"]+"/g, '')
}
