import { formatCount } from '#content/text/plurals.ts'
import type { ContentReader } from '../content/content-reader.ts'
import { type CoverageEntry, viewCoverageEntry } from './coverage-entries.ts'
import { type ListPage, pageOf, readListPath } from './paged-list.ts'
import type { PageMeta } from './page-meta.ts'

/** All publications, newest first, page by page. */
export interface CoverageListView {
  readonly page: PageMeta
  readonly heading: string
  readonly intro: string
  readonly list: ListPage<CoverageEntry>
}

const BASE = '/publikacii/'

/** The page of the list at this path below `/publikacii/`; null when the list has no such page. */
export function viewCoverageList(content: ContentReader, path: string | undefined): CoverageListView | null {
  const asked = readListPath(path)
  if (asked === null || asked.facet !== null) return null
  const page = pageOf(content, { index: 'coverage', value: 'all', base: BASE }, asked)
  if (page === null) return null
  return {
    page: {
      title: ['Публикации о наставничестве', page.part].filter(Boolean).join(', '),
      description:
        'Что школы и регионы рассказали о своей работе по наставничеству: на сайтах, в соцсетях, в СМИ.',
      path: page.path,
      crumbs: page.path === BASE ? [] : [{ title: 'Публикации', url: BASE }, ...page.crumbs],
      updated: null,
    },
    heading: page.part === '' ? 'Публикации' : `Публикации: ${page.part}`,
    intro: page.total === null ? '' : formatTotal(page.total),
    list: { ...page, entries: page.entries.map((card) => viewCoverageEntry(card, content)) },
  }
}

function formatTotal(total: number): string {
  return total === 0
    ? 'Публикаций пока нет.'
    : `${formatCount(total, ['публикация', 'публикации', 'публикаций'])}.`
}
