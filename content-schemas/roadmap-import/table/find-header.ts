import type { NeutralRow } from '../neutral-document.ts'
import { flattenWords, startsLower } from '../text/plain-words.ts'
import { countHeadings, roleOfHeading } from './column-roles.ts'
import { isNumberMark } from './number-mark.ts'

const SEARCHED_ROWS = 15
/** Lines under the first that the headings may be broken over before they make sense. */
const HEADER_LINES = 3

/** The headings of a table and the rows under them. */
export interface TableHeader {
  headings: string[]
  /** Index of the first row after the header. */
  bodyStart: number
}

/** Finds the header: the first rows whose cells read as headings of at least three columns. */
export function findHeader(rows: readonly NeutralRow[]): TableHeader | null {
  for (const [index, row] of rows.slice(0, SEARCHED_ROWS).entries()) {
    if (row.spanning) continue
    const needed = row.cells.length <= 3 ? 2 : 3
    if (countHeadings(row.cells) >= needed) return extendHeader(rows, index, row.cells)
    if (row.cells.some((cell) => isNumberMark(cell) && /\d/.test(cell))) continue
    const joined = joinBelow(rows, index, needed)
    if (joined) return extendHeader(rows, joined.last, joined.cells)
  }
  return null
}

/** The headings of a row and of those under it that make a header only together. */
function joinBelow(
  rows: readonly NeutralRow[],
  index: number,
  needed: number,
): { cells: string[]; last: number } | null {
  let cells = rows[index]?.cells ?? []
  for (let last = index + 1; last <= index + HEADER_LINES; last += 1) {
    const below = rows[last]
    if (!below || below.spanning || (last > index + 1 && !below.cells.every(isShortHeading))) return null
    cells = joinCells(cells, below.cells)
    if (countHeadings(cells) >= needed && countHeadings(below.cells) < countHeadings(cells))
      return { cells, last }
  }
  return null
}

function isShortHeading(cell: string): boolean {
  return cell.length < 40 && !/\d/.test(cell)
}

/**
 * Whether a row repeats the header, as at the top of a page; `goesOn` tells that the row above did, so that a wrapped
 * line of the headings counts too.
 */
export function repeatsHeader(row: NeutralRow, headings: readonly string[], goesOn = false): boolean {
  if (row.spanning) return false
  const filled = row.cells.filter((cell) => cell.trim() !== '')
  if (filled.length < (goesOn ? 1 : 2)) return false
  const same = row.cells.filter((cell, index) => {
    const words = fold(cell)
    const heading = fold(headings[index] ?? '')
    return words !== '' && (heading.startsWith(words) || (goesOn && heading.endsWith(words)))
  })
  return same.length === filled.length
}

/** «1 2 3 4 5»: the numbers of the columns under the header. */
export function isColumnCount(row: NeutralRow): boolean {
  const marks = row.cells.map((cell) => cell.trim()).filter((cell) => cell !== '')
  return marks.length >= 3 && marks.every((mark, index) => Number(mark.replace(/[.)]$/, '')) === index + 1)
}

function extendHeader(rows: readonly NeutralRow[], index: number, cells: readonly string[]): TableHeader {
  let headings = [...cells]
  let bodyStart = index + 1
  // Where the headings themselves begin with small letters, small letters tell nothing.
  const capital = cells.some((cell) => /^\s*\p{Lu}/u.test(cell))
  for (const row of rows.slice(bodyStart, bodyStart + 5)) {
    const filled = row.cells.filter((cell) => cell.trim() !== '')
    if (row.spanning || filled.length === 0 || !filled.every((cell) => continuesHeading(cell, capital))) break
    headings = joinCells(headings, row.cells)
    bodyStart += 1
  }
  return { headings: headings.map(flattenHeading), bodyStart }
}

function continuesHeading(cell: string, capital: boolean): boolean {
  const words = cell.trim()
  if (/^п\s?\/\s?п\.?$/i.test(words)) return true
  const goesOn = (capital && startsLower(words)) || words.startsWith('(')
  return words.length < 60 && goesOn && !/\d/.test(words)
}

/**
 * Two lines of headings as one. Under the heading of several columns («Организация исполнения») stand those of each
 * («Срок», «Ответственный»): where the two together say something else than the lower, the lower is the column's own.
 */
function joinCells(upper: readonly string[], lower: readonly string[]): string[] {
  return Array.from({ length: Math.max(upper.length, lower.length) }, (_, index) => {
    const below = lower[index] ?? ''
    const both = [upper[index] ?? '', below].filter((cell) => cell.trim() !== '').join(' ')
    const role = /^\s*\p{Lu}/u.test(below) ? roleOfHeading(below) : null
    return role !== null && role !== 'other' && role !== roleOfHeading(both) ? below : both
  })
}

function flattenHeading(heading: string): string {
  return flattenWords(heading).replace(/\s*:$/, '').replaceAll('•', '').trim()
}

function fold(cell: string): string {
  return flattenWords(cell).toLowerCase().replace(/\s*:$/, '')
}
