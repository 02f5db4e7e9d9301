import type { NeutralRow } from '../../neutral-document.ts'
import { overlargeFile } from '../../refusals.ts'
import { contentText } from './content-text.ts'
import type { SourceCell, SourceTable } from './source-table.ts'

const MAX_CELLS = 1_500_000
/** Lines nearer than this share of the table's width are one line drawn twice. */
const NEAR = 0.012

/**
 * Rows of cells in columns. Columns stand where most rows begin cells: lines that a hand drew a little off do not
 * make columns of their own. A cell over several columns keeps its words in the first; a cell alone in its row over
 * three columns and more is the heading of a section.
 */
export function layOutRows({ rows, edges }: SourceTable): NeutralRow[] {
  const columns = findColumns(rows, edges)
  if (rows.length * columns.length > MAX_CELLS) throw overlargeFile()
  return rows.map((row) => layOutRow(row, columns, edges))
}

/** Starts of the commonest way to part rows, and of rows that are parted finer. */
function findColumns(rows: readonly SourceCell[][], edges: readonly number[] | undefined): number[] {
  const patterns = new Map<string, { starts: number[]; rows: number }>()
  for (const row of rows) {
    const starts = row.map((cell) => cell.start)
    const pattern = patterns.get(starts.join()) ?? { starts, rows: 0 }
    pattern.rows += 1
    patterns.set(starts.join(), pattern)
  }
  const wide = [...patterns.values()].filter(({ starts }) => starts.length > 2)
  const candidates = wide.length > 0 ? wide : [...patterns.values()]
  const main = candidates.reduce<{ starts: number[]; rows: number } | null>(
    (best, pattern) => (best === null || weigh(pattern) > weigh(best) ? pattern : best),
    null,
  )
  const starts = new Set(main?.starts ?? [0])
  const apart = edges ? ((edges.at(-1) ?? 0) - (edges[0] ?? 0)) * NEAR : 0
  const place = (line: number) => edges?.[line] ?? line
  const isNear = (start: number) =>
    [...starts].some((known) => Math.abs(place(known) - place(start)) <= apart)
  for (const pattern of patterns.values()) {
    if (pattern.starts.length <= starts.size) continue
    for (const start of pattern.starts) if (!isNear(start)) starts.add(start)
  }
  return [...starts].toSorted((one, other) => one - other)
}

/** Rows count more than columns: a single row that is parted finer must not rule the table. */
function weigh({ starts, rows }: { starts: readonly number[]; rows: number }): number {
  return rows * 10 + starts.length
}

function layOutRow(
  row: readonly SourceCell[],
  columns: readonly number[],
  edges: readonly number[] | undefined,
): NeutralRow {
  const cells = columns.map(() => '')
  const merged: number[] = []
  const inOrder = row.length === columns.length
  let last = -1
  for (const [index, cell] of row.entries()) {
    const column = inOrder ? index : Math.max(last, nearestColumn(cell.start, columns, edges))
    if (cell.goesOn) merged.push(column)
    const text = contentText(cell.content)
    cells[column] = [cells[column] ?? '', text].filter((words) => words !== '').join('\n')
    last = Math.min(columns.length - 1, column + (cell.across > 0 ? 1 : 0))
  }
  const heading = headingOf(row, columns)
  if (heading !== null) return { cells: [heading], gapBefore: false, spanning: true, merged: [] }
  const filled = cells.filter((cell) => cell !== '').length
  const begins = filled > 1 && filled * 2 >= columns.length - merged.length
  return { cells, gapBefore: false, spanning: false, merged, ...(begins ? { begins } : {}) }
}

/** Words of a row that is one wide cell, with nothing beside it but empty cells. */
function headingOf(row: readonly SourceCell[], columns: readonly number[]): string | null {
  if (columns.length < 3 || row.some((cell) => cell.goesOn)) return null
  const filled = row.filter((cell) => contentText(cell.content) !== '')
  const [only] = filled
  if (filled.length !== 1 || !only || only !== row[0]) return null
  const covered = columns.filter((start) => start >= only.start && start < only.start + only.across)
  return covered.length > 2 || covered.length === columns.length ? contentText(only.content) : null
}

function nearestColumn(
  start: number,
  columns: readonly number[],
  edges: readonly number[] | undefined,
): number {
  const place = (line: number) => edges?.[line] ?? line
  let best = 0
  for (const [index, column] of columns.entries()) {
    const distance = Math.abs(place(column) - place(start))
    if (distance < Math.abs(place(columns[best] ?? 0) - place(start))) best = index
  }
  return best
}
