import { formatCount } from '#content/text/plurals.ts'
import type { OrganizationCard } from '../../content/cards.ts'
import type { ContentReader } from '../../content/content-reader.ts'
import { type CoverageEntry, viewCoverageEntry } from '../coverage-entries.ts'
import {
  type RegionMatrix,
  shareOfOrganization,
  viewRegionMatrix,
} from '../information-support/region-matrix.ts'
import type { PageMeta } from '../page-meta.ts'
import { type PracticeEntry, viewPracticeEntry } from '../practices/practice-entries.ts'
import { listComparable } from './compare-with-region.ts'
import { type IndicatorTable, viewIndicatorTable } from './indicators.ts'
import { medianOf } from './median.ts'

/** Everything the page of a municipality shows. */
export interface MunicipalityView {
  readonly page: PageMeta
  readonly name: string
  /** «12 организаций», «8 практик»: what the municipality has. */
  readonly counts: readonly string[]
  /** How much its organisations cover beside those of the region, in a sentence; '' when that cannot be said. */
  readonly comparison: string
  readonly matrix: RegionMatrix
  readonly indicators: IndicatorTable | null
  readonly coverage: readonly CoverageEntry[]
  readonly practices: readonly PracticeEntry[]
}

const MAX_ENTRIES = 6

/** The page of a municipality; null when there is none at this address. */
export function viewMunicipality(
  content: ContentReader,
  regionSlug: string,
  slug: string,
): MunicipalityView | null {
  const regionId = content.findId('region', regionSlug)
  const region = content.link(regionId)
  const municipality = regionId === null ? null : content.find('municipality', slug, regionId)
  if (region === null || municipality === null) return null
  const regionUrl = `/regiony/${regionSlug}/`
  const organizations = content.list('organization', `municipality/${municipality._id}`)
  const practices = organizations.flatMap(({ id }) => content.list('practice', `organization/${id}`))
  return {
    page: {
      title: `${municipality.name}: наставничество`,
      description: `${municipality.name}, ${region.name}: дорожные карты организаций и что о них опубликовано.`,
      path: `${regionUrl}${slug}/`,
      crumbs: [
        { title: 'Регионы', url: '/regiony/' },
        { title: region.name, url: regionUrl },
      ],
      updated: municipality._updatedAt.slice(0, 10),
      search: { kind: 'organization', region: regionSlug },
    },
    name: municipality.name,
    counts: [
      formatCount(organizations.length, ['организация', 'организации', 'организаций']),
      formatCount(practices.length, ['практика', 'практики', 'практик']),
    ],
    comparison: describeShares(
      listShares(organizations, content),
      listShares(listComparable(region._id, content), content),
    ),
    matrix: viewRegionMatrix(organizations, content, 'name'),
    indicators: viewIndicatorTable(organizations, content),
    coverage: listCoverage(organizations, content),
    practices: practices
      .toSorted((a, b) => (a.created < b.created ? 1 : -1))
      .slice(0, MAX_ENTRIES)
      .map((card) => viewPracticeEntry(card, content)),
  }
}

function listShares(organizations: readonly OrganizationCard[], content: ContentReader): number[] {
  return organizations.flatMap((organization) => shareOfOrganization(organization, content) ?? [])
}

function describeShares(own: readonly number[], region: readonly number[]): string {
  if (own.length === 0) return ''
  const here = `Половина организаций с\u00A0дорожной картой осветила не меньше ${format(own)} мероприятий, срок которых наступил`
  return region.length <= own.length ? `${here}.` : `${here}; в\u00A0регионе — ${format(region)}.`
}

function format(shares: readonly number[]): string {
  return `${Math.round(medianOf(shares))}\u00A0%`
}

function listCoverage(organizations: readonly OrganizationCard[], content: ContentReader): CoverageEntry[] {
  return organizations
    .flatMap(({ id }) => content.list('roadmap', `organization/${id}`))
    .flatMap(({ id }) => content.list('coverage', `roadmap/${id}`).slice(0, MAX_ENTRIES))
    .toSorted((a, b) => (a.date < b.date ? 1 : -1))
    .slice(0, MAX_ENTRIES)
    .map((card) => viewCoverageEntry(card, content))
}
