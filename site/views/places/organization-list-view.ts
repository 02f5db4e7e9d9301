import { formatCount } from '#content/text/plurals.ts'
import { ORGANIZATION_KINDS } from '#content/vocabulary/organization-kinds.ts'
import { findTitle } from '#content/vocabulary/vocabulary-table.ts'
import type { ContentReader } from '../../content/content-reader.ts'
import { typeset } from '../../typography/typeset.ts'
import { type ListPage, pageOf, readListPath } from '../paged-list.ts'
import type { Link, PageMeta } from '../page-meta.ts'

/** All organisations by name, page by page. */
export interface OrganizationListView {
  readonly page: PageMeta
  readonly intro: string
  readonly list: ListPage<OrganizationEntry>
}

export interface OrganizationEntry extends Link {
  readonly kind: string
  readonly region: string
}

const BASE = '/organizacii/'

/** The page of the list at this path below `/organizacii/`; null when the list has no such page. */
export function viewOrganizationList(
  content: ContentReader,
  path: string | undefined,
): OrganizationListView | null {
  const asked = readListPath(path)
  if (asked === null || asked.facet !== null) return null
  const page = pageOf(content.list('organization', 'all'), asked.number, BASE)
  if (page === null) return null
  const suffix = asked.number === 1 ? '' : `, страница ${asked.number}`
  return {
    page: {
      title: `Организации${suffix}`,
      description:
        'Школы, детские сады и другие организации, которые ведут наставничество и рассказывают об этом.',
      path: asked.number === 1 ? BASE : `${BASE}stranica/${asked.number}/`,
      crumbs: [],
      updated: null,
    },
    intro: formatCount(page.total, ['организация', 'организации', 'организаций']),
    list: {
      ...page,
      entries: page.entries.map(({ name, url, kind, region }) => ({
        title: typeset(name),
        url,
        kind: findTitle(ORGANIZATION_KINDS, kind),
        region: content.link(region)?.name ?? '',
      })),
    },
  }
}
