import { formatDate, formatMonth } from '#content/text/dates.ts'
import { parentOf } from '../content/archive-nodes.ts'
import type { ContentReader } from '../content/content-reader.ts'
import type { IndexCards } from '../content/indexes.ts'
import { PAGE_SIZE } from '../content/page-size.ts'
import type { Link } from './page-meta.ts'

/** A page of a list, or a year or month of it. */
export interface ListPage<Entry> {
  readonly entries: readonly Entry[]
  /** Entries of the whole list; null on pages that do not say it, so that a new entry leaves them alone. */
  readonly total: number | null
  /** Path of this page. */
  readonly path: string
  /** What tells this page from the others: «март 2025, страница 2»; '' for the first page. */
  readonly part: string
  /** What the links to other pages are: pages, years, months or days. */
  readonly pagesTitle: string
  /** Links to the other pages; [] when one is enough. */
  readonly pages: readonly (Link & { readonly current: boolean })[]
  /** The way from the first page here, without both. */
  readonly crumbs: readonly Link[]
}

/** What the path of a list asks for: `forma/pupil-pupil/arhiv/2025-03/stranica/2`, without the list's own address. */
export interface ListPath {
  readonly facet: string | null
  readonly value: string | null
  /** Year, month or day; '' for the whole list. */
  readonly node: string
  /** Number of the page counted from the oldest; null for the first page of the list, which shows the newest. */
  readonly number: number | null
}

const listPath =
  /^(?:(?!stranica|arhiv)([a-z]+)\/([a-z0-9-]+))?(?:(?:^|\/)arhiv\/(\d{4}(?:-\d\d(?:-\d\d)?)?))?(?:(?:^|\/)stranica\/([1-9]\d*))?$/

/** Reads the path of a list; null when lists have no such path. */
export function readListPath(path: string | undefined): ListPath | null {
  const match = listPath.exec(path ?? '')
  if (match === null) return null
  const [, facet = null, value = null, node = '', number] = match
  if (node !== '' && number === '1') return null
  const first = node === '' ? null : 1
  return { facet, value, node, number: number === undefined ? first : Number(number) }
}

/**
 * A page of a list of dated entries whose first page is at `base`; null when the list has no such page.
 *
 * The first page shows the newest entries. Everything stands once more on pages that do not move: counted from the
 * oldest, and, in long lists, by year, month and day. A new entry so changes two pages of a list, not all of them.
 */
export function pageOf<Name extends 'practice' | 'material' | 'coverage'>(
  content: ContentReader,
  { index, value, base }: { index: Name; value: string; base: string },
  { node, number }: Pick<ListPath, 'node' | 'number'>,
): ListPage<IndexCards[Name]> | null {
  if (number === null) return firstPage(content, { index, value, base })
  for (let above = parentOf(node); above !== null; above = parentOf(above)) {
    if (!content.isSplit(index, value, above)) return null
  }
  const found = content.node(index, value, node)
  if (found === null || number > Math.max(1, found.pages)) return null
  if (node === '' && found.pages < 2) return null
  const path = node === '' ? base : `${base}arhiv/${node}/`
  const numbered = number === 1 && node !== '' ? path : `${path}stranica/${number}/`
  return {
    entries: found.pages === 0 ? [] : content.page(index, value, node, number),
    total: null,
    path: numbered,
    part: [node === '' ? '' : nameNode(node), found.pages > 1 ? `страница ${number}` : '']
      .filter(Boolean)
      .join(', '),
    ...linkPages(base, node, found, number),
    crumbs: crumbsOf(base, node),
  }
}

/** A page of entries that are all at hand, in their own order. */
export function cutList<Entry>(
  entries: readonly Entry[],
  number: number,
  base: string,
): ListPage<Entry> | null {
  const pages = Math.ceil(entries.length / PAGE_SIZE)
  if (number > Math.max(1, pages)) return null
  return {
    entries: entries.slice((number - 1) * PAGE_SIZE, number * PAGE_SIZE),
    total: entries.length,
    path: number === 1 ? base : `${base}stranica/${number}/`,
    part: number === 1 ? '' : `страница ${number}`,
    pagesTitle: 'Страницы',
    pages: pages < 2 ? [] : listNumbered(base, pages, number, true),
    crumbs: [],
  }
}

function firstPage<Name extends 'practice' | 'material' | 'coverage'>(
  content: ContentReader,
  { index, value, base }: { index: Name; value: string; base: string },
): ListPage<IndexCards[Name]> {
  const total = content.count(index, value)
  const whole = total > PAGE_SIZE ? content.node(index, value, '') : null
  const links = whole === null ? { pagesTitle: '', pages: [] } : linkPages(base, '', whole, null)
  return { entries: content.head(index, value), total, path: base, part: '', ...links, crumbs: [] }
}

function linkPages(
  base: string,
  node: string,
  { children, pages }: { children: readonly string[]; pages: number },
  number: number | null,
) {
  if (children.length > 0) {
    const titles = ['По годам', 'По месяцам', 'По дням'] as const
    return {
      pagesTitle: titles[node.length === 0 ? 0 : node.length === 4 ? 1 : 2],
      pages: children.map((child) => ({
        title: nameNode(child),
        url: `${base}arhiv/${child}/`,
        current: false,
      })),
    }
  }
  const own = node === '' ? base : `${base}arhiv/${node}/`
  return {
    pagesTitle: 'Страницы от старых к новым',
    pages: pages < 2 ? [] : listNumbered(own, pages, number, node !== ''),
  }
}

function listNumbered(base: string, pages: number, current: number | null, firstAtBase: boolean) {
  return Array.from({ length: pages }, (_, place) => ({
    title: String(place + 1),
    url: place === 0 && firstAtBase ? base : `${base}stranica/${place + 1}/`,
    current: place + 1 === current,
  }))
}

function crumbsOf(base: string, node: string): Link[] {
  const crumbs: Link[] = []
  for (let above = parentOf(node); above !== null && above !== ''; above = parentOf(above))
    crumbs.unshift({ title: nameNode(above), url: `${base}arhiv/${above}/` })
  return crumbs
}

/** «2025 год», «март 2025», «14 марта 2025». */
function nameNode(node: string): string {
  if (node.length === 4) return `${node}\u00A0год`
  return node.length === 7 ? formatMonth(`${node}-01`) : formatDate(node)
}
