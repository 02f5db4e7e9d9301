import type { Region } from '#content/generated/types.ts'
import { formatCount } from '#content/text/plurals.ts'
import { coverOf } from '../cover-picture/find-cover.ts'
import type { ContentReader } from '../../content/content-reader.ts'
import { typeset } from '../../typography/typeset.ts'
import { type CoverageEntry, viewCoverageEntry } from '../coverage-entries.ts'
import {
  type RegionMatrix,
  type RegionOrder,
  viewRegionMatrix,
} from '../information-support/region-matrix.ts'
import type { Link, PageMeta } from '../page-meta.ts'
import { type PracticeEntry, viewPracticeEntry } from '../practices/practice-entries.ts'
import { listComparable } from './compare-with-region.ts'
import { type IndicatorTable, type IndicatorView, viewIndicators, viewIndicatorTable } from './indicators.ts'
import { listRoadmaps, type RoadmapEntry } from './roadmap-entries.ts'

/** Everything the page of a region shows. */
export interface RegionView {
  readonly page: PageMeta
  readonly name: string
  readonly about: string
  readonly site: string | null
  /** «12 организаций», «8 практик»: what the region has. */
  readonly counts: readonly string[]
  readonly roadmaps: readonly RoadmapEntry[]
  readonly municipalities: readonly Link[]
  readonly matrix: RegionMatrix
  /** Where the rest of the table is; null when all of it is here. */
  readonly allRows: string | null
  /** Links to the same table in other orders. */
  readonly orders: readonly (Link & { readonly current: boolean })[]
  readonly coverage: readonly CoverageEntry[]
  readonly practices: readonly PracticeEntry[]
  readonly allPractices: string | null
  readonly indicators: readonly IndicatorView[]
  /** The same of the organisations, side by side; null where there are too many or too few. */
  readonly organizations: IndicatorTable | null
  readonly calendar: string
}

const MAX_ENTRIES = 6
/** More rows have a page of their own. */
const MAX_ROWS = 60

/** The page of a region; null when there is none at this address. */
export function viewRegion(content: ContentReader, slug: string): RegionView | null {
  const region = content.find('region', slug)
  if (region === null) return null
  const organizations = content.list('organization', `region/${region._id}`)
  const inRegion = `region/${region._id}`
  const practices = content.count('practice', inRegion)
  const url = `/regiony/${slug}/`
  const isLong = content.isLong('organization', inRegion)
  return {
    page: { ...describePage(region, url), picture: coverOf(url) },
    name: region.name,
    about: typeset(region.about ?? ''),
    site: region.site ?? null,
    counts: [
      formatCount(organizations.length, ['организация', 'организации', 'организаций']),
      formatCount(practices, ['практика', 'практики', 'практик']),
    ],
    roadmaps: listRoadmaps(content, 'region', region._id),
    municipalities: content
      .list('municipality', `region/${region._id}`)
      .map((place) => ({ title: place.name, url: `${url}${place.slug}/` })),
    matrix: viewRegionMatrix(organizations.slice(0, MAX_ROWS), content, 'name'),
    allRows: organizations.length > MAX_ROWS ? `${url}informacionnaya-podderzhka/` : null,
    orders: isLong ? [] : listOrders(url, 'name'),
    coverage: listRegionCoverage(content, region._id, MAX_ENTRIES),
    practices: content
      .head('practice', inRegion)
      .slice(0, MAX_ENTRIES)
      .map((card) => viewPracticeEntry(card, content)),
    allPractices: practices > MAX_ENTRIES ? `/praktiki/region/${slug}/` : null,
    indicators: viewIndicators(content, `region/${region._id}`),
    organizations: viewIndicatorTable(listComparable(region._id, content), content),
    calendar: `${url}kalendar.ics`,
  }
}

/** The same table in each order. */
export function listOrders(regionUrl: string, current: RegionOrder) {
  const base = `${regionUrl}informacionnaya-podderzhka/`
  return [
    { title: 'по названию', url: base, current: current === 'name' },
    { title: 'по доле освещённого', url: `${base}po-dole/`, current: current === 'share' },
    { title: 'по дате публикации', url: `${base}po-date/`, current: current === 'date' },
  ]
}

/** The latest publications about the roadmaps of a region and its organisations, newest first. */
export function listRegionCoverage(content: ContentReader, regionId: string, most: number): CoverageEntry[] {
  return content
    .head('coverage', `region/${regionId}`)
    .slice(0, most)
    .map((card) => viewCoverageEntry(card, content))
}

function describePage(region: Region, path: string): PageMeta {
  return {
    title: `Наставничество: ${region.name}`,
    description: `${region.name}: дорожные карты школ, что уже освещено, практики наставничества и события.`,
    path,
    crumbs: [{ title: 'Регионы', url: '/regiony/' }],
    updated: region._updatedAt.slice(0, 10),
    feed: `${path}rss.xml`,
    structured: { '@type': 'AdministrativeArea', name: region.name },
    search: { kind: 'organization', region: region.slug.current },
  }
}
