import { countHeadings, roleOfHeading } from '../table/column-roles.ts'
import { isNumberMark } from '../table/number-mark.ts'

/** Words of a line that stand together, at least two spaces from others, with their columns of letters. */
export interface Segment {
  text: string
  start: number
  end: number
}

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

/** Finds the lines that hold the headings of columns lined up by spaces; headings may wrap over several lines. */
export function findAlignedHeader(lines: readonly string[]): AlignedHeader | null {
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

/** Cuts a line into segments at runs of two or more spaces. */
export function segmentsOf(line: string): Segment[] {
  const segments: Segment[] = []
  for (const match of line.matchAll(/\S+(?: \S+)*/g)) {
    segments.push({ text: match[0], start: match.index, end: match.index + match[0].length })
  }
  return segments
}

/** Takes in the lines below that still belong to the headings, up to a number, a blank line or a capital. */
function extendHeader(lines: readonly string[], from: number, count: number): AlignedHeader {
  let to = from + count
  while (to < from + MAX_HEADER_LINES && to < lines.length) {
    const line = lines[to] ?? ''
    if (line.trim() === '' || startsBody(line)) break
    if (!segmentsOf(line).every((segment) => continuesHeading(segment.text))) break
    to += 1
  }
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

function continuesHeading(text: string): boolean {
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
