import type { NeutralRow } from '#content/roadmap-import/neutral-document.ts'

/** A cell as it stands in the document's table. */
export interface DrawnCell {
  column: number
  text: string
  rows: number
  columns: number
}

/** Rows with their cells, merged ones drawn once; a cell across the table takes its whole width. */
export function layOutCells(rows: readonly NeutralRow[]): DrawnCell[][] {
  const width = rows.reduce((most, row) => Math.max(most, row.cells.length), 1)
  return rows.map((row, at) => {
    if (row.spanning) return [{ column: 0, text: row.cells[0] ?? '', rows: 1, columns: width }]
    return Array.from({ length: width }, (_, column) => column)
      .filter((column) => !goesOnFromAbove(rows, at, column))
      .map((column) => ({
        column,
        text: row.cells[column] ?? '',
        rows: 1 + countBelow(rows, at, column),
        columns: 1,
      }))
  })
}

function goesOnFromAbove(rows: readonly NeutralRow[], at: number, column: number): boolean {
  const above = rows[at - 1]
  return above !== undefined && !above.spanning && rows[at]?.merged?.includes(column) === true
}

function countBelow(rows: readonly NeutralRow[], at: number, column: number): number {
  let below = 0
  while (goesOnFromAbove(rows, at + below + 1, column)) below += 1
  return below
}
