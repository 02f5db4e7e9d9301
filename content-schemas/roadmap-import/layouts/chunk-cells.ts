import { makeRow, type NeutralRow } from '../neutral-document.ts'
import { countHeadings, roleOfHeading } from '../table/column-roles.ts'
import { isNumberMark } from '../table/number-mark.ts'

/** A cell in a run of cells that is not yet cut into rows. */
export interface LooseCell {
  text: string
  /** Blank lines before the cell: it may begin a row. */
  gapBefore: boolean
}

const MAX_COLUMNS = 14

/**
 * Cuts a run of cells into rows, the header first. Rows have as many cells as the header; a lone cell between
 * blank lines is the heading of a section; where a cell was lost, the cut with the least damage is taken.
 * Returns null when the run shows no header.
 */
export function chunkCells(cells: readonly LooseCell[]): { before: LooseCell[]; rows: NeutralRow[] } | null {
  const header = findHeader(cells)
  if (!header) return null
  const { at, width } = header
  const headings = cells.slice(at, at + width).map((cell) => cell.text)
  const numberColumn = headings.findIndex((heading) => roleOfHeading(heading) === 'number')
  const body = cells.slice(at + width + (countsColumns(cells.slice(at + width), width) ? width : 0))
  const rows = cutRows(body, width, numberColumn)
  return { before: cells.slice(0, at), rows: [makeRow(headings), ...rows] }
}

/** «1 | 2 | 3 | …»: the numbers of the columns under the header. */
function countsColumns(cells: readonly LooseCell[], width: number): boolean {
  const counted = cells.slice(0, width)
  return counted.length === width && counted.every((cell, index) => cell.text.trim() === `${index + 1}`)
}

function findHeader(cells: readonly LooseCell[]): { at: number; width: number } | null {
  for (let at = 0; at < Math.min(cells.length, 200); at += 1) {
    const role = roleOfHeading(cells[at]?.text ?? '')
    if (role === null || role === 'other') continue
    const width = headerWidth(cells, at)
    if (width >= 3 && countHeadings(cells.slice(at, at + width).map((cell) => cell.text)) >= 3)
      return { at, width }
  }
  return null
}

/** Cells from the first heading on, up to a number, blank lines, or a cell too long for a heading. */
function headerWidth(cells: readonly LooseCell[], at: number): number {
  let width = 0
  for (const [index, cell] of cells.slice(at, at + MAX_COLUMNS).entries()) {
    if (index > 0 && isNumberMark(cell.text)) break
    if (index >= 3 && cell.gapBefore && !isHeading(cell)) break
    if (cell.text.length > 90) break
    width = index + 1
  }
  const gaps = cells.slice(at + 1, at + width).findIndex((cell, index) => index >= 2 && cell.gapBefore)
  return gaps >= 0 && !cells.slice(at + gaps + 1, at + width).every(isHeading) ? gaps + 1 : width
}

function isHeading(cell: LooseCell): boolean {
  return roleOfHeading(cell.text) !== null
}

/** The cheapest cut of the cells into rows, by dynamic programming over the places where a row may end. */
function cutRows(cells: readonly LooseCell[], width: number, numberColumn: number): NeutralRow[] {
  const costs = new Float64Array(cells.length + 1).fill(Number.POSITIVE_INFINITY)
  const sizes = new Uint8Array(cells.length + 1)
  costs[0] = 0
  for (let at = 0; at < cells.length; at += 1) {
    const reached = costs[at] ?? 0
    for (let size = 1; size <= width && at + size <= cells.length; size += 1) {
      const cost = reached + rowCost(cells, at, size, width, numberColumn)
      if (cost < (costs[at + size] ?? 0)) {
        costs[at + size] = cost
        sizes[at + size] = size
      }
    }
  }
  const rows: NeutralRow[] = []
  for (let end = cells.length; end > 0; end -= sizes[end] ?? 1) {
    const size = sizes[end] ?? 1
    rows.push(toRow(cells.slice(end - size, end), width))
  }
  return rows.toReversed()
}

function rowCost(
  cells: readonly LooseCell[],
  at: number,
  size: number,
  width: number,
  numberColumn: number,
): number {
  const follows = cells[at + size]
  const endsAtGap = follows === undefined || follows.gapBefore
  let cost = endsAtGap ? 0 : 0.8
  let inner = 0
  for (let index = 1; index < size; index += 1) if (cells[at + index]?.gapBefore) inner += 1
  cost += Math.min(inner, 3) * 0.3
  if (size === width) {
    const mark = numberColumn >= 0 ? (cells[at + numberColumn]?.text.trim() ?? '') : ''
    if (numberColumn >= 0 && mark !== '' && !isNumberMark(mark)) cost += 1.6
    for (let index = 0; index < size; index += 1) {
      const text = cells[at + index]?.text ?? ''
      if (
        index !== numberColumn &&
        numberColumn >= 0 &&
        isNumberMark(text) &&
        !/^\s*(?:19|20)\d\d/.test(text)
      )
        cost += 1
    }
    return cost
  }
  const first = cells[at]?.text.trim() ?? ''
  if (size === 1) return cost + (first === '' ? 1.2 : isNumberMark(first) ? 3 : endsAtGap ? 1.3 : 2.6)
  return cost + 2 + (width - size) * 0.3
}

function toRow(cells: readonly LooseCell[], width: number): NeutralRow {
  const gapBefore = cells[0]?.gapBefore ?? false
  const texts = cells.map((cell) => cell.text)
  if (texts.length === 1) return { cells: texts, gapBefore, spanning: (texts[0] ?? '').trim() !== '' }
  return makeRow([...texts, ...Array.from({ length: width - texts.length }, () => '')], gapBefore)
}
