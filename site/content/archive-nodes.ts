/** Something with a date, or a time that begins with one. */
export interface Dated {
  readonly order: string
}

/** How long lists are cut into pages. */
export interface ArchiveCut {
  /** A list, year or month with more entries is cut into years, months or days. */
  readonly splitAbove: number
  /** Entries of a page. */
  readonly pageSize: number
}

/** A list, a year, a month or a day of it: either cut further, or a number of pages. */
export interface ArchiveNode {
  /** Years `2025`, months `2025-03` or days `2025-03-14`, the newest first. */
  readonly children: readonly string[]
  /** How many pages, counted from the oldest, so that a new entry changes the last one only. */
  readonly pages: number
}

/** How many characters of a date name the list, a year, a month, a day. */
const LENGTHS = [0, 4, 7, 10] as const
const DAY_LENGTH = 10

/** The parts a row is in, the largest first: '', `2025`, `2025-03`, `2025-03-14`. */
export function nodesOf({ order }: Dated): string[] {
  return LENGTHS.map((length) => order.slice(0, length))
}

/** Whether a part of so many entries is cut further. Days are not. */
export function isSplit(node: string, count: number, cut: ArchiveCut): boolean {
  return node.length < DAY_LENGTH && count > cut.splitAbove
}

export function countPages(count: number, cut: ArchiveCut): number {
  return Math.ceil(count / cut.pageSize)
}

/** Number of the page that holds the entry so many places after the oldest. */
export function pageOfPosition(fromOldest: number, cut: ArchiveCut): number {
  return Math.floor(fromOldest / cut.pageSize) + 1
}

/** Where the rows of a part stand among rows sorted newest first. */
export function rangeOf(rows: readonly Dated[], node: string): { start: number; end: number } {
  if (node === '') return { start: 0, end: rows.length }
  return { start: firstBefore(rows, node + AFTER_ALL), end: firstBefore(rows, node) }
}

/** The parts that a part is cut into, if it is, the newest first. */
export function listNodes(rows: readonly Dated[], node: string): string[] {
  const length = LENGTHS.find((one) => one > node.length)
  if (length === undefined) return []
  const { end, start } = rangeOf(rows, node)
  const found: string[] = []
  for (let place = start; place < end;) {
    const child = (rows[place]?.order ?? '').slice(0, length)
    found.push(child)
    place = firstBefore(rows, child)
  }
  return found
}

/** The part above: '' above a year. null above the whole list. */
export function parentOf(node: string): string | null {
  const length = LENGTHS.findLast((one) => one < node.length)
  return length === undefined ? null : node.slice(0, length)
}

/** Comes after everything a date can go on with. */
const AFTER_ALL = '\uFFFF'

/** First place of rows, sorted newest first, that comes before a date or its beginning. */
function firstBefore(rows: readonly Dated[], date: string): number {
  let low = 0
  let high = rows.length
  while (low < high) {
    const middle = (low + high) >>> 1
    if ((rows[middle]?.order ?? '') < date) high = middle
    else low = middle + 1
  }
  return low
}
