import {
  BlockCollector,
  makeRow,
  type NeutralBlock,
  type NeutralRow,
  SOFT_BREAK,
} from '../neutral-document.ts'
import { assignRoles } from '../table/assign-roles.ts'
import { roleOfHeading } from '../table/column-roles.ts'
import { isNumberMark } from '../table/number-mark.ts'
import { startsLower } from '../text/plain-words.ts'
import { type AlignedHeader, findAlignedHeader } from './aligned-header.ts'
import { findBoundaries, fitBoundaries, sliceLine } from './column-boundaries.ts'
import { findClearGutters, fitGutters, stretchBoundaries } from './fit-gutters.ts'
import { findLeftEdges } from './left-edges.ts'
import { partRows, rateLines } from './part-rows.ts'
import { segmentsOf } from './segments.ts'
import { readWordHeader } from './word-header.ts'

const MAX_SHIFT = 12
const MAX_RATED_LINES = 120
/** How much likelier rows must be for a way of cutting that is less plain. */
const LEAST_GAIN = 1.5

/** Columns lined up by spaces, as `pdftotext -layout` writes them; widths may differ from page to page. */
export function readAligned(text: string): NeutralBlock[] | null {
  const lines = text.split('\n').flatMap((line) => line.replaceAll('\t', '    ').split(/(?=\f)/))
  const plain = lines.map((line) => line.replaceAll('\f', ''))
  const edges = findLeftEdges(longestPage(lines))
  const found = findAlignedHeader(plain, edges) ?? withoutHeader(plain, edges)
  if (!found) return null
  const header = (found.headings.length > 0 ? readWordHeader(plain, found) : null) ?? found
  const collector = new BlockCollector()
  for (const line of lines.slice(0, header.from)) collector.addLine(line.replaceAll('\f', ''))
  const rows: NeutralRow[] = []
  const pageStarts = new Set<NeutralRow>()
  const { body, after } = cutAfter(lines.slice(header.to))
  const pages = splitPages(body, header.lines)
  const margin = marginOf(pages[0]?.lines ?? []) ?? 0
  const parted = pages.some((page) => page.lines.filter((line) => line.trim() === '').length > 3)
  const headerMargin = (header.lines[0] ?? '').search(/\S/)
  let above: readonly number[] | null = null
  for (const page of pages) {
    const shift =
      page.headerMargin === null
        ? (marginOf(page.lines) ?? margin) - margin
        : page.headerMargin - headerMargin
    const known = Math.abs(shift) <= MAX_SHIFT ? shift : 0
    const centres = ownCentres(page.lines, edges, header) ?? header.centres.map((centre) => centre + known)
    const cutting = chooseCutting(page.lines, centres, header.headings, above)
    above ??= cutting.boundaries
    const read = readPage(page.lines, cutting, parted)
    if (read[0]) pageStarts.add(read[0])
    rows.push(...read)
  }
  const headings = header.headings.length > 0 ? [makeRow(header.headings)] : []
  const roles = assignRoles(header.headings, rows).map((column) => column.role)
  collector.addTable([
    ...headings,
    ...(partRows(rows, roles, pageStarts) ?? groupRows(rows, header.numberColumn, pageStarts)),
  ])
  for (const line of after) collector.addLine(line.replaceAll('\f', ''))
  return collector.blocks
}

/** Words after the table: whole lines from the left margin under the last blank line. */
function cutAfter(lines: readonly string[]): { body: readonly string[]; after: readonly string[] } {
  const last = lines.findLastIndex((line) => line.trim() !== '')
  const gap = lines.slice(0, last + 1).findLastIndex((line) => line.trim() === '')
  const tail = lines.slice(gap + 1, last + 1).map((line) => line.replaceAll('\f', ''))
  const margin = Math.min(
    ...lines.flatMap((line) => (line.trim() === '' ? [] : [line.replaceAll('\f', '').search(/\S/)])),
  )
  const words =
    gap > 0 &&
    tail.every((line) => segmentsOf(line).length === 1) &&
    (tail[0] ?? '').trim().length > 12 &&
    (tail[0] ?? '').search(/\S/) <= margin &&
    !/^\s*(?:\d|[IVXІХ]+[.)])/.test(tail[0] ?? '')
  return words ? { body: lines.slice(0, gap), after: lines.slice(gap) } : { body: lines, after: [] }
}

/** Columns stand elsewhere on every page: the longest one tells them best. */
function longestPage(lines: readonly string[]): string[] {
  const pages: string[][] = [[]]
  for (const line of lines) {
    if (line.startsWith('\f')) pages.push([])
    pages.at(-1)?.push(line.replaceAll('\f', ''))
  }
  return pages.reduce((longest, page) => (page.length > longest.length ? page : longest))
}

/** Columns of a page by its own left edges, each the nearest to one of the document's. */
function ownCentres(
  lines: readonly string[],
  edges: readonly number[],
  header: AlignedHeader,
): number[] | null {
  if (edges.length !== header.centres.length) return null
  const own = findLeftEdges(lines)
  const matched = edges.map((edge) => {
    const nearest = own.toSorted((one, other) => Math.abs(one - edge) - Math.abs(other - edge))[0] ?? edge
    return Math.abs(nearest - edge) <= MAX_SHIFT ? nearest : edge
  })
  return new Set(matched).size === edges.length ? matched.map((edge) => edge + 2) : null
}

/** A table without headings begins at the first line with words in three columns. */
function withoutHeader(lines: readonly string[], edges: readonly number[]): AlignedHeader | null {
  const from = lines.findIndex((line) => segmentsOf(line).length >= Math.min(3, edges.length))
  if (edges.length < 3 || from < 0) return null
  const lead = lines.slice(0, from).findLastIndex((line) => line.trim() === '') + 1
  const marks = edges.map(
    (edge) => lines.filter((line) => isNumberMark(line.slice(Math.max(0, edge - 2), edge + 5))).length,
  )
  const numberColumn = marks.findIndex((count) => count >= 3)
  return {
    from: lead,
    to: lead,
    lines: [],
    headings: [],
    centres: edges.map((edge) => edge + 2),
    numberColumn,
  }
}

/** How far the numbers of rows stand from the left: pages are often shifted against each other. */
function marginOf(lines: readonly string[]): number | null {
  const starts = lines
    .filter((line) => /^ *\d{1,3}(?:\.\d{1,3})*[.)]?(?: |$)/.test(line))
    .map((line) => line.search(/\S/))
  return starts.length === 0 ? null : starts.reduce((least, start) => Math.min(least, start))
}

interface Page {
  lines: string[]
  /** Where the header that is printed again begins; null when the page has none. */
  headerMargin: number | null
}

/** Pages part at form feeds and where the header is printed again; the repeated header is left out. */
function splitPages(lines: readonly string[], headerLines: readonly string[]): Page[] {
  const pages: Page[] = [{ lines: [], headerMargin: null }]
  const header = headerLines.map(squeeze)
  let next = 0
  for (const line of lines) {
    const words = squeeze(line)
    const again = words !== '' && (words === header[0] || (next > 0 && words === header[next]))
    if (again) next = words === header[0] ? 1 : next + 1
    else if (words !== '') next = 0
    if (again && next === 1) pages.push({ lines: [], headerMargin: line.replaceAll('\f', '').search(/\S/) })
    else if (line.startsWith('\f')) pages.push({ lines: [], headerMargin: null })
    if (!again) pages.at(-1)?.lines.push(line.replaceAll('\f', ''))
  }
  return pages.filter((page) => page.lines.some((line) => line.trim() !== ''))
}

/** Where the columns of a page begin; `fitted` tells that they do so on every line alike. */
interface Cutting {
  boundaries: readonly number[]
  fitted: boolean
}

/** Of the ways to cut a page into columns, the one that gives the likeliest rows; `above` is how the first was cut. */
function chooseCutting(
  lines: readonly string[],
  centres: readonly number[],
  headings: readonly string[],
  above: readonly number[] | null,
): Cutting {
  const usual = { boundaries: findBoundaries(lines, centres), fitted: false }
  if (headings.length === 0 || lines.length > MAX_RATED_LINES) return usual
  const clear = findClearGutters(lines, centres.length - 1)
  const stretched = stretchBoundaries(lines, above ?? usual.boundaries)
  const ways = [
    usual,
    { boundaries: fitGutters(lines, usual.boundaries), fitted: false },
    { boundaries: fitGutters(lines, stretched), fitted: false },
  ]
  if (clear) ways.unshift({ boundaries: clear, fitted: true })
  const roles = headings.map((heading) => roleOfHeading(heading) ?? 'other')
  const rate = (way: Cutting) => rateLines(readPage(lines, way, true), roles, new Set())
  const [first = usual, ...others] = ways
  let best = { way: first, score: rate(first) }
  for (const way of others) {
    const score = rate(way)
    if (score > best.score + LEAST_GAIN) best = { way, score }
  }
  return best.way
}

function readPage(
  lines: readonly string[],
  { boundaries: usual, fitted }: Cutting,
  parted: boolean,
): NeutralRow[] {
  const rows: NeutralRow[] = []
  const body = lines.slice(lines.findIndex((line) => line.trim() !== ''))
  let gap = parted && beginsWhole(linesTogether(body, 0), usual)
  let boundaries = usual
  for (const [index, line] of lines.entries()) {
    if (line.trim() === '') {
      gap = true
      continue
    }
    if (!fitted && (gap || index === 0)) boundaries = fitBoundaries(linesTogether(lines, index), usual)
    const cells = sliceLine(line, boundaries)
    if (cells) rows.push(makeRow(cells, gap))
    else rows.push({ cells: [line.trim()], gapBefore: gap, spanning: true })
    gap = false
  }
  return rows
}

/** Whether the longest cell of the lines at the top of a page does not go on from the page before. */
function beginsWhole(lines: readonly string[], boundaries: readonly number[]): boolean {
  const fitted = fitBoundaries(lines, boundaries)
  const cells = ['', ...boundaries.map(() => '')]
  for (const line of lines) {
    for (const [column, cell] of (sliceLine(line, fitted) ?? [line]).entries())
      cells[column] = `${cells[column] ?? ''} ${cell}`.trim()
  }
  return !startsLower(cells.reduce((longest, cell) => (cell.length > longest.length ? cell : longest), ''))
}

/** The lines from here to the next blank one. */
function linesTogether(lines: readonly string[], from: number): readonly string[] {
  const end = lines.findIndex((line, index) => index > from && line.trim() === '')
  return lines.slice(from, end < 0 ? lines.length : end)
}

/** Where blank lines part the rows, all lines between two of them are one row, wherever in it the number stands. */
function groupRows(
  lines: readonly NeutralRow[],
  numberColumn: number,
  pageStarts: ReadonlySet<NeutralRow>,
): NeutralRow[] {
  const groups: NeutralRow[][] = []
  for (const line of lines) {
    if (line.gapBefore || line.spanning || groups.at(-1)?.[0]?.spanning || groups.length === 0)
      groups.push([line])
    else groups.at(-1)?.push(line)
  }
  const marks = groups.map(
    (group) => group.filter((line) => isNumberMark(line.cells[numberColumn] ?? '')).length,
  )
  const numbers = marks.reduce((sum, count) => sum + count, 0)
  const crowded = marks.filter((count) => count > 1).length
  const parting = lines.filter((line) => line.gapBefore && !line.spanning).length
  const parted = groups.length > 2 && crowded * 10 <= groups.length
  const grouped =
    numberColumn >= 0 && numbers > 2
      ? parted && groups.length >= numbers * 0.8
      : parted && parting * 2 > groups.length && groups.length > 3 && groups.length * 9 > lines.length
  return grouped
    ? groups.flatMap((group) => partAtPages(group, numberColumn, pageStarts)).map(joinGroup)
    : [...lines]
}

/** Two numbers in a group are two rows: parted where a page ends between them, else line by line. */
function partAtPages(
  group: NeutralRow[],
  numberColumn: number,
  pageStarts: ReadonlySet<NeutralRow>,
): NeutralRow[][] {
  const at = group.findIndex((line, index) => index > 0 && pageStarts.has(line))
  const numbered = group.filter((line) => isNumberMark(line.cells[numberColumn] ?? '')).length
  if (numbered < 2) return [group]
  if (at < 1) return group.map((line) => [line])
  return [group.slice(0, at), group.slice(at)].flatMap((part) => partAtPages(part, numberColumn, new Set()))
}

function joinGroup(group: readonly NeutralRow[]): NeutralRow {
  const first = group[0] ?? makeRow([])
  if (first.spanning || group.length === 1) return first
  const width = Math.max(...group.map((line) => line.cells.length))
  const cells = Array.from({ length: width }, (_, column) =>
    group
      .map((line) => line.cells[column] ?? '')
      .filter((cell) => cell !== '')
      .join(SOFT_BREAK),
  )
  return makeRow(cells, first.gapBefore)
}

function squeeze(line: string): string {
  return line.replaceAll(/[\s\f]+/g, ' ').trim()
}
