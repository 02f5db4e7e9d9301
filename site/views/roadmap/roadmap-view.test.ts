import { expect, test } from 'vitest'
import { createContentStore } from '../../content/content-store.ts'
import { fixtureDocuments, person } from '../../content/site.fixture.ts'
import type { SiteDocument } from '../../content/documents.ts'
import { titleOfStage } from './roadmap-rows.ts'
import { viewRoadmap } from './roadmap-view.ts'

const plain = (text: string) => text.replaceAll('\u00A0', ' ')

const viewOn = (today: string, documents: readonly SiteDocument[] = fixtureDocuments) => {
  const content = createContentStore({ origin: 'https://kopilka.example', today, documents }).reader(() => {})
  const view = viewRoadmap(content, 'organization', 'licej-2', '2024-2025')
  if (view === null) throw new Error('The fixture has no roadmap.')
  return view
}

test('the head says whose plan it is, for when and by which order', () => {
  const view = viewOn('2025-03-15')
  expect(plain(view.heading)).toBe('Дорожная карта на 2024–2025 годы')
  expect(plain(view.approval)).toBe('Утверждающий документ: приказ № 88 от 30 января 2024')
  expect(view.page.crumbs.map(({ title }) => title)).toEqual(['Регионы', 'Курганская область', 'Лицей № 2'])
})

test('the line «сейчас» tells due, late and next apart', () => {
  const { lists, always } = viewOn('2025-03-15').now
  expect(lists.map(({ state, items }) => [state, items.map(({ url }) => url)])).toEqual([
    ['now', ['#s3a1']],
    ['late', ['#s1a2']],
    ['next', ['#s3a2', '#s4a1']],
  ])
  expect(plain(lists[0]?.items[0]?.when ?? '')).toBe('до 31 марта 2025')
  expect(plain(always?.title ?? '')).toBe('Весь год идёт ещё 1 мероприятие')
  expect(always?.items.map(({ url }) => url)).toEqual(['#s2a1'])
})

test('a plan that is over says so and hurries nobody', () => {
  const view = viewOn('2026-02-01')
  expect(view.over).toBe(true)
  expect(view.now.lists).toEqual([])
  expect(plain(view.now.note)).toBe('Срок карты закончился 31 декабря 2025. Выполнено 1 из 6 мероприятий.')
})

test('the words of the document stand beside the date unless they say the same', () => {
  const rows = viewOn('2025-03-15').stages.flatMap((stage) => stage.rows)
  const deadlines = rows.flatMap((row) =>
    row.deadlines.map(({ meaning, verbatim }) => [plain(meaning), verbatim && plain(verbatim)]),
  )
  expect(deadlines[0]).toEqual(['февраль 2024', null])
  expect(deadlines[2]).toEqual(['весь год', 'В течение года'])
})

test('a name stands only while its person is public', () => {
  const named = viewOn('2025-03-15').stages[2]?.rows[0]?.people
  const unnamed = viewOn(
    '2025-03-15',
    fixtureDocuments.filter(({ _id }) => _id !== person._id),
  ).stages[2]?.rows[0]?.people
  expect(named?.map(plain)).toEqual(['Иванова А.А., руководители МО'])
  expect(unnamed?.map(plain)).toEqual(['руководители МО'])
})

test('columns with nothing in them are left out', () => {
  expect(viewOn('2025-03-15').columns).toEqual({ documents: false, results: false, numbers: false })
})

test('documents of a printed row with several activities stand at its stage', () => {
  const [first, ...others] = viewOn('2025-03-15').stages
  expect(first?.papers.documents.map(plain)).toEqual(['приказ об утверждении положения'])
  expect(first?.rows.flatMap((row) => row.documents)).toEqual([])
  expect(others.flatMap((stage) => stage.papers.documents)).toEqual([])
})

test.each([
  [{ number: '2.', title: 'Отбор' }, '2. Отбор'],
  [{ number: 'Этап 2', title: 'Отбор' }, 'Этап 2. Отбор'],
  [{ number: '2' }, 'Этап 2'],
  [{ number: 'Раздел 2' }, 'Раздел 2'],
  [{}, 'Этап 3'],
])('the stage %j is called «%s»', (named, words) => {
  expect(plain(titleOfStage({ _type: 'stage', ...named }, 2, 4))).toBe(words)
})
