import { cutTable, type TablePage } from './cut-table.ts'
import { findGutters, type Gutter } from './open-columns.ts'
import { type PartedPage, partPages } from './open-habits.ts'
import type { RowHabits, Standing } from './open-rows.ts'
import { readSlots, type Slot } from './open-slots.ts'
import {
  type Band,
  findShared,
  type SharedCell,
  type SharedLine,
  type SharedStanding,
} from './open-stages.ts'
import { findOpenStart } from './open-start.ts'
import type { PageMarks } from './page-marks.ts'
import type { RuledCell, RuledGrid } from './ruled-grid.ts'

const MAX_SLOTS = 3000
/** Room between the words of a cell and its sides, in points. */
const ROOM = 5

/**
 * The table of pages on which no lines are drawn around cells, page by page: columns where gaps stand under each
 * other, rows by where their words stand and what they say. Null where nothing shows such a table.
 */
export function findOpenGrids(pages: readonly PageMarks[]): (RuledGrid | null)[] | null {
  const start = findOpenStart(pages)
  const gutters = findGutters(start.marks)
  if (gutters.length === 0) return null
  const slots = pages.map((page, index) => (index < start.page ? [] : readSlots(page, gutters)))
  if (slots.reduce((sum, own) => sum + own.length, 0) > MAX_SLOTS) return null
  const table = cutTable(slots)
  const xs = columnEdges(pages, gutters)
  const rooms = xs.slice(1).map((edge, column) => edge - (xs[column] ?? edge) - ROOM)
  const parted = table && partPages(table.pages, table.headings, rooms)
  if (!parted) return null
  return parted.pages.map((page, index) => {
    const whole = table.pages[index]
    return page && whole ? buildGrid(whole, page, parted.habits, xs) : null
  })
}

/** Columns begin a little before their words. */
function columnEdges(pages: readonly PageMarks[], gutters: readonly Gutter[]): number[] {
  const words = pages.flatMap((page) => page.words)
  const left = words.reduce((least, word) => Math.min(least, word.left), Number.POSITIVE_INFINITY)
  const right = words.reduce((most, word) => Math.max(most, word.left + word.width), 0)
  return [
    left - ROOM,
    ...gutters.map((gutter) => gutter.right - Math.min(ROOM, (gutter.right - gutter.left) / 2)),
    right + ROOM,
  ]
}

function buildGrid(
  whole: TablePage,
  { slots, rows }: PartedPage,
  { shared, standing, pitch, widths }: RowHabits,
  xs: readonly number[],
): RuledGrid | null {
  const groups = rows.map(({ from, to }) => slots.slice(from, to))
  if (groups.length === 0) return null
  const ys = rowEdges(groups, whole.slots, pitch)
  const bands = rows.map(({ kind }, row): Band => ({
    top: ys[row] ?? 0,
    bottom: ys[row + 1] ?? 0,
    first: groups[row]?.[0]?.baseline ?? 0,
    last: groups[row]?.at(-1)?.baseline ?? 0,
    alone: kind !== 'row',
  }))
  const columns = xs.length - 1
  const spans = new Map<number, readonly SharedCell[]>()
  // The numbers of stages share the rows that their names do.
  const [stage] = shared
  if (stage !== undefined) {
    const lines = sharedLines(whole.slots, stage)
    const cells = placeShared(bands, lines, standing, pitch)
    for (const cell of cells) makeRoom(ys, cell, lines, pitch)
    for (const column of shared) spans.set(column, cells)
  }
  const cells: RuledCell[] = []
  for (const [row, { kind }] of rows.entries()) {
    const place = { row, top: ys[row] ?? 0, bottom: ys[row + 1] ?? 0 }
    if (kind === 'across') {
      cells.push({ ...place, down: 1, column: 0, across: columns, left: xs[0] ?? 0, right: xs[columns] ?? 0 })
      continue
    }
    for (let column = 0; column < columns; column += 1) {
      const span = spans.get(column)?.find((cell) => row >= cell.row && row < cell.toRow)
      if (span && span.row !== row) continue
      const down = span ? span.toRow - span.row : 1
      const [left, right] = [xs[column] ?? 0, xs[column + 1] ?? 0]
      cells.push({
        ...place,
        bottom: ys[row + down] ?? place.bottom,
        down,
        column,
        across: 1,
        left,
        right,
        longestLine: widths[column] ?? right - left,
      })
    }
  }
  return { xs: [...xs], ys, cells }
}

/** Moves the edges of rows so that the lines of a cell they share stand between them. */
function makeRoom(ys: number[], cell: SharedCell, lines: readonly SharedLine[], pitch: number): void {
  const [top, bottom] = [lines[cell.line], lines[cell.toLine - 1]]
  if (cell.line === cell.toLine || !top || !bottom) return
  ys[cell.row] = Math.min(ys[cell.row] ?? 0, top.baseline - pitch * 0.7)
  ys[cell.toRow] = Math.max(ys[cell.toRow] ?? 0, bottom.baseline + pitch * 0.25)
}

/** Rows part in the middle between the last line of the one and the first of the next. */
function rowEdges(groups: readonly (readonly Slot[])[], whole: readonly Slot[], pitch: number): number[] {
  const first = Math.min(groups[0]?.[0]?.baseline ?? 0, whole[0]?.baseline ?? Number.POSITIVE_INFINITY)
  const last = Math.max(groups.at(-1)?.at(-1)?.baseline ?? 0, whole.at(-1)?.baseline ?? 0)
  const between = groups.slice(1).map((group, index) => {
    const above = groups[index]?.at(-1)?.baseline ?? 0
    return (above + (group[0]?.baseline ?? above)) / 2 - pitch * 0.3
  })
  return [first - pitch * 0.9, ...between, last + pitch * 0.4]
}

function sharedLines(slots: readonly Slot[], column: number): SharedLine[] {
  return slots.flatMap((slot) => {
    const text = slot.across ? '' : (slot.cells[column] ?? '')
    return text === '' ? [] : [{ baseline: slot.baseline, text }]
  })
}

function placeShared(
  bands: readonly Band[],
  lines: readonly SharedLine[],
  standing: Standing,
  pitch: number,
): SharedCell[] {
  const standings = new Set<SharedStanding>(
    standing === 'middle' ? ['middle', 'first', 'top'] : [standing, 'top'],
  )
  const ways = [...standings].map((way) => findShared(bands, lines, way, pitch))
  return ways.reduce((most, way) => (way.score > most.score ? way : most)).cells
}
