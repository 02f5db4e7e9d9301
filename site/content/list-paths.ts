import { FORMS } from '#content/vocabulary/forms.ts'
import { KINDS } from '#content/vocabulary/kinds.ts'
import { MATERIAL_TYPES } from '#content/vocabulary/material-types.ts'
import { STAGES } from '#content/vocabulary/stages.ts'
import type { VocabularyEntry } from '#content/vocabulary/vocabulary-table.ts'
import type { ContentReader } from './content-reader.ts'
import { PAGE_SIZE } from './page-size.ts'

/** Lists that are read by year, month and day when they are long. */
type DatedIndex = 'practice' | 'material' | 'coverage'

/** A list of the site with everything that is below it. */
export interface SiteList {
  /** Path of its first page; '' for lists that have none of their own. */
  readonly base: string
  /** Paths of its pages, the first one too; [] when the list is not there. */
  list(content: ContentReader): string[]
}

/** Lists that do not belong to one document. */
export const siteLists: readonly SiteList[] = [
  datedList('/praktiki/', 'practice', 'all', true),
  datedList('/materialy/', 'material', 'all', true),
  datedList('/publikacii/', 'coverage', 'all', true),
  { base: '/organizacii/', list: listOrganizationPages },
  ...facetLists('practice', '/praktiki/forma/', 'form', FORMS),
  ...facetLists('practice', '/praktiki/vid/', 'kind', KINDS),
  ...facetLists('practice', '/praktiki/etap/', 'stage', STAGES),
  ...facetLists('material', '/materialy/vid/', 'type', MATERIAL_TYPES),
  ...facetLists('material', '/materialy/etap/', 'stage', STAGES),
]

/** Paths of the list of a region's practices; it stands even when it is empty. */
export function listRegionPractices(content: ContentReader, id: string, slug: string): string[] {
  return datedList(`/praktiki/region/${slug}/`, 'practice', `region/${id}`, true).list(content)
}

function facetLists(
  index: DatedIndex,
  base: string,
  facet: string,
  table: readonly VocabularyEntry[],
): SiteList[] {
  return table.map(({ key }) => datedList(`${base}${key}/`, index, `${facet}/${key}`, false))
}

function datedList(base: string, index: DatedIndex, value: string, always: boolean): SiteList {
  return {
    base,
    list: (content) =>
      always || content.hasSome(index, value)
        ? [base, ...listArchivePages(content, index, value, base, '')]
        : [],
  }
}

/** Pages of a long list below its first: by number from the oldest, or by year, month and day. */
function listArchivePages(
  content: ContentReader,
  index: DatedIndex,
  value: string,
  base: string,
  node: string,
): string[] {
  const found = content.node(index, value, node)
  if (found === null) return []
  const own = node === '' ? base : `${base}arhiv/${node}/`
  const first = node === '' ? 1 : 2
  const numbered = found.pages > 1 ? numberedPages(own, first, found.pages) : []
  return [
    ...numbered,
    ...found.children.flatMap((child) => [
      `${base}arhiv/${child}/`,
      ...listArchivePages(content, index, value, base, child),
    ]),
  ]
}

/** A long list of organisations is a list of regions, whose pages lead to theirs. */
function listOrganizationPages(content: ContentReader): string[] {
  const base = '/organizacii/'
  if (content.isLong('organization', 'all')) return [base]
  return [base, ...numberedPages(base, 2, Math.ceil(content.count('organization', 'all') / PAGE_SIZE))]
}

function numberedPages(base: string, first: number, last: number): string[] {
  return Array.from(
    { length: Math.max(0, last - first + 1) },
    (_, place) => `${base}stranica/${first + place}/`,
  )
}
