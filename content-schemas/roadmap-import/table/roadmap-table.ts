import type { ColumnRoleKey } from '../../vocabulary/column-roles.ts'
import type { RowOrigin } from '../neutral-document.ts'

/** A column of the roadmap's table. */
export interface TableColumn {
  role: ColumnRoleKey
  /** The heading as printed, on one line; '' when the table has no header. */
  heading: string
  /** True when the role comes from the cells, not from the heading. */
  guessed: boolean
  /** True when a person says that the column is not to be read. */
  skipped?: boolean
}

/** A whole row as its author meant it, pieces over lines and pages put together. */
export interface LogicalRow {
  type: 'row'
  /** One text a column; breaks as in `NeutralTable`. */
  cells: string[]
  /** Columns whose cell is the same merged cell as in the row above. */
  merged: readonly number[]
  /** Rows of the document that it was put together from, where they are marked. */
  origins: RowOrigin[]
  /** True when the first column is the deadline's, printed once for several rows, and this row's is taken from above. */
  dateAbove?: boolean
  /** True when a person says to leave the row out; rows beside it are read as if it were there. */
  skipped?: boolean
}

/** The heading of a part of the table. */
export interface SectionRow {
  type: 'section'
  text: string
  origins: RowOrigin[]
}

/** The table that holds the roadmap, with the text around it. */
export interface RoadmapTable {
  columns: TableColumn[]
  items: (LogicalRow | SectionRow)[]
  /** Rows of the document that the headings stand in, where they are marked. */
  header: RowOrigin[]
  before: string[]
  after: string[]
  /** First words of other tables of the document that are no part of the roadmap. */
  leftOut: string[]
  /** Words that stand among the rows and are none of their cells. */
  among: string[]
}

/** Place of the first column with a role, −1 when there is none. */
export function columnOf(columns: readonly TableColumn[], role: ColumnRoleKey): number {
  return columns.findIndex((column) => column.role === role)
}
