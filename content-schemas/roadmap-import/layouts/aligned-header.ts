import { SINGLE_ROLES } from '../table/assign-roles.ts'
import { countHeadings, roleOfHeading } from '../table/column-roles.ts'
import { isNumberMark } from '../table/number-mark.ts'
import { fitBoundaries, sliceLine } from './column-boundaries.ts'
import { isHeadingLine } from './heading-words.ts'
import { type Segment, segmentsOf } from './segments.ts'

export interface AlignedHeader {
  /** First line of the header and the line after its last. */
  from: number
  to: number
  lines: string[]
  headings: string[]
  /** Middle of each heading, in letters from the left. */
  centres: number[]
  numberColumn: number
}

const MAX_HEADER_LINES = 6
const MAX_HEADINGS = 40

/**
 * Finds the lines that hold the headings of columns lined up by spaces; headings may wrap over several lines. Where
 * headings touch each other, the left edges of the columns below tell them apart.
 */
export function findAlignedHeader(lines: readonly string[], edges: readonly number[]): AlignedHeader | null {
  const parted = findPartedHeader(lines)
  const cut = edges.length >= 3 ? findCutHeader(lines, edges) : null
  if (!cut || !parted) return cut ?? parted
  if (
    countSingle(cut.headings) <= countSingle(parted.headings) &&
    cut.headings.length > parted.headings.length
  )
    if (parted.headings.every((heading) => roleOfHeading(heading) !== null)) return parted
  return countHeadings(cut.headings) > countHeadings(parted.headings) ||
    (cut.headings.length >= parted.headings.length &&
      cut.headings.every((heading) => roleOfHeading(heading) !== null))
    ? cut
    : parted
}

/** Columns that a table has once, by their headings. */
function countSingle(headings: readonly string[]): number {
  return new Set(headings.map(roleOfHeading).filter((role) => role !== null && SINGLE_ROLES.includes(role)))
    .size
}

/** Headings cut at the left edges of the columns. */
function findCutHeader(lines: readonly string[], edges: readonly number[]): AlignedHeader | null {
  const boundaries = edges.slice(1)
  const read = (from: number, to: number) => {
    const headings = edges.map(() => '')
    const fitted = fitBoundaries(lines.slice(from, to), boundaries)
    for (const line of lines.slice(from, to)) {
      for (const [column, cell] of (sliceLine(line, fitted) ?? []).entries())
        headings[column] = `${headings[column] ?? ''} ${cell}`.trim()
    }
    return headings
  }
  for (let from = 0; from < lines.length; from += 1) {
    if ((lines[from] ?? '').trim() === '') continue
    for (let to = from + 1; to <= Math.min(from + MAX_HEADER_LINES, lines.length); to += 1) {
      const last = lines[to - 1] ?? ''
      if (last.trim() === '' || startsBody(last)) break
      if (countHeadings(read(from, to)) < 3) continue
      const end = endOfHeader(lines, from, to)
      const headings = read(from, end)
      const numberColumn = headings.findIndex((heading) => roleOfHeading(heading) === 'number')
      return {
        from,
        to: end,
        lines: lines.slice(from, end),
        headings,
        centres: edges.map((edge) => edge + 2),
        numberColumn,
      }
    }
  }
  return null
}

function findPartedHeader(lines: readonly string[]): AlignedHeader | null {
  for (let from = 0; from < lines.length; from += 1) {
    if (!/\S {2,}\S|№/.test(lines[from] ?? '')) continue
    for (let count = 1; count <= MAX_HEADER_LINES && from + count <= lines.length; count += 1) {
      const window = lines.slice(from, from + count)
      if (window.at(-1)?.trim() === '' || window.some((line) => startsBody(line))) break
      const columns = clusterSegments(window)
      if (columns.length < 3 || countHeadings(columns.map((column) => column.text)) < 3) continue
      return extendHeader(lines, from, count)
    }
  }
  return null
}

/** Takes in the lines below that still belong to the headings, up to a number, a blank line or a capital. */
function extendHeader(lines: readonly string[], from: number, count: number): AlignedHeader {
  const to = endOfHeader(lines, from, from + count)
  const columns = clusterSegments(lines.slice(from, to))
  return {
    from,
    to,
    lines: lines.slice(from, to),
    headings: columns.map((column) => column.text),
    centres: columns.map((column) => (column.start + column.end) / 2),
    numberColumn: columns.findIndex((column) => roleOfHeading(column.text) === 'number'),
  }
}

function endOfHeader(lines: readonly string[], from: number, least: number): number {
  let to = least
  const small = !/\p{Lu}/u.test(lines.slice(from, least).join(''))
  while (to < from + MAX_HEADER_LINES && to < lines.length) {
    const line = lines[to] ?? ''
    if (line.trim() === '' || startsBody(line)) break
    if (!segmentsOf(line).every((segment) => continuesHeading(segment.text, small))) break
    to += 1
  }
  return to
}

function continuesHeading(text: string, small: boolean): boolean {
  if (small && !isHeadingLine(text)) return false
  if (/^(?:п\s?\/\s?п|этапа)/i.test(text)) return true
  return text.length < 40 && /^[\p{Ll}(/]/u.test(text) && !/\d/.test(text)
}

function startsBody(line: string): boolean {
  const first = segmentsOf(line)[0]
  return first !== undefined && /\d|^[IVX]/.test(first.text) && isNumberMark(first.text)
}

/** Joins segments of several lines that stand over each other into one heading each. */
function clusterSegments(lines: readonly string[]): Segment[] {
  const clusters: Segment[] = []
  for (const line of lines) {
    for (const segment of segmentsOf(line).slice(0, MAX_HEADINGS)) {
      const over = clusters.find((cluster) => segment.start < cluster.end && segment.end > cluster.start)
      if (over) {
        over.text += ` ${segment.text}`
        over.start = Math.min(over.start, segment.start)
        over.end = Math.max(over.end, segment.end)
      } else clusters.push({ ...segment })
    }
  }
  return clusters.toSorted((first, second) => first.start - second.start)
}
