import { expect, test } from 'vitest'
import type { RoadmapCard } from '../../content/cards.ts'
import { createContentStore } from '../../content/content-store.ts'
import { fixtureDocuments, region } from '../../content/site.fixture.ts'
import { findCurrentRoadmap, viewRegionMatrix } from './region-matrix.ts'

const content = createContentStore({
  origin: 'https://kopilka.example',
  today: '2025-03-15',
  documents: fixtureDocuments,
}).reader(() => {})

test('an organisation with a roadmap is a row, one without is named below', () => {
  const matrix = viewRegionMatrix(content.list('organization', `region/${region._id}`), content, 'name')
  expect(matrix.rows.map(({ organization }) => organization.url)).toEqual(['/organizacii/licej-2/'])
  expect(matrix.withoutRoadmap.map(({ url }) => url)).toEqual(['/organizacii/sad-5/'])
})

test('a stage is marked by what was published about its activities', () => {
  const [row] = viewRegionMatrix(content.list('organization', 'all'), content, 'share').rows
  expect(row?.percent).toBe(50)
  expect(row?.cells?.map(({ state }) => state).join(' ')).toBe('published none none none none none none')
  expect(row?.cells?.[0]?.url).toBe('/organizacii/licej-2/karta/2024-2025/informacionnaya-podderzhka/#s1')
})

const card = (id: string, start: string | null, end: string | null): RoadmapCard => ({
  id,
  title: id,
  slug: id,
  start,
  end,
  organization: 'o',
  region: null,
})

test.each([
  [
    'the one in force',
    [card('next', '2026-01-01', '2026-12-31'), card('now', '2025-01-01', '2025-12-31')],
    'now',
  ],
  [
    'the latest that ended',
    [card('b', '2023-01-01', '2023-12-31'), card('a', '2022-01-01', '2022-12-31')],
    'b',
  ],
  ['the first to come', [card('c', '2027-01-01', null), card('b', '2026-01-01', null)], 'b'],
  ['one without a period', [card('x', null, null)], 'x'],
])('of several roadmaps: %s', (_, cards, id) => {
  expect(findCurrentRoadmap(cards, '2025-06-01')?.id).toBe(id)
})
