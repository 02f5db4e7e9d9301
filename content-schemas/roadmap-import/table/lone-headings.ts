import { type NeutralRow, SOFT_BREAK } from '../neutral-document.ts'
import { startsLower } from '../text/plain-words.ts'
import { isColumnCount, repeatsHeader } from './find-header.ts'
import { isNumberMark } from './number-mark.ts'
import { columnOf, type TableColumn } from './roadmap-table.ts'
import { hasWords } from './score-cells.ts'

const MOST_LETTERS = 200
/** Share of the widest line that a line must leave unfilled to have ended where its author wished. */
const ROOM = 0.9

/**
 * Headings of stages that stand alone in the column of activities or in the first, with nothing beside them. Only in a table whose very
 * first row is such a heading, where nothing stands above that it could go on from; `wrapped` tells that rows are
 * pieces of rows, so that a heading is one only where the line above had room for its first word.
 */
export function findLoneHeadings(
  rows: readonly NeutralRow[],
  columns: readonly TableColumn[],
  wrapped: boolean,
): ReadonlySet<NeutralRow> {
  const activity = columnOf(columns, 'activity')
  const headings = columns.map((column) => column.heading)
  const body = rows.filter(
    (row) =>
      row.cells.some(hasWords) && !row.spanning && !isColumnCount(row) && !repeatsHeader(row, headings),
  )
  const first = body[0]
  const column = first?.cells.findIndex(hasWords) ?? -1
  if (!first || (column !== activity && column !== 0) || !looksLone(first, column)) return new Set()
  const widest = Math.max(...body.map((row) => linesOf(row.cells[column]).reduce(longer, 0)))
  const found = new Set<NeutralRow>()
  for (const [index, row] of body.entries()) {
    if (!looksLone(row, column)) continue
    const next = body.slice(index + 1).find((below) => !goesOn(below, column))
    if (!next || !beginsRow(next, columns)) continue
    if (startsLower(next.cells[activity] ?? '')) return new Set()
    const above = linesOf(body[index - 1]?.cells[column]).at(-1) ?? ''
    const word = /\S+/.exec(row.cells[column] ?? '')?.[0] ?? ''
    if (index === 0 || !wrapped || above.length + 1 + word.length < widest * ROOM) found.add(row)
  }
  return found.has(first) ? found : new Set()
}

function looksLone(row: NeutralRow, column: number): boolean {
  const words = (row.cells[column] ?? '').trim()
  if (!isAlone(row, column) || row.merged?.includes(column) || words.length > MOST_LETTERS) return false
  return /^[«"]?\p{Lu}.{2,}[^.;:,]$/su.test(words)
}

function goesOn(row: NeutralRow, column: number): boolean {
  return startsLower(row.cells[column] ?? '') && isAlone(row, column)
}

function isAlone(row: NeutralRow, column: number): boolean {
  return row.cells.every((cell, index) => index === column || !hasWords(cell))
}

/** Whether a row of the author begins: it has a number, or in a table without numbers a deadline or people. */
function beginsRow(row: NeutralRow, columns: readonly TableColumn[]): boolean {
  const number = columnOf(columns, 'number')
  if (number >= 0) return isNumberMark(row.cells[number] ?? '')
  return [columnOf(columns, 'deadline'), columnOf(columns, 'responsible')].some((at) =>
    hasWords(row.cells[at] ?? ''),
  )
}

function linesOf(cell = ''): string[] {
  return cell.split(new RegExp(`[\\n${SOFT_BREAK}]`)).map((line) => line.trim())
}

function longer(length: number, line: string): number {
  return Math.max(length, line.length)
}
