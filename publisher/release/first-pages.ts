import type { PageIndex } from './page-index.ts'

/** The pages that say most about a change go live at once, the others after whatever else waits. */
const FIRST_PAGES = 8

/** Documents that changed together: more of them have no pages of their own. */
const FEW_DOCUMENTS = 8

/**
 * Divides stale pages into a few that readers get at once and the others: the start page and what most readers see
 * first is not left to the end, then come new pages and those of the changed documents, then those that depend on few
 * things.
 */
export function divideStale(
  pages: Pick<PageIndex, 'readersOf' | 'countReads'>,
  changed: readonly { _id: string }[],
  stale: ReadonlySet<string>,
  added: ReadonlySet<string>,
): { first: string[]; later: string[] } {
  const own: ReadonlySet<string> =
    changed.length > FEW_DOCUMENTS ? new Set() : pages.readersOf(changed.map(({ _id }) => `doc:${_id}`))
  const rank = (path: string) => (added.has(path) ? 0 : path === '/' ? 1 : own.has(path) ? 2 : 3)
  const best: { path: string; rank: number; reads: number }[] = []
  for (const path of stale) {
    const one = { path, rank: rank(path), reads: pages.countReads(path) }
    const place = best.findIndex((other) => (one.rank - other.rank || one.reads - other.reads) < 0)
    best.splice(place === -1 ? best.length : place, 0, one)
    if (best.length > FIRST_PAGES) best.pop()
  }
  const first = best.map(({ path }) => path)
  const isFirst = new Set(first)
  return { first, later: [...stale].filter((path) => !isFirst.has(path)) }
}
