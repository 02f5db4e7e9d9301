import type { ColumnRoleKey } from '../../vocabulary/column-roles.ts'
import { makeRow, type NeutralRow, SOFT_BREAK } from '../neutral-document.ts'
import type { Alignment } from './align-flows.ts'
import { OUTSIDE, SECTION } from './flow-path.ts'

/** Rows of cells, and headings of sections before the first row of which more than they was printed after them. */
export function toRows({ steps, rows: count }: Alignment, roles: readonly ColumnRoleKey[]): NeutralRow[] {
  const rows = Array.from({ length: count }, () => ({
    ...makeRow(
      roles.map(() => ''),
      true,
    ),
    begins: true,
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
