import { PAGE_SIZE } from '../content/page-size.ts'
import type { Link } from './page-meta.ts'

/** One page of a long list. */
export interface ListPage<Entry> {
  readonly entries: readonly Entry[]
  readonly total: number
  readonly number: number
  /** All pages; [] when one is enough. */
  readonly pages: readonly (Link & { readonly current: boolean })[]
}

/** A page of a list whose first page is at `base`; null when the list is not that long. */
export function pageOf<Entry>(
  entries: readonly Entry[],
  number: number,
  base: string,
): ListPage<Entry> | null {
  const count = Math.max(1, Math.ceil(entries.length / PAGE_SIZE))
  if (number > count) return null
  const pages = Array.from({ length: count }, (_, index) => ({
    title: String(index + 1),
    url: index === 0 ? base : `${base}stranica/${index + 1}/`,
    current: index + 1 === number,
  }))
  return {
    entries: entries.slice((number - 1) * PAGE_SIZE, number * PAGE_SIZE),
    total: entries.length,
    number,
    pages: count === 1 ? [] : pages,
  }
}

/** What the path of a list asks for: `forma/pupil-pupil/stranica/2`, without the list's own address. */
export interface ListPath {
  readonly facet: string | null
  readonly value: string | null
  /** Number of the page, from 1. */
  readonly number: number
}

const listPath = /^(?:(?!stranica)([a-z]+)\/([a-z0-9-]+))?(?:(?:^|\/)stranica\/([2-9]|[1-9]\d+))?$/

/** Reads the path of a list; null when lists have no such path. */
export function readListPath(path: string | undefined): ListPath | null {
  const match = listPath.exec(path ?? '')
  if (match === null) return null
  const [, facet = null, value = null, number = '1'] = match
  return { facet, value, number: Number(number) }
}
