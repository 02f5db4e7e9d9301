import { formatCount } from '#content/text/plurals.ts'
import type { ContentReader } from '../content/content-reader.ts'
import { type CoverageEntry, viewCoverageEntry } from './coverage-entries.ts'
import { type ListPage, pageOf, readListPath } from './paged-list.ts'
import type { PageMeta } from './page-meta.ts'

/** All publications, newest first, page by page. */
export interface CoverageListView {
  readonly page: PageMeta
  readonly intro: string
  readonly list: ListPage<CoverageEntry>
}

const BASE = '/publikacii/'

/** The page of the list at this path below `/publikacii/`; null when the list has no such page. */
export function viewCoverageList(content: ContentReader, path: string | undefined): CoverageListView | null {
  const asked = readListPath(path)
  if (asked === null || asked.facet !== null) return null
  const page = pageOf(content.list('coverage', 'all'), asked.number, BASE)
  if (page === null) return null
  const suffix = asked.number === 1 ? '' : `, страница ${asked.number}`
  return {
    page: {
      title: `Публикации о наставничестве${suffix}`,
      description:
        'Что школы и регионы рассказали о своей работе по наставничеству: на сайтах, в соцсетях, в СМИ.',
      path: asked.number === 1 ? BASE : `${BASE}stranica/${asked.number}/`,
      crumbs: [],
      updated: null,
    },
    intro:
      page.total === 0
        ? 'Публикаций пока нет'
        : formatCount(page.total, ['публикация', 'публикации', 'публикаций']),
    list: { ...page, entries: page.entries.map((card) => viewCoverageEntry(card, content)) },
  }
}
