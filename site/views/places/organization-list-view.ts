import { formatCount } from '#content/text/plurals.ts'
import { ORGANIZATION_KINDS } from '#content/vocabulary/organization-kinds.ts'
import type { ContentReader } from '../../content/content-reader.ts'
import { setTitle } from '../../typography/set-title.ts'
import { typeset } from '../../typography/typeset.ts'
import { cutList, type ListPage, readListPath } from '../paged-list.ts'
import { listRegions, type RegionEntry } from './region-list-view.ts'
import type { Link, PageMeta } from '../page-meta.ts'

/** All organisations by name, page by page. */
export interface OrganizationListView {
  readonly page: PageMeta
  readonly intro: string
  readonly list: ListPage<OrganizationEntry>
  /** Where to look instead, when there are too many for a list. */
  readonly regions: readonly RegionEntry[]
}

export interface OrganizationEntry extends Link {
  readonly kind: string
  readonly region: string
}

const BASE = '/organizacii/'

/**
 * The page of the list at this path below `/organizacii/`; null when the list has no such page. A country's
 * organisations are not listed one after the other: the page leads to the regions, which lead to theirs.
 */
export function viewOrganizationList(
  content: ContentReader,
  path: string | undefined,
): OrganizationListView | null {
  const asked = readListPath(path)
  if (asked === null || asked.facet !== null || asked.node !== '' || asked.number === 1) return null
  if (content.isLong('organization', 'all'))
    return asked.number === null ? describeList(viewRegionsOnly(content), listRegions(content)) : null
  const page = cutList(content.list('organization', 'all'), asked.number ?? 1, BASE)
  if (page === null) return null
  const entries = page.entries.map(({ name, url, kind, region }) => ({
    title: typeset(name),
    url,
    kind: setTitle(ORGANIZATION_KINDS, kind),
    region: content.link(region)?.name ?? '',
  }))
  return describeList({ ...page, entries }, [])
}

function viewRegionsOnly(content: ContentReader): ListPage<OrganizationEntry> {
  const total = content.count('organization', 'all')
  return { entries: [], total, path: BASE, part: '', pagesTitle: '', pages: [], crumbs: [] }
}

function describeList(
  list: ListPage<OrganizationEntry>,
  regions: readonly RegionEntry[],
): OrganizationListView {
  return {
    page: {
      title: ['Организации', list.part].filter(Boolean).join(', '),
      description:
        'Школы, детские сады и другие организации, которые ведут наставничество и рассказывают об этом.',
      path: list.path,
      crumbs: [],
      updated: null,
    },
    intro: formatCount(list.total ?? 0, ['организация', 'организации', 'организаций']),
    list,
    regions,
  }
}
