import type { BlockCollector } from '../../neutral-document.ts'
import { addContent, addSourceTable } from './add-source-table.ts'
import { contentText } from './content-text.ts'
import type { SourceCell, SourceTable } from './source-table.ts'

/** Rows of a table fill at least so many cells; above and below it stand titles, approvals and signatures. */
const LEAST_FILLED = 3

/**
 * Adds a sheet of a workbook to a document: its first rows, up to the first that looks like one of a table, and what
 * stands apart below the last become text, the rest is a table.
 */
export function addSheet(collector: BlockCollector, { rows, edges }: SourceTable): void {
  const first = rows.findIndex((row) => countFilled(row) >= LEAST_FILLED)
  if (first < 0) {
    addRowsAsText(collector, rows)
    return
  }
  let last = rows.findLastIndex((row) => countFilled(row) >= 2)
  while (last + 1 < rows.length && countFilled(rows[last + 1] ?? []) > 0) last += 1
  addRowsAsText(collector, rows.slice(0, first))
  const body = rows.slice(first, last + 1).filter((row) => row.length > 0)
  addSourceTable(collector, { rows: body, edges })
  addRowsAsText(collector, rows.slice(last + 1))
}

function addRowsAsText(collector: BlockCollector, rows: readonly SourceCell[][]): void {
  for (const row of rows) {
    addContent(
      collector,
      row.map((cell) => contentText(cell.content)),
    )
  }
}

function countFilled(row: readonly SourceCell[]): number {
  return row.filter((cell) => contentText(cell.content) !== '').length
}
