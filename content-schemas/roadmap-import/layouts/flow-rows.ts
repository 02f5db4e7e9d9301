import type { ColumnRoleKey } from '../../vocabulary/column-roles.ts'
import { makeRow, type NeutralRow, SOFT_BREAK } from '../neutral-document.ts'
import type { Alignment } from './align-flows.ts'
import { OUTSIDE, SECTION } from './flow-path.ts'

/** Rows whose words stand together, none of another row between them. */
function rowsTogether({ steps }: Alignment): Set<number> {
  const parts = new Map<number, number>()
  let above: number | null = null
  for (const { column, row } of steps) {
    if (column < 0) continue
    if (row !== above) parts.set(row, (parts.get(row) ?? 0) + 1)
    above = row
  }
  return new Set([...parts].flatMap(([row, count]) => (count === 1 ? [row] : [])))
}

/**
 * Rows of cells, and headings of sections before the first row of which more than they was printed after them;
 * `unsure` where the words of a row stand scattered among those of others.
 */
export function toRows(alignment: Alignment, roles: readonly ColumnRoleKey[]): NeutralRow[] {
  const { steps, rows: count } = alignment
  const together = rowsTogether(alignment)
  const rows = Array.from({ length: count }, (_, index) => ({
    ...makeRow(
      roles.map(() => ''),
      true,
    ),
    begins: true,
    unsure: !together.has(index),
  }))
  const sections = new Map<number, string[]>()
  let open: string[] = []
  for (const [index, step] of steps.entries()) {
    if (step.column === OUTSIDE) continue
    if (step.column === SECTION) {
      if (!step.begins && open.length > 0) {
        open[open.length - 1] = `${open.at(-1) ?? ''}${SOFT_BREAK}${step.text}`
        continue
      }
      const next = steps
        .slice(index + 1)
        .find(({ column, begins }) => begins && (roles[column] === 'number' || roles[column] === 'activity'))
      const row = next?.row ?? count
      open = sections.get(row) ?? []
      open.push(step.text)
      sections.set(row, open)
      continue
    }
    const row = rows[step.row]
    const above = row?.cells[step.column] ?? ''
    if (row) row.cells[step.column] = above === '' ? step.text : `${above}${SOFT_BREAK}${step.text}`
  }
  return [...rows, null].flatMap((row, index): NeutralRow[] => [
    ...(sections.get(index) ?? []).map((words) => ({ cells: [words], gapBefore: true, spanning: true })),
    ...(row ? [row] : []),
  ])
}
