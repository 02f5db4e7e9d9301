import type { ColumnRoleKey } from '../../vocabulary/column-roles.ts'
import { makeRow, type NeutralRow, SOFT_BREAK } from '../neutral-document.ts'
import { isColumnCount } from '../table/find-header.ts'
import { NAMED_SECTION } from '../table/merge-rows.ts'
import { isNumberMark } from '../table/number-mark.ts'
import { startsLower } from '../text/plain-words.ts'
import { type GroupHabits, hasRoom, LikenessJudge, NUMBER_SCORE, scoreGroup } from './line-groups.ts'
import { placeStages } from './place-stages.ts'

const MAX_ROW_LINES = 48
/** In longer tables rows are shorter, so that long ones take no longer to read. */
const LONG_TABLE = 600
const MAX_ROW_LINES_IN_LONG = 16
const MAX_LINES = 1500
/** How much likelier rows must be when numbers are taken for those of stages. */
const LEAST_GAIN = 2

/**
 * Puts lines of a table together into rows: no line belongs to two rows, and the best parting is the one whose rows
 * have whole cells where their table places them. Null when that is too much to find out.
 */
export function partRows(
  lines: readonly NeutralRow[],
  roles: readonly ColumnRoleKey[],
  pageStarts: ReadonlySet<NeutralRow>,
): NeutralRow[] | null {
  if (lines.length > MAX_LINES || !roles.includes('activity') || !roles.includes('deadline')) return null
  const known = observe(lines, roles, pageStarts)
  const hasNumbers = roles.includes('number')
  const numbering = roles.includes('stage') && hasNumbers ? [true, false] : [hasNumbers]
  // What numbers add to rows that have one is no reason to think that all rows have one.
  const marks = lines.filter((line) => isNumberMark(line.cells[roles.indexOf('number')] ?? '')).length
  const bonus = marks * NUMBER_SCORE - LEAST_GAIN
  const ways = numbering.flatMap((numbered) =>
    [false, true].map((centred) => {
      const habits = { ...known, numbered, centred }
      const { score, groups } = findParting(lines, habits)
      return { groups, habits, score: numbered && numbering.length > 1 ? score - bonus : score }
    }),
  )
  const best = ways.reduce((most, way) => (way.score > most.score ? way : most))
  const rows = best.groups.map((group) => joinGroup(group, best.habits))
  return placeStages(rows, best.groups, best.habits)
}

/** How well lines read as rows, the better the more; for telling ways of cutting lines into cells from each other. */
export function rateLines(
  lines: readonly NeutralRow[],
  roles: readonly ColumnRoleKey[],
  pageStarts: ReadonlySet<NeutralRow>,
): number {
  const known = observe(lines, roles, pageStarts)
  const numbered = roles.includes('number') && !roles.includes('stage')
  return Math.max(
    ...[false, true].map((centred) => findParting(lines, { ...known, numbered, centred }).score),
  )
}

function observe(
  lines: readonly NeutralRow[],
  roles: readonly ColumnRoleKey[],
  pageStarts: ReadonlySet<NeutralRow>,
): Omit<GroupHabits, 'numbered' | 'centred'> {
  return {
    roles,
    gapWeight: weighGaps(lines),
    smallLettered: areSmall(lines, roles.indexOf('activity')),
    widths: roles.map((_, column) =>
      lines.reduce((most, line) => Math.max(most, line.spanning ? 0 : (line.cells[column] ?? '').length), 0),
    ),
    pageStarts,
    likeness: new LikenessJudge(),
  }
}

/** Blank lines tell of rows only where they stand between lines that stand together. */
function weighGaps(lines: readonly NeutralRow[]): number {
  const gaps = lines.filter((line) => line.gapBefore && !line.spanning).length
  return gaps > lines.length * 0.08 && gaps < lines.length * 0.8 ? 1.5 : 0.4
}

function areSmall(lines: readonly NeutralRow[], activity: number): boolean {
  const texts = lines.map((line) => line.cells[activity] ?? '').filter((text) => /\p{L}/u.test(text))
  return texts.filter((text) => startsLower(text)).length > texts.length * 0.85
}

function findParting(
  lines: readonly NeutralRow[],
  habits: GroupHabits,
): { score: number; groups: NeutralRow[][] } {
  const best = new Float64Array(lines.length + 1).fill(Number.NEGATIVE_INFINITY)
  const back = new Int32Array(lines.length + 1)
  best[0] = 0
  const number = habits.numbered ? habits.roles.indexOf('number') : -1
  const reach = lines.length > LONG_TABLE ? MAX_ROW_LINES_IN_LONG : MAX_ROW_LINES
  for (let from = 0; from < lines.length; from += 1) {
    const reached = best[from] ?? Number.NEGATIVE_INFINITY
    if (reached === Number.NEGATIVE_INFINITY) continue
    let marks = 0
    for (let to = from + 1; to <= Math.min(lines.length, from + reach); to += 1) {
      const line = lines[to - 1]
      const alone = line !== undefined && standsAlone(line)
      if (alone && to > from + 1) break
      if (number >= 0 && isNumberMark(line?.cells[number] ?? '')) marks += 1
      if (marks > 1) break
      const score =
        reached +
        (alone
          ? 0
          : Math.max(headingScore(lines.slice(from, to), habits.roles), scoreGroup(lines, from, to, habits)))
      if (score > (best[to] ?? Number.NEGATIVE_INFINITY)) {
        best[to] = score
        back[to] = from
      }
      if (alone) break
    }
  }
  const groups: NeutralRow[][] = []
  for (let to = lines.length; to > 0; to = back[to] ?? 0) groups.unshift(lines.slice(back[to] ?? 0, to))
  return { score: best[lines.length] ?? 0, groups }
}

function joinGroup(group: readonly NeutralRow[], { roles, numbered, widths }: GroupHabits): NeutralRow {
  const first = group[0] ?? makeRow([])
  if (standsAlone(first)) return first
  if (headingScore(group, roles) > 0 && isLone(first))
    return { ...first, cells: [wordsOf(group)], spanning: true }
  const cells = roles.map((role, column) =>
    role === 'stage' || (role === 'number' && !numbered)
      ? ''
      : group
          .map((line) => line.cells[column] ?? '')
          .filter((cell) => cell !== '')
          .reduce(
            (above, cell) =>
              above === '' ? cell : above + breakBefore(above, cell, widths[column] ?? 0) + cell,
            '',
          ),
  )
  return { ...makeRow(cells, first.gapBefore), begins: true }
}

/** A sentence that ends where the next word had room is a paragraph. */
function breakBefore(above: string, cell: string, width: number): string {
  const line = above.slice(Math.max(above.lastIndexOf(SOFT_BREAK), above.lastIndexOf('\n')) + 1)
  return hasRoom(line, cell, width) && /[.;]$/.test(line) && /^\p{Lu}/u.test(cell) ? '\n' : SOFT_BREAK
}

/** How well lines that fill one cell each read as the heading of a section. */
function headingScore(lines: readonly NeutralRow[], roles: readonly ColumnRoleKey[]): number {
  const [first, ...rest] = lines
  if (lines.length > 3 || !first || !isLone(first)) return Number.NEGATIVE_INFINITY
  const column = first.cells.findIndex((cell) => cell !== '')
  if (roles[column] === 'stage' || !NAMED_SECTION.test(wordsOf([first]))) return Number.NEGATIVE_INFINITY
  const goesOn = rest.every((line) => isLone(line) && startsLower(wordsOf([line])))
  return goesOn ? 2 : Number.NEGATIVE_INFINITY
}

/** A heading across the table, or the numbers of its columns. */
function standsAlone(line: NeutralRow): boolean {
  return line.spanning || isColumnCount(line)
}

function isLone(line: NeutralRow): boolean {
  return !line.spanning && line.cells.length > 2 && line.cells.filter((cell) => cell !== '').length === 1
}

function wordsOf(lines: readonly NeutralRow[]): string {
  return lines
    .flatMap((line) => line.cells)
    .filter((cell) => cell !== '')
    .join(' ')
}
