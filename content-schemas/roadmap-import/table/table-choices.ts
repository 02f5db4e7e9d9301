import type { ColumnRoleKey } from '../../vocabulary/column-roles.ts'
import { SINGLE_ROLES } from './assign-roles.ts'
import type { NeutralRow, RowOrigin } from '../neutral-document.ts'
import type { LogicalRow, SectionRow, TableColumn } from './roadmap-table.ts'

/** What a column is, told by a person; `skip` leaves it out. */
export type ChosenRole = ColumnRoleKey | 'skip'

/** What a person corrected in the reading of a table; places are those of the document. */
export interface TableChoices {
  /** The block that holds the roadmap. */
  block?: number
  /** Roles of columns by their index. */
  roles?: Readonly<Record<number, ChosenRole>>
  /** Rows, as `originKey` names them: headings of stages, rows after all, or rows to leave out. */
  rows?: Readonly<Record<string, 'section' | 'row' | 'skip'>>
}

/** Name of a place in `TableChoices`. */
export function originKey({ block, row }: RowOrigin): string {
  return `${block}:${row}`
}

/** The columns with the roles that a person gave them; of what only one column can be, the given one is it. */
export function chooseRoles(
  columns: readonly TableColumn[],
  roles: TableChoices['roles'] = {},
): TableColumn[] {
  const given = new Set(Object.values(roles).filter((role) => role !== 'skip'))
  return columns.map((column, index) => {
    const role = roles[index]
    if (role === 'skip') return { ...column, role: 'other', guessed: false, skipped: true }
    if (role !== undefined) return { ...column, role, guessed: false }
    const taken = given.has(column.role) && SINGLE_ROLES.includes(column.role)
    return taken ? { ...column, role: 'other', guessed: false } : column
  })
}

/** A row with what a person says that it is. */
export function chooseReading(row: NeutralRow, rows: TableChoices['rows'] = {}): NeutralRow {
  const chosen = row.origin && rows[originKey(row.origin)]
  return chosen === 'section' || chosen === 'row' ? { ...row, readAs: chosen } : row
}

/** The items without the headings that a person left out; the rows that were left out are marked. */
export function leaveOut(
  items: readonly (LogicalRow | SectionRow)[],
  rows: TableChoices['rows'] = {},
): (LogicalRow | SectionRow)[] {
  return items.flatMap((item) => {
    const out = item.origins.length > 0 && item.origins.every((origin) => rows[originKey(origin)] === 'skip')
    if (!out) return [item]
    return item.type === 'section' ? [] : [{ ...item, skipped: true }]
  })
}
