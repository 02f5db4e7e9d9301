import {
  cellOf,
  type ModelColumn,
  type ModelPart,
  type ModelRow,
  type RoadmapModel,
} from './roadmap-model.ts'

/** A cell of a drawn table, at the place where its words stand. */
export interface GridCell {
  text: string
  across: number
  down: number
  /** Items of a list, for formats that number lists themselves; `text` holds the same items with their marks. */
  list: { style: 'numbers' | 'dashes'; items: readonly string[] } | null
}

export interface GridRow {
  kind: 'header' | 'count' | 'section' | 'row'
  cells: GridCell[]
}

/**
 * A model as a table with merged cells: stages span their rows, sections span the table. What a cell above covers is
 * left out of the row, as HTML does it.
 */
export function drawGrid(model: RoadmapModel): GridRow[] {
  const header: GridRow = {
    kind: 'header',
    cells: model.columns.map((column) => plainCell(column.heading)),
  }
  const rows = [header]
  if (model.habits.countRow) {
    rows.push({ kind: 'count', cells: model.columns.map((_, index) => plainCell(`${index + 1}`)) })
  }
  for (const part of model.parts) {
    if (model.shape === 'sections') {
      const title = plainCell(`${part.number}. ${part.title}`)
      rows.push({ kind: 'section', cells: [{ ...title, across: model.columns.length }] })
    }
    for (const row of part.rows) {
      rows.push({ kind: 'row', cells: model.columns.flatMap((column) => drawCell(model, part, row, column)) })
      const { repeatHeader } = model.habits
      const between = model.shape !== 'stage-column' || row === part.rows.at(-1)
      if (between && repeatHeader > 0 && rows.length % repeatHeader === 0) rows.push(header)
    }
  }
  return rows
}

function drawCell(model: RoadmapModel, part: ModelPart, row: ModelRow, column: ModelColumn): GridCell[] {
  const shared = model.shape === 'stage-column' && (column.role === 'number' || column.role === 'stage')
  if (shared && row !== part.rows[0]) return []
  const cell = plainCell(cellOf(model, part, row, column))
  if (shared) return [{ ...cell, down: part.rows.length }]
  if (column.role !== 'activity' || row.listStyle === 'one') return [cell]
  return [{ ...cell, list: { style: row.listStyle, items: row.activities } }]
}

function plainCell(text: string): GridCell {
  return { text, across: 1, down: 1, list: null }
}
