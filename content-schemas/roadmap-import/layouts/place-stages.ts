import { type NeutralRow, SOFT_BREAK } from '../neutral-document.ts'
import { OFFICIAL_STAGE } from '../table/assign-roles.ts'
import { NAMED_SECTION } from '../table/merge-rows.ts'
import { isNumberMark } from '../table/number-mark.ts'
import { startsLower } from '../text/plain-words.ts'
import type { GroupHabits } from './line-groups.ts'

const MAX_ROWS = 60

interface StagedLine {
  number: string
  stage: string
}

/**
 * Gives rows the stages printed beside them: a stage stands once, at the top or in the middle of all its rows, over
 * as many lines as it takes. Its words come to stand in the first of its rows.
 */
export function placeStages(
  rows: readonly NeutralRow[],
  groups: readonly (readonly NeutralRow[])[],
  habits: GroupHabits,
): NeutralRow[] {
  const stage = habits.roles.indexOf('stage')
  const number = habits.numbered ? -1 : habits.roles.indexOf('number')
  if (stage < 0) return [...rows]
  const lines = groups.map((group) =>
    group.map((line) => ({
      number: number < 0 ? '' : (line.cells[number] ?? ''),
      stage: line.spanning ? '' : (line.cells[stage] ?? ''),
    })),
  )
  const ways = (habits.centred ? (['whole', 'first'] as const) : (['top'] as const)).map((place) =>
    findStages(rows, lines, place),
  )
  const { back } = ways.reduce((most, way) => (way.score > most.score ? way : most))
  const placed = rows.map((row) => ({ ...row, cells: [...row.cells] }))
  for (let to = rows.length; to > 0; to = back[to] ?? 0) {
    const from = back[to] ?? 0
    const first = placed[from]
    if (!first || first.spanning) continue
    const held = lines.slice(from, to).flat()
    first.cells[stage] = joined(held.map((line) => line.stage))
    if (number >= 0) first.cells[number] = joined(held.map((line) => line.number))
  }
  return placed
}

/** Where a stage stands beside its rows: at their top, in the middle of all, or in the middle of the first. */
type StagePlace = 'top' | 'whole' | 'first'

function findStages(
  rows: readonly NeutralRow[],
  lines: readonly (readonly StagedLine[])[],
  place: StagePlace,
): { score: number; back: Int32Array } {
  const best = new Float64Array(rows.length + 1).fill(Number.NEGATIVE_INFINITY)
  const back = new Int32Array(rows.length + 1)
  best[0] = 0
  for (let from = 0; from < rows.length; from += 1) {
    const held: StagedLine[] = []
    const first = lines[from]?.length ?? 0
    for (let to = from + 1; to <= Math.min(rows.length, from + MAX_ROWS); to += 1) {
      if (rows[to - 1]?.spanning === true && to > from + 1) break
      held.push(...(lines[to - 1] ?? []))
      const alone = rows[to - 1]?.spanning === true
      const score = (best[from] ?? 0) + (alone ? 0 : scoreStage(held, place, first))
      if (score > (best[to] ?? Number.NEGATIVE_INFINITY)) {
        best[to] = score
        back[to] = from
      }
      if (alone) break
    }
  }
  return { score: best[rows.length] ?? 0, back }
}

function joined(words: readonly string[]): string {
  return words.filter((word) => word !== '').join(SOFT_BREAK)
}

/** How well the words beside some rows read as one stage of theirs. */
function scoreStage(lines: readonly StagedLine[], place: StagePlace, first: number): number {
  const filled = lines.flatMap((line, index) => (line.stage === '' ? [] : [index]))
  const marks = lines.filter((line) => isNumberMark(line.number)).length
  if (filled.length === 0) return marks > 0 ? -4 : -3
  const words = filled.map((index) => lines[index]?.stage ?? '')
  const at = filled[0] ?? 0
  const end = filled.at(-1) ?? 0
  const middle = (at + end) / 2
  const height = place === 'first' ? first : lines.length
  const away = place === 'top' ? at : Math.max(0, Math.abs(middle - (height - 1) / 2) - 0.5)
  let score = 1 - Math.min(4, away) * 0.7 - (marks > 1 ? 12 : 0) + (marks === 1 ? 1 : 0)
  if (startsLower(words[0] ?? '')) score -= 3
  if (OFFICIAL_STAGE.test(words.join(' ')) || NAMED_SECTION.test(words[0] ?? '')) score += 1
  for (const [index, line] of filled.entries()) {
    if (index === 0) continue
    const word = words[index] ?? ''
    const apart = line - (filled[index - 1] ?? 0) - 1
    score -= apart > 0 ? 0.5 + Math.min(4, apart) * 0.3 : 0
    if (NAMED_SECTION.test(word) || OFFICIAL_STAGE.test(word)) score -= 2
    else if (!startsLower(word) && /^\p{Lu}/u.test(word)) score -= apart > 1 ? 1.5 : 0.6
  }
  return score
}
