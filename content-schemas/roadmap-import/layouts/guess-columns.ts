import type { ColumnRoleKey } from '../../vocabulary/column-roles.ts'
import type { JudgedCell } from './judged-cell.ts'
import { placeCells, type ObservedHabits } from './place-cells.ts'

const SAMPLED_CELLS = 140
const MAX_COLUMNS = 8
/** What a column must add to be worth having. */
const COLUMN_COST = 2
const LEAST_SCORE = 1.2

const CORE: readonly (readonly ColumnRoleKey[])[] = [
  ['activity', 'deadline', 'responsible'],
  ['activity', 'responsible', 'deadline'],
  ['deadline', 'activity', 'responsible'],
  ['deadline', 'responsible', 'activity'],
  ['responsible', 'activity', 'deadline'],
  ['responsible', 'deadline', 'activity'],
  ['activity', 'deadline'],
  ['deadline', 'activity'],
]

/**
 * Columns of a run of cells without headings: the core of activity, deadline and people in the order that fits the
 * cells best, then any column more that makes the fit better. Null when nothing fits.
 */
export function guessColumns(cells: readonly JudgedCell[], habits: ObservedHabits): ColumnRoleKey[] | null {
  const sample = cells.slice(0, SAMPLED_CELLS)
  if (sample.filter((cell) => cell.deadline > 0.9).length < 2) return null
  const rate = (roles: readonly ColumnRoleKey[]) => ({
    roles,
    score: placeCells(sample, roles, habits, false).score - roles.length * COLUMN_COST,
  })
  const numbered = sample.filter((cell) => cell.number).length >= 3
  const first = CORE.map((core) => rate(core)).toSorted((one, other) => other.score - one.score)
  const starts = first
    .slice(0, 4)
    .flatMap((core) => [core, ...(numbered ? grow(core.roles, 'number').map(rate) : [])])
  let best = starts.reduce((most, one) => (one.score > most.score ? one : most))
  while (best.roles.length < MAX_COLUMNS) {
    const more = (['other', 'stage', 'result'] as const).flatMap((role) =>
      role !== 'other' && best.roles.includes(role) ? [] : grow(best.roles, role).map(rate),
    )
    const top = more.reduce((most, one) => (one.score > most.score ? one : most), best)
    if (top === best) break
    best = top
  }
  const rows = sample.filter((cell) => cell.deadline > 0.9).length
  return best.score > rows * LEAST_SCORE ? [...best.roles] : null
}

/** The columns with one more, at every place. */
function grow(roles: readonly ColumnRoleKey[], role: ColumnRoleKey): ColumnRoleKey[][] {
  return Array.from({ length: roles.length + 1 }, (_, at) => [
    ...roles.slice(0, at),
    role,
    ...roles.slice(at),
  ])
}
