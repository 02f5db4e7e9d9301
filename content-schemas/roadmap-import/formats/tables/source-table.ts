/** A table as a format tells it, before its cells are laid out in columns. */
export interface SourceTable {
  rows: SourceCell[][]
  /** Places of the grid's lines from the left, in any unit; rows may part at different lines. */
  edges?: readonly number[]
}

export interface SourceCell {
  /** Line of the grid at which the cell begins, from 0. */
  start: number
  /** How many columns of the grid it takes. */
  across: number
  content: readonly CellContent[]
  /** Whether it is the lower part of the cell above. */
  goesOn: boolean
}

/** A paragraph, or a table inside the cell. */
export type CellContent = string | SourceTable

/** A cell that says how far it reaches, as HTML, OpenDocument and Excel have them. */
export interface SpanningCell {
  across: number
  down: number
  content: readonly CellContent[]
}

const MAX_COLUMNS = 120

/** Places cells that span rows: where one reaches down into a row, the row gets a cell that goes on. */
export function placeSpans(rows: readonly (readonly SpanningCell[])[]): SourceCell[][] {
  let held = new Map<number, { across: number; left: number }>()
  return rows.map((row) => {
    const placed: SourceCell[] = []
    const next = new Map<number, { across: number; left: number }>()
    let column = 0
    const passHeld = () => {
      for (let above = held.get(column); above; above = held.get(column)) {
        placed.push({ start: column, across: above.across, content: [], goesOn: true })
        if (above.left > 1) next.set(column, { across: above.across, left: above.left - 1 })
        column += above.across
      }
    }
    for (const cell of row) {
      passHeld()
      if (column >= MAX_COLUMNS) break
      const across = Math.min(Math.max(1, cell.across), MAX_COLUMNS - column)
      placed.push({ start: column, across, content: cell.content, goesOn: false })
      if (cell.down > 1) next.set(column, { across, left: cell.down - 1 })
      column += across
    }
    passHeld()
    held = next
    return placed
  })
}
