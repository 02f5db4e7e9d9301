import { expect, test } from 'vitest'
import { createContentStore } from '../content/content-store.ts'
import { PAGE_SIZE } from '../content/page-size.ts'
import { fixtureOf, practice } from '../content/site.fixture.ts'
import { cutList, pageOf, readListPath } from './paged-list.ts'

test.each([
  [undefined, { facet: null, value: null, node: '', number: null }],
  ['stranica/1', { facet: null, value: null, node: '', number: 1 }],
  ['stranica/10', { facet: null, value: null, node: '', number: 10 }],
  ['arhiv/2025', { facet: null, value: null, node: '2025', number: 1 }],
  ['arhiv/2025-03/stranica/2', { facet: null, value: null, node: '2025-03', number: 2 }],
  ['forma/pupil-pupil', { facet: 'forma', value: 'pupil-pupil', node: '', number: null }],
  [
    'forma/pupil-pupil/arhiv/2025-03-14',
    { facet: 'forma', value: 'pupil-pupil', node: '2025-03-14', number: 1 },
  ],
  ['forma/pupil-pupil/stranica/3', { facet: 'forma', value: 'pupil-pupil', node: '', number: 3 }],
  ['arhiv/2025/stranica/1', null],
  ['arhiv/20', null],
  ['stranica/0', null],
  ['forma', null],
  ['forma/x/y', null],
])('%j is read', (path, read) => {
  expect(readListPath(path)).toEqual(read)
})

test('a list at hand is cut into pages that know each other', () => {
  const entries = Array.from({ length: PAGE_SIZE + 1 }, (_, index) => index)
  const second = cutList(entries, 2, '/organizacii/')
  expect(second?.entries).toEqual([PAGE_SIZE])
  expect(second?.pages).toEqual([
    { title: '1', url: '/organizacii/', current: false },
    { title: '2', url: '/organizacii/stranica/2/', current: true },
  ])
  expect(cutList(entries, 3, '/organizacii/')).toBeNull()
  expect(cutList([], 1, '/organizacii/')?.pages).toEqual([])
})

const list = { index: 'practice', value: 'all', base: '/praktiki/' } as const

/** A site with so many practices, one a day. */
function openSite(count: number) {
  const documents = Array.from({ length: count }, (_, number) => ({
    ...practice,
    ...fixtureOf('practice', `practice-${String(number).padStart(4, '0')}`),
    _createdAt: new Date(Date.UTC(2024, 0, 1 + number)).toISOString(),
  }))
  const store = createContentStore({ origin: 'https://kopilka.example', today: '2026-01-01', documents })
  return { store, content: store.reader(() => {}) }
}

test('the first page shows the newest, the others stay where they are', () => {
  const { content } = openSite(PAGE_SIZE + 10)
  const first = pageOf(content, list, { node: '', number: null })
  expect(first?.entries).toHaveLength(PAGE_SIZE)
  expect(first?.entries[0]?.id).toBe('practice-0059')
  expect(first?.pages.map(({ url }) => url)).toEqual(['/praktiki/stranica/1/', '/praktiki/stranica/2/'])
  const oldest = pageOf(content, list, { node: '', number: 1 })
  expect(oldest?.entries.at(-1)?.id).toBe('practice-0000')
  expect(oldest?.total).toBeNull()
  expect(pageOf(content, list, { node: '', number: 3 })).toBeNull()
  expect(pageOf(content, list, { node: '2024', number: 1 })).toBeNull()
})

test('a long list is read by year and month', () => {
  const { content } = openSite(700)
  const first = pageOf(content, list, { node: '', number: null })
  expect(first?.pages.map(({ title }) => title)).toEqual(['2025\u00A0год', '2024\u00A0год'])
  const year = pageOf(content, list, { node: '2025', number: 1 })
  expect(year?.entries).toEqual([])
  expect(year?.pages[0]).toEqual({
    title: 'ноябрь\u00A02025',
    url: '/praktiki/arhiv/2025-11/',
    current: false,
  })
  const month = pageOf(content, list, { node: '2025-03', number: 1 })
  expect(month?.entries).toHaveLength(31)
  expect(month?.crumbs).toEqual([{ title: '2025\u00A0год', url: '/praktiki/arhiv/2025/' }])
  expect(pageOf(content, list, { node: '', number: 1 })).toBeNull()
})

test('a short list has one page', () => {
  const { content } = openSite(3)
  expect(pageOf(content, list, { node: '', number: null })?.pages).toEqual([])
  expect(pageOf(content, list, { node: '', number: 1 })).toBeNull()
})
