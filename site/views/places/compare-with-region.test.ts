import { expect, test } from 'vitest'
import { createContentStore } from '../../content/content-store.ts'
import type { SiteDocument } from '../../content/documents.ts'
import {
  coverage,
  fixtureDocuments,
  indicatorReport,
  reference,
  region,
  roadmap,
  school,
  slug,
} from '../../content/site.fixture.ts'
import { compareShare, listComparable } from './compare-with-region.ts'
import { measureRegion, viewIndicators, viewIndicatorTable } from './indicators.ts'

/** Schools of the same region, each with the same roadmap and a report; nothing is published about theirs. */
function moreSchools(count: number): SiteDocument[] {
  return Array.from({ length: count }, (_, index) => {
    const id = `organization-${index}`
    return [
      { ...school, _id: id, name: `Школа ${index}`, slug: slug(`shkola-${index}`) },
      { ...roadmap, _id: `roadmap-${index}`, organization: reference(id) },
      {
        ...indicatorReport,
        _id: `report-${index}`,
        organization: reference(id),
        indicators: [
          { _type: 'indicatorValue' as const, _key: 'v', indicator: 'coverage' as const, value: 10 * index },
        ],
      },
    ]
  }).flat()
}

function readerOf(more: readonly SiteDocument[]) {
  const documents = [...fixtureDocuments, coverage, ...more]
  return createContentStore({ origin: 'https://kopilka.example', today: '2025-03-15', documents }).reader(
    () => {},
  )
}

test('a share stands among those of the region', () => {
  const content = readerOf(moreSchools(2))
  const share = compareShare(school._id, listComparable(region._id, content), content)
  expect(share).toMatchObject({ own: 50, median: 0, others: [0, 0] })
  expect(share?.words).toContain('больше')
})

test.each([
  ['too few', 0],
  ['too many', 60],
])('with %s organisations nothing is compared', (_, count) => {
  const content = readerOf(moreSchools(count))
  expect(compareShare(school._id, listComparable(region._id, content), content)).toBeNull()
})

test('indicators are compared with the median, where enough is reported', () => {
  const content = readerOf(moreSchools(4))
  const measure = measureRegion(listComparable(region._id, content), region._id, content)
  expect(measure?.name).toBe('медиана региона')
  const [own] = viewIndicators(content, 'organization/organization-3', measure)
  expect(own).toMatchObject({ percent: 30, region: { percent: measure?.values.get('coverage') } })
})

test('reports stand side by side; one alone is no table', () => {
  const content = readerOf(moreSchools(2))
  const all = content.list('organization', `region/${region._id}`)
  const table = viewIndicatorTable(all, content)
  expect(table?.columns).toContain('Охват педагогов наставничеством')
  expect(table?.rows.map(({ organization }) => organization.title)).toEqual(
    expect.arrayContaining(['Школа 0', 'Школа 1']),
  )
  expect(viewIndicatorTable(all.slice(0, 1), content)).toBeNull()
})
