import { BlockCollector, makeRow, type NeutralBlock, type NeutralRow } from '../neutral-document.ts'
import { countHeadings, listsPeople } from '../table/column-roles.ts'

/** A line cut at its delimiters, or a line without any. */
export interface DelimitedLine {
  /** Null for a line that holds no delimiter. */
  cells: string[] | null
  text: string
}

/**
 * Puts rows together from lines cut at tabs or pipes. A row whose cells hold line ends stands on several lines:
 * it is taken up again until it has as many cells as the table has columns.
 */
export function assembleRows(lines: readonly DelimitedLine[]): NeutralBlock[] {
  const collector = new BlockCollector()
  const width = findWidth(lines)
  let rows: NeutralRow[] = []
  let open: NeutralRow | null = null
  let gap = false
  let skipped: string[] = []
  const closeTable = () => {
    collector.addTable(rows)
    rows = []
    open = null
    for (const line of skipped) collector.addLine(line)
    skipped = []
  }
  for (const [index, line] of lines.entries()) {
    if (line.text.trim() === '') {
      gap = true
      if (rows.length === 0) collector.addLine('')
      else skipped.push('')
      continue
    }
    if (!line.cells) {
      if (open && open.cells.length < width && !gap && rowGoesOn(lines, index, open, width)) {
        appendToLast(open, line.text)
        continue
      }
      if (rows.length > 0 && open && !gap && goesOnFromCell(line.text)) {
        appendToLast(open, line.text)
        continue
      }
      if (rows.length > 0 && /^\s*\d{1,3}\s*$/.test(line.text)) continue
      if (rows.length > 0 && tableGoesOn(lines, index, width)) {
        rows.push({ ...makeRow([line.text.trim()], gap), spanning: true })
        gap = false
        continue
      }
      closeTable()
      collector.addLine(line.text)
      gap = false
      continue
    }
    const joined: NeutralRow | null =
      open && open.cells.length < width ? joinRows(open, line.cells, width, gap) : null
    if (joined) {
      open = joined
      rows[rows.length - 1] = joined
    } else {
      open = makeRow(fitWidth(line.cells, width), gap)
      rows.push(open)
    }
    skipped = []
    gap = false
  }
  closeTable()
  return collector.blocks
}

/** Columns of the table: those of its header where it shows one, else the count most lines have. */
function findWidth(lines: readonly DelimitedLine[]): number {
  const counts = new Map<number, number>()
  for (const { cells } of lines) {
    if (!cells || cells.length < 2) continue
    if (countHeadings(cells) >= 3) return trimEmptyEnd(cells).length
    counts.set(cells.length, (counts.get(cells.length) ?? 0) + 1)
  }
  let best = 0
  for (const [count, times] of counts) if (times > (counts.get(best) ?? 0)) best = count
  return best
}

function rowGoesOn(lines: readonly DelimitedLine[], index: number, open: NeutralRow, width: number): boolean {
  const next = lines
    .slice(index + 1, index + 12)
    .find((line) => line.cells !== null || line.text.trim() === '')
  return next?.cells != null && next.cells.length + open.cells.length - 1 <= width && !startsRow(next.cells)
}

/** A paragraph of the last cell: a list item or words that go on in small letters. */
function goesOnFromCell(text: string): boolean {
  return /^\s*(?:[-–—•·*]\s*\S|\d{1,2}\)\s|\p{Ll})/u.test(text)
}

/** A lone line between rows of a table is the heading of a section when rows follow it at once. */
function tableGoesOn(lines: readonly DelimitedLine[], index: number, width: number): boolean {
  const following = lines.slice(index + 1, index + 4).filter((line) => line.text.trim() !== '')
  const next = following[0]?.cells
  return (
    next != null &&
    next.length >= Math.max(2, width - 1) &&
    countHeadings(next) < 3 &&
    !listsPeople(next) &&
    (lines[index]?.text.trim().length ?? 0) < 200
  )
}

function joinRows(open: NeutralRow, cells: string[], width: number, gap: boolean): NeutralRow | null {
  const trimmed = trimEmptyEnd(cells)
  if (gap || startsRow(cells) || open.cells.length + cells.length - 1 !== width || trimmed.length === 0)
    return null
  if ((cells[0] ?? '').trim() === '') return null
  const merged = [...open.cells]
  merged[merged.length - 1] = `${merged.at(-1) ?? ''}\n${cells[0] ?? ''}`
  return { ...open, cells: [...merged, ...cells.slice(1)] }
}

function startsRow(cells: readonly string[]): boolean {
  return /^\s*(?:\d{1,3}(?:\.\d{1,3})*[.)]?|[IVX]+\.?)\s*$/.test(cells[0] ?? '')
}

function appendToLast(row: NeutralRow, text: string): void {
  row.cells[row.cells.length - 1] = `${row.cells.at(-1) ?? ''}\n${text}`
}

function fitWidth(cells: readonly string[], width: number): string[] {
  if (width < 2 || cells.length <= width) return [...cells]
  const extra = cells.slice(width - 1).filter((cell) => cell.trim() !== '')
  return [...cells.slice(0, width - 1), extra.join(' ')]
}

function trimEmptyEnd(cells: readonly string[]): string[] {
  const last = cells.findLastIndex((cell) => cell.trim() !== '')
  return cells.slice(0, last + 1)
}
