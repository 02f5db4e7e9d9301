import { deadlineLikeness } from '../../deadlines/read-deadline.ts'
import { headOf } from '../../responsible/head-words.ts'
import { responsibleLikeness } from '../../responsible/read-responsible.ts'
import type { ColumnRoleKey } from '../../vocabulary/column-roles.ts'
import type { NeutralRow } from '../neutral-document.ts'
import { isNumberMark } from '../table/number-mark.ts'
import { endsFinished, flattenWords, startsLower } from '../text/plain-words.ts'

/** What the lines of a table are judged by. */
export interface GroupHabits {
  roles: readonly ColumnRoleKey[]
  /** Every row has a number of its own. */
  numbered: boolean
  /** Short cells stand in the middle of their row's height; else at its top. */
  centred: boolean
  /** How much a blank line tells that a row ends. */
  gapWeight: number
  /** Small letters begin nearly every cell. */
  smallLettered: boolean
  /** Letters of the longest line of each column. */
  widths: readonly number[]
  pageStarts: ReadonlySet<NeutralRow>
  likeness: LikenessJudge
}

/** Likeness of words to a deadline and to people in charge; every text is judged once. */
export class LikenessJudge {
  readonly #deadlines = new Map<string, number>()
  readonly #people = new Map<string, number>()

  deadline(words: string): number {
    const likeness = this.#deadlines.get(words) ?? deadlineLikeness(words)
    this.#deadlines.set(words, likeness)
    return likeness
  }

  responsible(words: string): number {
    const likeness = this.#people.get(words) ?? responsibleLikeness(words)
    this.#people.set(words, likeness)
    return likeness
  }
}

/** What the number of a row adds to it. */
export const NUMBER_SCORE = 3
const JUDGED_LETTERS = 140
const OPEN_END = /(?:[,(«–—-]|(?<!\p{L})(?:и|или|в|во|на|о|об|по|с|со|для|от|до|к|за|при|из|у|не|№))$/iu
const LIST_ITEM = /^\s*(?:\d[.)]|[а-я]\)|[-–—•·])\s*\S/u
const LATER_ITEM = /^\s*(?:[2-9][.)]|[б-я]\))\s*\S/u

/** How well the lines `from` to before `to` read as one row; minus infinity when they cannot. */
export function scoreGroup(
  lines: readonly NeutralRow[],
  from: number,
  to: number,
  habits: GroupHabits,
): number {
  const group = lines.slice(from, to)
  const overPages = group.some((line, index) => index > 0 && habits.pageStarts.has(line))
  let score = 0
  for (const [index, line] of group.entries()) {
    if (index > 0 && line.gapBefore) score -= overPages && habits.pageStarts.has(line) ? 0 : habits.gapWeight
  }
  const [first] = group
  if (first && from > 0 && !lines[from - 1]?.spanning && !habits.pageStarts.has(first))
    score += first.gapBefore ? habits.gapWeight : habits.gapWeight > 1 ? -habits.gapWeight : 0
  for (const [column, role] of habits.roles.entries()) {
    if (role === 'stage' || (role === 'number' && !habits.numbered)) continue
    const filled = group.flatMap((line, index) => ((line.cells[column] ?? '') === '' ? [] : [index]))
    score += scoreCell(
      group.map((line) => line.cells[column] ?? ''),
      filled,
      role,
      habits,
    )
    if (score === Number.NEGATIVE_INFINITY) return score
    if (role !== 'other' && role !== 'number' && filled.length > 0)
      score += scoreFlow(
        lastWords(lines, from, column),
        group[filled[0] ?? 0]?.cells[column] ?? '',
        role,
        habits.widths[column] ?? 0,
      )
    if (role === 'activity' || role === 'responsible' || role === 'deadline')
      score -= countEarlyBreaks(group, column, habits.widths[column] ?? 0) * (role === 'activity' ? 0.6 : 0.3)
    if (!habits.centred && role === 'number') score -= (filled[0] ?? 0) > 0 ? 4 : 0
    else if (!overPages) score -= misplaced(filled, group.length, habits.centred)
    if (role === 'deadline' || role === 'responsible') score -= countHoles(filled, habits.centred) * 1.5
  }
  return score
}

/** How far a cell stands from where cells of its table stand in their rows. */
function misplaced(filled: readonly number[], height: number, centred: boolean): number {
  if (filled.length === 0) return 0
  if (!centred) return Math.min(3, filled[0] ?? 0) * 1.2
  const middle = ((filled[0] ?? 0) + (filled.at(-1) ?? 0)) / 2
  return Math.max(0, Math.abs(middle - (height - 1) / 2) - 0.5) * 1.2
}

/** Lines left empty in the middle of a cell; where cells are centred, lines of others may stand between its own. */
function countHoles(filled: readonly number[], centred: boolean): number {
  const most = centred ? 2 : 1
  return filled.filter((at, index) => index > 0 && at - (filled[index - 1] ?? at) > most).length
}

function scoreCell(
  cells: readonly string[],
  filled: readonly number[],
  role: ColumnRoleKey,
  { numbered, smallLettered, likeness }: GroupHabits,
): number {
  const first = cells[filled[0] ?? 0] ?? ''
  const lower = !smallLettered && startsLower(first)
  if (role === 'number') {
    const marks = filled.filter((index) => isNumberMark(cells[index] ?? '')).length
    if (marks > 1) return Number.NEGATIVE_INFINITY
    return marks === 1 ? NUMBER_SCORE : numbered ? -4 : 0
  }
  if (role === 'activity') {
    if (filled.length === 0) return -5
    return (lower ? -3 : 1) - (LATER_ITEM.test(first) ? 1.5 : LIST_ITEM.test(first) ? 0.4 : 0)
  }
  if (role === 'deadline') {
    if (filled.length === 0) return -2.5
    const words = flattenWords(cells.join('\u2028'))
    if (words.length > JUDGED_LETTERS) return -3
    if (OPEN_END.test(words)) return -1
    return likeness.deadline(words) > 0.7 ? 2 : -1.5
  }
  if (role === 'responsible') {
    if (filled.length === 0) return -0.9
    const words = cells.filter((cell) => cell !== '').join('\u2028')
    const piece = lower && headOf(first) === null ? 1.5 : 0
    if (words.length > JUDGED_LETTERS * 2) return -1
    return (likeness.responsible(words) > 0.7 ? 1.5 : -0.7) - piece
  }
  return filled.length === 0 ? -0.2 : lower ? -0.6 : 0.4
}

/** Whether words can begin a cell after those that ended the one above. */
function scoreFlow(above: string, below: string, role: ColumnRoleKey, width: number): number {
  if (above === '') return 0
  if (role === 'deadline' && /^(?:(?:19|20)\d\d|гг?\.|год)/.test(below) && !/\d{4}|г\.$|года$/.test(above))
    return -2.5
  if (role === 'deadline' && /^(?:гг?\.|год)/.test(below)) return -2.5
  if (role === 'responsible' && /^(?:\p{Lu}\.\s?){1,2}[,;]?$/u.test(below)) return -2.5
  if (OPEN_END.test(above)) return role === 'responsible' && !above.endsWith(',') ? -0.5 : -2
  const room = hasRoom(above, below, width) ? 0.3 : -0.3
  return (role === 'activity' && endsFinished(above) && !startsLower(below) ? 0.4 : 0) + room
}

function lastWords(lines: readonly NeutralRow[], before: number, column: number): string {
  for (let at = before - 1; at >= 0 && at > before - 12; at -= 1) {
    const words = lines[at]?.cells[column] ?? ''
    if (lines[at]?.spanning) return ''
    if (words !== '') return words.trimEnd()
  }
  return ''
}

/** Lines of a cell that end though the next word had room: there the author ended a paragraph, or a row. */
function countEarlyBreaks(group: readonly NeutralRow[], column: number, width: number): number {
  const words = group.map((line) => line.cells[column] ?? '').filter((cell) => cell !== '')
  return words.filter((line, index) => {
    const next = words[index + 1]
    if (next === undefined || LIST_ITEM.test(next)) return false
    return hasRoom(line, next, width)
  }).length
}

/** Whether the first word of the next line would have had room in this one. */
export function hasRoom(line: string, next: string, width: number): boolean {
  return line.length + 1 + (/^\S+/.exec(next)?.[0].length ?? 0) < width - 3
}
