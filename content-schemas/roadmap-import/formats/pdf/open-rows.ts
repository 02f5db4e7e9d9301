import { deadlineLikeness } from '../../../deadlines/read-deadline.ts'
import { type JudgedCell, judgeCell } from '../../layouts/judged-cell.ts'
import { SOFT_BREAK } from '../../neutral-document.ts'
import { NAMED_SECTION } from '../../table/merge-rows.ts'
import { isNumberMark } from '../../table/number-mark.ts'
import type { ColumnRoleKey } from '../../../vocabulary/column-roles.ts'
import { joinSlots, type Slot, type SlotRange } from './open-slots.ts'

/** Where words stand in cells that are higher than they need. */
export type Standing = 'top' | 'middle' | 'bottom'

/** How the rows of a table without lines are told apart. */
export interface RowHabits {
  roles: readonly ColumnRoleKey[]
  /** Columns whose cells may span rows; their words are placed later. */
  shared: ReadonlySet<number>
  numbered: boolean
  standing: Standing
  /** From the last line of a row to the first of the next, in points. */
  step: number
  /** From line to line within a cell, in points. */
  pitch: number
  /** Width of the longest line of each column, in points. */
  widths: readonly number[]
  /** Nearly every activity begins with a small letter. */
  smallLettered: boolean
  /** Lines of headings of stages that stand alone in a column, by the first. */
  lone: ReadonlyMap<Slot, number>
}

export interface Parting {
  score: number
  rows: PartedRow[]
}

/** Slots of a row of the table, of a heading across it, or of the headings of its columns. */
export interface PartedRow extends SlotRange {
  kind: 'row' | 'across' | 'header'
}

const MAX_ROW_SLOTS = 48
const EXACT = 1.2
/** Rows whose cells stand worse than this are not looked at for their words. */
const WORST_PLACES = -7
const HEADER_SCORE = 8
/** The rest of a row from the page before. */
const GOES_ON = -1.5
const MAX_HEADING_SLOTS = 3
/** How much the words of a row tell against the places where they stand. */
const WORDS = 0.5

/** Puts the slots of a page together into rows whose cells stand where their table places them and read as whole. */
export function partSlots(
  slots: readonly Slot[],
  headers: readonly SlotRange[],
  habits: RowHabits,
  memory: Map<string, number>,
  goesOn: boolean,
): Parting {
  const best = new Float64Array(slots.length + 1).fill(Number.NEGATIVE_INFINITY)
  const back = new Int32Array(slots.length + 1)
  best[0] = 0
  // What stands first on a page may go on from the page before.
  const starts = goesOn ? new Set([0, headers[0]?.from === 0 ? headers[0].to : 0]) : new Set<number>()
  for (let from = 0; from < slots.length; from += 1) {
    const reached = best[from] ?? Number.NEGATIVE_INFINITY
    if (reached === Number.NEGATIVE_INFINITY) continue
    for (let to = from + 1; to <= Math.min(slots.length, from + MAX_ROW_SLOTS); to += 1) {
      if (slots[to - 1]?.across === true && to > from + 1) break
      const whole = scoreRow(slots, { from, to }, headers, habits, memory)
      const rest = starts.has(from) && headers.every((header) => header.from >= to || header.to <= from)
      const own = rest ? Math.max(whole, GOES_ON) : whole
      const score = reached + own + scoreCut(slots, to, habits)
      if (score > (best[to] ?? Number.NEGATIVE_INFINITY)) {
        best[to] = score
        back[to] = from
      }
      if (slots[to - 1]?.across === true) break
    }
  }
  const rows: PartedRow[] = []
  for (let to = slots.length; to > 0; to = back[to] ?? 0) {
    const range = { from: back[to] ?? 0, to }
    rows.unshift({ ...range, kind: kindOf(slots, range, headers, habits) })
  }
  return { score: best[slots.length] ?? 0, rows }
}

function kindOf(
  slots: readonly Slot[],
  { from, to }: SlotRange,
  headers: readonly SlotRange[],
  { lone }: RowHabits,
): PartedRow['kind'] {
  if (headers.some((header) => header.from >= from && header.to <= to)) return 'header'
  return slots[from]?.across === true || isHeading(slots.slice(from, to), lone) ? 'across' : 'row'
}

/** What speaks against lines that name no column being of the headings: there are many, or they say when. */
function headerExcess(group: readonly Slot[], core: number, { roles }: RowHabits): number {
  const dates = group.filter((slot) => deadlineLikeness(slot.cells[roles.indexOf('deadline')] ?? '') > 0.7)
  return (group.length - core) * 0.7 + dates.length * 4
}

/** Words in one cell alone that begin as headings of sections do, in the middle of the table or where others begin. */
function isHeading(group: readonly Slot[], lone: ReadonlyMap<Slot, number>): boolean {
  const [first] = group
  const lines = first && lone.get(first)
  if (lines !== undefined) return group.length === lines
  if (group.length > MAX_HEADING_SLOTS) return false
  const filled = joinSlots(group).filter((cell) => cell !== '')
  const [text = ''] = filled
  if (filled.length === 2) return group.length === 1 && !isNumberMark(text) && NAMED_SECTION.test(text)
  if (filled.length !== 1) return false
  return (
    NAMED_SECTION.test(text) || (group[0]?.middle === true && judgeCell({ text, gapBefore: true }).section)
  )
}

/** How well a row ends before a slot: rows follow each other in one step, closer than that they do not stand. */
function scoreCut(slots: readonly Slot[], at: number, { step, pitch }: RowHabits): number {
  const [above, below] = [slots[at - 1], slots[at]]
  if (!above || !below) return 0
  if (below.ruled) return 4
  if (above.across || below.across) return 0
  const away = below.baseline - above.baseline - step
  // Rows that follow each other as lines do tell nothing.
  if (Math.abs(away) <= EXACT) return step > pitch * 1.1 ? 1.5 : 0
  return away > 0 ? 0.2 : -3
}

function scoreRow(
  slots: readonly Slot[],
  range: SlotRange,
  headers: readonly SlotRange[],
  habits: RowHabits,
  memory: Map<string, number>,
): number {
  const group = slots.slice(range.from, range.to)
  if (group[0]?.across === true) return 0
  const touched = headers.find((header) => header.from < range.to && header.to > range.from)
  if (touched && (touched.from < range.from || touched.to > range.to)) return Number.NEGATIVE_INFINITY
  const places = scorePlaces(group, habits)
  if (touched) {
    const early = habits.roles.reduce(
      (sum, _, column) => sum + countEarlyEnds(group, column, habits.widths[column] ?? 0),
      0,
    )
    return (
      HEADER_SCORE +
      Math.max(WORST_PLACES, places) -
      headerExcess(group, touched.to - touched.from, habits) -
      early
    )
  }
  if (isHeading(group, habits.lone)) return 1
  if (places < WORST_PLACES) return Number.NEGATIVE_INFINITY
  const key = `${range.from}:${range.to}:${habits.numbered}`
  const words = memory.get(key) ?? scoreWords(group, habits)
  memory.set(key, words)
  return places + words * WORDS
}

/** How far cells stand from where cells of a row stand: in the middle of its height, or at its top or bottom. */
function scorePlaces(group: readonly Slot[], { shared, standing, pitch, step }: RowHabits): number {
  const top = group[0]?.baseline ?? 0
  const bottom = group.at(-1)?.baseline ?? top
  let score = 0
  for (let column = 0; column < (group[0]?.cells.length ?? 0); column += 1) {
    if (shared.has(column)) continue
    const own = group.filter((slot) => (slot.cells[column] ?? '') !== '').map((slot) => slot.baseline)
    const [first, last] = [own[0], own.at(-1)]
    if (first === undefined || last === undefined) continue
    const away =
      standing === 'top'
        ? first - top
        : standing === 'bottom'
          ? bottom - last
          : Math.abs((first + last) / 2 - (top + bottom) / 2)
    if (away > EXACT) score -= 1 + Math.min(3, away / pitch)
    const holes = own.filter((baseline, index) => baseline - (own[index - 1] ?? baseline) > pitch * 1.75)
    score -= holes.length * 1.5
  }
  for (const [index, slot] of group.entries()) {
    const above = group[index - 1]
    if (!above) continue
    if (slot.ruled) score -= 6
    else if (slot.baseline - above.baseline > Math.max(pitch * 1.3, step * 1.1)) score -= 2
  }
  return score
}

function scoreWords(
  group: readonly Slot[],
  { roles, shared, numbered, widths, smallLettered }: RowHabits,
): number {
  let score = 0
  for (const [column, role] of roles.entries()) {
    if (shared.has(column)) continue
    const lines = group.map((slot) => slot.cells[column] ?? '').filter((cell) => cell !== '')
    const text = lines.join(SOFT_BREAK)
    if (role === 'number') {
      const marks = lines.filter(isNumberMark).length
      if (numbered) score += marks === 1 ? 6 : marks > 1 ? -30 : -6
      continue
    }
    score += scoreCell(judgeCell({ text, gapBefore: true }), role, lines.length, smallLettered)
    score -= countEarlyEnds(group, column, widths[column] ?? 0) * (role === 'activity' ? 2 : 1.2)
  }
  return score
}

/** Lines of a cell that end though the next word had room: there a paragraph ends, or a row. */
function countEarlyEnds(group: readonly Slot[], column: number, width: number): number {
  const filled = group.filter((slot) => (slot.cells[column] ?? '') !== '')
  return filled.filter((slot, index) => {
    const next = filled[index + 1]
    if (!next || LIST_ITEM.test(next.cells[column] ?? '')) return false
    const space = slot.height * 0.25
    return (slot.widths[column]?.line ?? 0) + space + (next.widths[column]?.word ?? 0) < width - 2
  }).length
}

const LIST_ITEM = /^\s*(?:\d[.)]|[а-я]\)|[-–—•·])\s*\S/u
const MISSING: Partial<Record<ColumnRoleKey, number>> = { activity: -8, deadline: -4, responsible: -1.5 }

function scoreCell(cell: JudgedCell, role: ColumnRoleKey, lines: number, smallLettered: boolean): number {
  if (lines === 0) return MISSING[role] ?? -0.3
  const free = role === 'deadline' || role === 'responsible'
  const lower = cell.lower
    ? role === 'activity'
      ? smallLettered
        ? 1.5
        : 4
      : free || smallLettered
        ? 0.5
        : 1
    : 0
  return Math.min(2.5, cell.fits[role]) - lower - (cell.open ? 2 : 0) - (cell.tail ? 3 : 0)
}
