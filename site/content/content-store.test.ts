import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import type { TimeZoneKey } from '#content/vocabulary/time-zones.ts'
import type { ContentReader } from './content-reader.ts'
import { createContentStore } from './content-store.ts'
import type { SiteDocument } from './documents.ts'
import { HEAD_SIZE } from './sorted-groups.ts'
import type { IndexName } from './indexes.ts'
import {
  coverage,
  fixtureDocuments,
  fixtureOf,
  material,
  municipality,
  practice,
  reference,
  roadmap,
  school,
  slug,
} from './site.fixture.ts'

const origin = 'https://kopilka.example'
const open = (documents: Iterable<SiteDocument> = fixtureDocuments) =>
  createContentStore({ origin, today: '2025-03-01', documents })

function readAll(store: ReturnType<typeof open>, page: (content: ContentReader) => unknown) {
  const reads = new Set<string>()
  return { answer: JSON.stringify(page(store.reader((key) => reads.add(key)))), reads }
}

test('a list shows the cards of its value in order', () => {
  const newer = { ...coverage, _id: 'newer', date: '2025-01-01' }
  const store = open([...fixtureDocuments, newer])
  const { answer, reads } = readAll(store, (content) =>
    content.list('coverage', `roadmap/${roadmap._id}`).map((card) => card.id),
  )
  expect(answer).toBe('["newer","coverage-prikaz"]')
  expect([...reads]).toEqual([`index:coverage:roadmap/${roadmap._id}`])
})

test('an address below an owner is found and built from the owner', () => {
  const content = open().reader(() => {})
  expect(content.find('municipality', 'shadrinsk', 'region-kurganskaya-oblast')?._id).toBe(municipality._id)
  expect(content.addressOf(roadmap._id)).toBe('/organizacii/licej-2/karta/2024-2025/')
  expect(content.addressOf('nothing')).toBeNull()
})

test('putting back what is already there touches nothing', () => {
  expect([...open().apply({ upsert: structuredClone([...fixtureDocuments]), today: '2025-03-01' })]).toEqual(
    [],
  )
})

test('a change of the text of a practice leaves its lists alone', () => {
  const touched = open().apply({ upsert: [{ ...practice, conditions: 'Нужен час в неделю.' }] })
  expect([...touched]).toEqual([`doc:${practice._id}`])
})

test('a new name of a school touches the links to it, not its practices', () => {
  const touched = open().apply({ upsert: [{ ...school, name: 'Лицей № 2 имени Пушкина' }] })
  expect(touched).toContain(`index:link:${school._id}`)
  expect([...touched].filter((key) => key.startsWith('index:practice'))).toEqual([])
})

test('removing touches list, head and count', () => {
  const store = open()
  readAll(store, (content) => content.head('practice', 'all'))
  const touched = store.apply({ remove: [practice._id] })
  for (const key of [
    `doc:${practice._id}`,
    'index:practice:all',
    'index:practice:all#head',
    'index:practice:all#count',
  ])
    expect(touched).toContain(key)
})

test('what comes after the head does not touch the head', () => {
  const many = Array.from({ length: HEAD_SIZE + 3 }, (_, number) => ({
    ...practice,
    ...fixtureOf('practice', `practice-${number}`),
    _createdAt: `2025-02-10T00:00:${String(number).padStart(2, '0')}Z`,
  }))
  const old = { ...practice, _createdAt: '2020-01-01T00:00:00Z' }
  const store = open([...many, old])
  readAll(store, (content) => content.head('practice', 'all'))
  const touched = store.apply({ upsert: [{ ...old, title: 'Старая' }] })
  expect(touched).toContain('index:practice:all')
  expect(touched).not.toContain('index:practice:all#head')
})

const ids = ['a', 'b', 'c', 'd', 'e']
const id = fc.constantFrom(...ids)
const word = fc.constantFrom('Альфа', 'Бета', 'ёж')
const timeZone = fc.constantFrom<TimeZoneKey>('Europe/Moscow', 'Asia/Kamchatka')

const document: fc.Arbitrary<SiteDocument> = fc.oneof(
  fc
    .record({
      id,
      title: word,
      form: fc.constantFrom('pupil-pupil', 'teacher-teacher'),
      owner: id,
      goal: word,
    })
    .map(({ id: _id, title, form, owner, goal }): SiteDocument => ({
      ...practice,
      ...fixtureOf('practice', _id),
      title,
      goal,
      form: form === 'pupil-pupil' ? 'pupil-pupil' : 'teacher-teacher',
      organization: reference(owner),
    })),
  fc
    .record({ id, name: word, owner: id, phone: word })
    .map(({ id: _id, name, owner, phone }): SiteDocument => ({
      ...school,
      ...fixtureOf('organization', _id),
      name,
      phone,
      slug: slug(name),
      region: reference(owner),
    })),
  fc.record({ id, name: word, timeZone }).map(({ id: _id, ...region }): SiteDocument => ({
    ...fixtureOf('region', _id),
    ...region,
    slug: slug(region.name),
    code: '00',
  })),
  fc
    .record({ id, title: word, owner: id, date: fc.constantFrom('2024-01-01', '2025-01-01') })
    .map(({ id: _id, title, owner, date }): SiteDocument => ({
      ...coverage,
      ...fixtureOf('coverage', _id),
      title,
      date,
      roadmap: reference(owner),
    })),
  fc.record({ id, owner: id, start: word }).map(({ id: _id, owner, start }): SiteDocument => ({
    ...roadmap,
    ...fixtureOf('roadmap', _id),
    slug: slug(start),
    organization: reference(owner),
  })),
  fc
    .record({ id, title: word })
    .map(({ id: _id, title }): SiteDocument => ({ ...material, ...fixtureOf('material', _id), title })),
)

const change = fc.record({
  upsert: fc.array(document, { maxLength: 3 }),
  remove: fc.array(id, { maxLength: 2 }),
  today: fc.constantFrom('2025-03-01', '2025-03-01T12:00:00Z', '2025-03-01T21:00:00Z', '2025-03-02'),
})

const indexName: fc.Arbitrary<IndexName> = fc.constantFrom(
  'practice',
  'organization',
  'coverage',
  'roadmap',
  'material',
)
const indexValue = fc.oneof(
  fc.constantFrom('all', 'form/pupil-pupil', 'form/teacher-teacher', 'region/none'),
  fc.tuple(fc.constantFrom('organization', 'region', 'roadmap'), id).map((pair) => pair.join('/')),
)

const read: fc.Arbitrary<(content: ContentReader) => unknown> = fc.oneof(
  id.map((_id) => (content: ContentReader) => content.get('practice', _id)),
  id.map((_id) => (content: ContentReader) => content.addressOf(_id)),
  id.map((_id) => (content: ContentReader) => content.link(_id)),
  fc.tuple(indexName, indexValue).map(
    ([name, value]) =>
      (content: ContentReader) =>
        content.list(name, value),
  ),
  fc.tuple(indexName, indexValue).map(
    ([name, value]) =>
      (content: ContentReader) =>
        content.head(name, value),
  ),
  fc.tuple(indexName, indexValue).map(
    ([name, value]) =>
      (content: ContentReader) =>
        content.count(name, value),
  ),
  fc.tuple(indexName, indexValue).map(
    ([name, value]) =>
      (content: ContentReader) =>
        content.hasSome(name, value),
  ),
  fc
    .tuple(fc.constantFrom('practice' as const, 'coverage' as const, 'material' as const), indexValue)
    .map(([name, value]) => (content: ContentReader) => [
      content.node(name, value, ''),
      content.page(name, value, '', 1),
    ]),
  word.map((name) => (content: ContentReader) => content.find('organization', name)),
  fc.tuple(word, id).map(
    ([name, owner]) =>
      (content: ContentReader) =>
        content.findId('roadmap', name, owner),
  ),
  fc.constant((content: ContentReader) => content.today),
  id.map((owner) => (content: ContentReader) => content.todayAt(owner)),
)

test('law: an answer changes only if one of its reads was touched', () => {
  fc.assert(
    fc.property(
      fc.array(document),
      fc.array(change, { maxLength: 6 }),
      fc.array(read),
      (documents, changes, reads) => {
        const store = open(documents)
        for (const step of changes) {
          const before = reads.map((page) => ({ page, ...readAll(store, page) }))
          const touched = store.apply(step)
          const changed = before.filter(({ page, answer }) => readAll(store, page).answer !== answer)
          const untouched = changed.filter(({ reads: keys }) => [...keys].every((key) => !touched.has(key)))
          expect(untouched).toEqual([])
        }
      },
    ),
  )
})

test('law: a store after any changes answers like a new store of the same documents', () => {
  fc.assert(
    fc.property(fc.array(document), fc.array(change), fc.array(read), (documents, changes, reads) => {
      const store = open(documents)
      const documentsNow = new Map(documents.map((one) => [one._id, one]))
      let today = '2025-03-01'
      for (const step of changes) {
        for (const page of reads) readAll(store, page)
        store.apply(step)
        for (const _id of step.remove) documentsNow.delete(_id)
        for (const one of step.upsert) documentsNow.set(one._id, one)
        today = step.today
      }
      const fresh = createContentStore({ origin, today, documents: documentsNow.values() })
      for (const page of reads) expect(readAll(store, page).answer).toBe(readAll(fresh, page).answer)
    }),
  )
})
