import type { ColumnRoleKey } from '../../vocabulary/column-roles.ts'
import { SOFT_BREAK } from '../neutral-document.ts'
import type { RoadmapTable } from '../table/roadmap-table.ts'
import { CellScores, firstHabits, observeLines } from './cell-scores.ts'
import { FlowJudge } from './flow-cells.ts'
import { followScore } from './row-numbers.ts'
import { MISSING } from './row-costs.ts'

/** What it costs that a line within the table, or after it, is none of its own. */
const OUTSIDE_COST = 2

/**
 * How likely a table is what a text of lines says: its cells begin, go on and end like cells of their columns, and rows
 * lack none. Readings of one text may be compared by it.
 */
export function rateTable(table: RoadmapTable): number {
  const roles = table.columns.map(({ role }): ColumnRoleKey => role)
  const judge = new FlowJudge()
  const rows = table.items.flatMap((item) => (item.type === 'row' ? [item] : []))
  const cells = rows.map((row) => roles.map((_, column) => linesOf(row.cells[column] ?? '')))
  const flat = cells.flat(2).map((text) => judge.judge(text, false))
  const columns = roles.map((_, column) =>
    cells.flatMap((row) => (row[column] ?? []).map((text, index) => ({ text, begins: index === 0 }))),
  )
  const habits = { ...firstHabits(flat, roles.length), ...observeLines(columns), stay: 0, gaps: 0 }
  let score = 0
  let number = ''
  for (const [index, row] of rows.entries()) {
    for (const [column, role] of roles.entries()) {
      const lines = cells[index]?.[column] ?? []
      if (lines.length === 0) {
        score -= MISSING[role]
        continue
      }
      if (row.merged.includes(column)) continue
      const judged = lines.map((text) => judge.judge(text, false))
      const found = new CellScores(judged, roles, habits, judge, false).cellsFrom(0, column).at(-1)
      score += found?.to === judged.length ? found.score : -9
      if (role !== 'number') continue
      score += followScore(number, lines[0] ?? '')
      number = lines[0] ?? ''
    }
  }
  for (const item of table.items) {
    if (item.type !== 'section') continue
    const judged = linesOf(item.text).map((text) => judge.judge(text, false))
    const found = new CellScores(judged, roles, habits, judge, false).sectionsFrom(0).at(-1)
    score += found?.to === judged.length ? found.score : -5
  }
  const outside = [...table.among, ...table.after].filter((line) => /\p{L}/u.test(line)).length
  return score - outside * OUTSIDE_COST
}

/** Whether every row has an activity, a deadline that is nothing else, and people who are nothing else. */
export function isFlawless(table: RoadmapTable): boolean {
  const judge = new FlowJudge()
  const rows = table.items.flatMap((item) => (item.type === 'row' ? [item] : []))
  const least = new Map<ColumnRoleKey, number>([
    ['activity', -1],
    ['deadline', 3],
    ['responsible', 2.5],
  ])
  const asked = table.columns.flatMap(({ role }, column) => {
    const wanted = least.get(role)
    return wanted === undefined ? [] : [{ role, column, fit: wanted }]
  })
  return (
    rows.length > 2 &&
    asked.length >= least.size &&
    rows.every((row) =>
      asked.every(({ role, column, fit }) => {
        const words = linesOf(row.cells[column] ?? '').join(SOFT_BREAK)
        return words !== '' && judge.fit(role, words) >= fit
      }),
    )
  )
}

function linesOf(cell: string): string[] {
  return cell
    .split(new RegExp(`[\n${SOFT_BREAK}]`, 'u'))
    .map((line) => line.trim())
    .filter((line) => line !== '')
}
