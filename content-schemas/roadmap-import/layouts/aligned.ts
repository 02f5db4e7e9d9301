import {
  BlockCollector,
  makeRow,
  type NeutralBlock,
  type NeutralRow,
  SOFT_BREAK,
} from '../neutral-document.ts'
import { isNumberMark } from '../table/number-mark.ts'
import { findAlignedHeader } from './aligned-header.ts'
import { findBoundaries, sliceLine } from './column-boundaries.ts'

const MAX_SHIFT = 12

/** Columns lined up by spaces, as `pdftotext -layout` writes them; widths may differ from page to page. */
export function readAligned(text: string): NeutralBlock[] | null {
  const lines = text.split('\n').flatMap((line) => line.replaceAll('\t', '    ').split(/(?=\f)/))
  const header = findAlignedHeader(lines.map((line) => line.replaceAll('\f', '')))
  if (!header) return null
  const collector = new BlockCollector()
  for (const line of lines.slice(0, header.from)) collector.addLine(line.replaceAll('\f', ''))
  const rows: NeutralRow[] = []
  const pageStarts = new Set<NeutralRow>()
  const pages = splitPages(lines.slice(header.to), header.lines)
  const margin = marginOf(pages[0]?.lines ?? []) ?? 0
  const headerMargin = (header.lines[0] ?? '').search(/\S/)
  for (const page of pages) {
    const shift =
      page.headerMargin === null
        ? (marginOf(page.lines) ?? margin) - margin
        : page.headerMargin - headerMargin
    const known = Math.abs(shift) <= MAX_SHIFT ? shift : 0
    const centres = header.centres.map((centre) => centre + known)
    const read = readPage(page.lines, centres)
    if (read[0]) pageStarts.add(read[0])
    rows.push(...read)
  }
  collector.addTable([makeRow(header.headings), ...groupRows(rows, header.numberColumn, pageStarts)])
  return collector.blocks
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

function readPage(lines: readonly string[], centres: readonly number[]): NeutralRow[] {
  const boundaries = findBoundaries(lines, centres)
  const rows: NeutralRow[] = []
  let gap = false
  for (const line of lines) {
    if (line.trim() === '') {
      gap = true
      continue
    }
    const cells = sliceLine(line, boundaries)
    if (cells) rows.push(makeRow(cells, gap))
    else rows.push({ cells: [line.trim()], gapBefore: gap, spanning: true })
    gap = false
  }
  return rows
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
