import { BlockCollector, type NeutralDocument, type NeutralRow } from '../../neutral-document.ts'
import { addSourceTable } from '../tables/add-source-table.ts'
import type { SourceCell, SourceTable } from '../tables/source-table.ts'
import { longestLine, PADDING, readCellWords } from './cell-words.ts'
import type { PageMarks, PlacedWords } from './page-marks.ts'
import { partColumns } from './part-columns.ts'
import { groupLines, lineText, type PlacedLine } from './placed-lines.ts'
import { findRuledGrids, type RuledCell, type RuledGrid } from './ruled-grid.ts'

/** How far the columns of a table may shift from page to page, in points. */
const MAX_SHIFT = 8
/** Lines of text further apart than so many heights of a letter are paragraphs. */
const PARAGRAPH_STEP = 1.75

/** A piece of a page: a line of text or a table. */
type Piece = { top: number; line: string } | { top: number; table: SourceTable }

/**
 * Reads pages whose tables are drawn with lines: every word belongs to the cell it stands in. Tables that go on over a
 * page's end become one. Null when no page has a table.
 */
export function readRuledPages(
  pages: readonly PageMarks[],
  dropped: readonly string[],
  grids: readonly (readonly RuledGrid[])[] = pages.map((page) => findRuledGrids(page.rules)),
): NeutralDocument | null {
  const read = pages.map((page, index) => readPieces(page, grids[index] ?? []))
  if (!read.some((pieces) => pieces.some((piece) => 'table' in piece))) return null
  const collector = new BlockCollector()
  let open: OpenTable | null = null
  for (const pieces of read) {
    for (const piece of pieces) {
      if ('line' in piece) {
        open = closeTable(collector, open)
        collector.addLine(piece.line)
      } else if (open && goesOn(open.table, piece.table)) {
        open.pageStarts.push(open.table.rows.length)
        open.table.rows.push(...piece.table.rows)
      } else {
        closeTable(collector, open)
        open = { table: piece.table, pageStarts: [] }
      }
    }
  }
  closeTable(collector, open)
  return { layout: 'positions', blocks: collector.blocks, dropped: [...dropped] }
}

interface OpenTable {
  table: SourceTable
  /** Rows with which a page begins. */
  pageStarts: number[]
}

/** Rows that begin a page may go on from the last of the page before: only their words can tell. */
function closeTable(collector: BlockCollector, open: OpenTable | null): null {
  if (!open) return null
  const before = collector.blocks.length
  addSourceTable(collector, open.table)
  const block = collector.blocks.at(-1)
  if (collector.blocks.length === before + 1 && block?.type === 'table') {
    for (const at of open.pageStarts) loosenPageStart(block.rows, at)
  }
  return null
}

/** Lets the words decide whether the first row of a page, after the header printed again, begins anew. */
function loosenPageStart(rows: readonly NeutralRow[], at: number): void {
  let headers = 0
  while (headers < at && rows[at + headers]?.cells.join('|') === rows[headers]?.cells.join('|')) headers += 1
  for (const row of rows.slice(at, at + headers + 1)) delete row.begins
}

function goesOn(above: SourceTable, below: SourceTable): boolean {
  const [upper = [], lower = []] = [above.edges, below.edges]
  if (upper.length !== lower.length) return false
  return upper.every((edge, index) => {
    const shift = (lower[0] ?? 0) - (upper[0] ?? 0)
    return Math.abs((lower[index] ?? 0) - edge - shift) <= MAX_SHIFT
  })
}

function readPieces(page: PageMarks, grids: readonly RuledGrid[]): Piece[] {
  const { words } = page
  const loose = new Set(words)
  const pieces: Piece[] = grids.map((grid) => ({
    top: grid.ys[0] ?? 0,
    table: readGrid(grid, words, loose),
  }))
  const upright = groupLines([...loose].filter((word) => !word.turned))
  const tops = pieces.map((piece) => piece.top)
  let open: PlacedLine[] = []
  const endText = () => {
    const top = open[0]?.baseline ?? 0
    let above: PlacedLine | undefined
    for (const line of partColumns(open)) {
      if (above && startsParagraph(above, line)) pieces.push({ top, line: '' })
      pieces.push({ top, line: lineText(line) })
      above = line
    }
    if (above) pieces.push({ top, line: '' })
    open = []
  }
  for (const line of upright) {
    const above = open.at(-1)
    if (above && tops.some((top) => top > above.baseline && top < line.baseline)) endText()
    open.push(line)
  }
  endText()
  return pieces.toSorted((one, other) => one.top - other.top)
}

/** Lines further apart than those of a paragraph stand, or back at the top of the next column. */
function startsParagraph(above: PlacedLine, below: PlacedLine): boolean {
  const height = Math.max(above.words[0]?.height ?? 0, below.words[0]?.height ?? 0)
  const step = below.baseline - above.baseline
  return step < 0 || step > height * PARAGRAPH_STEP
}

/** Cells of a grid with the words whose middles stand in them, which are taken from the loose words. */
function readGrid(grid: RuledGrid, words: readonly PlacedWords[], loose: Set<PlacedWords>): SourceTable {
  const found = grid.cells.map((): PlacedWords[] => [])
  const rowCells = new Map<number, number[]>()
  for (const [index, cell] of grid.cells.entries()) {
    for (let row = cell.row; row < cell.row + cell.down; row += 1) {
      rowCells.set(row, [...(rowCells.get(row) ?? []), index])
    }
  }
  for (const word of words) {
    const { x, y } = middleOf(word)
    const row = grid.ys.findLastIndex((top) => top <= y)
    const index = (rowCells.get(row) ?? []).find((at) => {
      const cell = grid.cells[at]
      return cell && x >= cell.left && x <= cell.right
    })
    if (index === undefined || !loose.delete(word)) continue
    found[index]?.push(word)
  }
  const rows = Array.from({ length: grid.ys.length - 1 }, (): SourceCell[] => [])
  const rooms = grid.xs.map((_, column) =>
    Math.max(
      0,
      ...grid.cells.map((cell, index) =>
        cell.column === column && cell.across === 1 ? longestLine(found[index] ?? []) : 0,
      ),
    ),
  )
  for (const [index, cell] of grid.cells.entries()) {
    const room = cell.longestLine ?? roomOf(cell, rooms[cell.column] ?? 0)
    const text = readCellWords(found[index] ?? [], room)
    for (let row = cell.row; row < cell.row + cell.down; row += 1) {
      const goesOnHere = row > cell.row
      rows[row]?.push({
        start: cell.column,
        across: cell.across,
        content: goesOnHere ? [] : [text],
        goesOn: goesOnHere,
      })
    }
  }
  return { rows: rows.map((row) => row.toSorted((one, other) => one.start - other.start)), edges: grid.xs }
}

/** How wide lines of a cell may be: as wide as any in its column, and no wider than the cell. */
function roomOf(cell: RuledCell, longest: number): number {
  const width = cell.right - cell.left
  return cell.across === 1 ? Math.min(width, Math.max(width - PADDING, longest)) : width - PADDING
}

function middleOf(word: PlacedWords): { x: number; y: number } {
  if (word.turned) {
    const along = word.turned === 'up' ? -word.width / 2 : word.width / 2
    return { x: word.left, y: word.baseline + along }
  }
  return { x: word.left + word.width / 2, y: word.baseline - word.height * 0.3 }
}
