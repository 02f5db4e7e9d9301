import type { ColumnRoleKey } from '../../vocabulary/column-roles.ts'
import type { FlowHabits, FlowJudge } from './flow-cells.ts'
import type { FlowLine } from './flow-lines.ts'
import { type FlowPath, type FlowStep, startPath, stepsOf } from './flow-path.ts'
import { FlowSearch } from './flow-search.ts'

export interface Alignment {
  score: number
  steps: FlowStep[]
  rows: number
}

/**
 * Gives the lines of flows to columns and cells. What is known of a page bounds what may follow what: cells of a column
 * come from the top down, and lines of one flow stand under each other or side by side. Within these bounds the
 * likeliest way is searched for: cells that look like their column and fit its width, begin and go on like cells, and
 * are as many in every column of a page.
 */
export function alignFlows(
  lines: readonly FlowLine[],
  roles: readonly ColumnRoleKey[],
  habits: FlowHabits,
  judge: FlowJudge,
  width: number,
): Alignment {
  const search = new FlowSearch(lines, roles, habits, judge)
  let paths: FlowPath[] = [startPath(roles.length)]
  for (const [index, line] of lines.entries()) {
    const above = lines[index - 1]
    search.page = line.page
    if (above && above.page !== line.page) paths = paths.map((path) => search.endPage(path))
    if (line.first) paths = paths.map((path) => ({ ...path, touched: 0, floor: -1 }))
    paths = search.takeLine(paths, line, index, width)
  }
  const ended = paths.map((path) => search.endPage(path))
  const best = ended.reduce(
    (most, path) => (path.score > most.score ? path : most),
    ended[0] ?? startPath(roles.length),
  )
  return { score: best.score, steps: stepsOf(best), rows: best.lowest + 1 }
}
