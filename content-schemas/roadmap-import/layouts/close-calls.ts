import type { ColumnRoleKey } from '../../vocabulary/column-roles.ts'
import { flattenWords } from '../text/plain-words.ts'
import type { NeutralRow } from '../neutral-document.ts'

const PAIRED: readonly ColumnRoleKey[] = ['activity', 'deadline', 'responsible']
/** A column that so many rows have a cell of lacks it where it stands in no row. */
const USUAL_SHARE = 0.7

/**
 * The same rows; `unsure` where a second reading, which supposes a little less, pairs the activity with another deadline
 * or other people.
 */
export function markCloseCalls(
  rows: readonly NeutralRow[],
  others: readonly NeutralRow[],
  roles: readonly ColumnRoleKey[],
): NeutralRow[] {
  const known = new Set(others.map((row) => pairOf(row, roles)))
  return rows.map((row) => (row.spanning || known.has(pairOf(row, roles)) ? row : { ...row, unsure: true }))
}

/** The same rows; `unsure` also in and beside rows that lack a deadline or people, which may have slipped into others. */
export function markSlips(rows: readonly NeutralRow[], roles: readonly ColumnRoleKey[]): NeutralRow[] {
  const body = rows.filter((row) => !row.spanning)
  const usual = roles.flatMap((role, column) => {
    const filled = body.filter((row) => (row.cells[column] ?? '') !== '').length
    return role !== 'other' && PAIRED.includes(role) && filled >= body.length * USUAL_SHARE ? [column] : []
  })
  const lacks = new Set(body.filter((row) => usual.some((column) => (row.cells[column] ?? '') === '')))
  const near = new Set(
    body.filter((_, at) => [at - 1, at, at + 1].some((beside) => has(lacks, body[beside]))),
  )
  return rows.map((row) => (near.has(row) ? { ...row, unsure: true } : row))
}

function has(rows: ReadonlySet<NeutralRow>, row: NeutralRow | undefined): boolean {
  return row !== undefined && rows.has(row)
}

function pairOf(row: NeutralRow, roles: readonly ColumnRoleKey[]): string {
  return roles
    .flatMap((role, column) => (PAIRED.includes(role) ? [flattenWords(row.cells[column] ?? '')] : []))
    .join('|')
}
