import type { ColumnRoleKey } from '../../vocabulary/column-roles.ts'
import { SOFT_BREAK } from '../neutral-document.ts'
import { OFFICIAL_STAGE } from '../table/assign-roles.ts'
import type { ColumnLine } from './column-widths.ts'
import { beginScore, type FlowJudge, goOnScore, isLoud, lowerShare, MAX_CELL_LETTERS } from './flow-cells.ts'
import type { JudgedCell } from './judged-cell.ts'
import { roomCost, widestLine } from './line-room.ts'

/** What the lines of the columns are like; unknown at first, then told by a first reading. */
export interface LineHabits {
  widths: readonly (number | null)[]
  lower: readonly number[] | null
  smallLettered: boolean
  /** What it costs that a cell goes on: much where lines are whole paragraphs. */
  stay: number
  /** How much blank lines tell, from 0 to 1. */
  gaps: number
}

/** Some lines as one text, and how likely they are one. */
export interface ScoredCell {
  to: number
  text: string
  score: number
}

/** In longer tables cells are shorter. */
const LONG_TABLE = 600
const MAX_CELL_LINES = 24
const MAX_CELL_LINES_IN_LONG = 12
const MAX_SECTION_LINES = 4
/** Letters of a line that no column of a table is wide enough for. */
const WIDE_LINE = 62

/** What is known of lines before any was given to a column. */
export function firstHabits(cells: readonly JudgedCell[], columns: number): LineHabits {
  const words = cells.filter((cell) => !cell.number)
  const begun = words.filter((cell) => cell.lower).length
  const parted = cells.filter((cell) => cell.gapBefore).length / Math.max(1, cells.length)
  const wide = words.filter((cell) => cell.length > WIDE_LINE).length
  return {
    widths: Array.from({ length: columns }, () => null),
    lower: null,
    smallLettered: begun > words.length * 0.85,
    stay: wide > words.length * 0.03 ? 1.6 : 0,
    gaps: parted < 0.04 || parted > 0.85 ? 0 : 1,
  }
}

/** What the lines that were given to each column tell of it. */
export function observeLines(
  columns: readonly (readonly ColumnLine[])[],
): Pick<LineHabits, 'widths' | 'lower'> {
  return { widths: columns.map(widestLine), lower: columns.map(lowerShare) }
}

/** Judges runs of lines as cells of columns and as headings of sections; where cells stand apart, none goes over a blank line. */
export class CellScores {
  readonly #cells: readonly JudgedCell[]
  readonly #roles: readonly ColumnRoleKey[]
  readonly #habits: LineHabits
  readonly #judge: FlowJudge
  readonly #longest: number
  readonly #apart: boolean

  constructor(
    cells: readonly JudgedCell[],
    roles: readonly ColumnRoleKey[],
    habits: LineHabits,
    judge: FlowJudge,
    apart: boolean,
  ) {
    this.#apart = apart
    this.#cells = cells
    this.#roles = roles
    this.#habits = habits
    this.#judge = judge
    this.#longest = cells.length > LONG_TABLE ? MAX_CELL_LINES_IN_LONG : MAX_CELL_LINES
  }

  /** Every run of lines from `from` on that may be one cell of the column. */
  cellsFrom(from: number, column: number): ScoredCell[] {
    const first = this.#cells[from]
    const role = this.#roles[column] ?? 'other'
    if (!first || (role === 'number' && !first.number)) return []
    const found: ScoredCell[] = []
    const { lower, smallLettered, widths } = this.#habits
    let text = first.text
    let flow = beginScore(this.#weigh(first), role, lower?.[column] ?? null, smallLettered, '')
    for (let to = from + 1; to <= Math.min(this.#cells.length, from + this.#longest); to += 1) {
      if (to > from + 1) {
        const line = this.#cells[to - 1]
        if (!line || role === 'number' || line.number || (this.#apart && line.gapBefore)) break
        flow += goOnScore(this.#weigh(line), role, text, this.#judge)
        if (!line.marked)
          flow -=
            roomCost(widths[column] ?? null, this.#cells[to - 2]?.text ?? '', line.text) +
            (line.lower && role !== 'responsible' ? this.#habits.stay / 3 : this.#habits.stay)
        text = `${text}${SOFT_BREAK}${line.text}`
        if (text.length > MAX_CELL_LETTERS) break
      }
      found.push({ to, text, score: flow + this.#judge.fit(role, text) - unnamedStage(role, first, text) })
    }
    return found
  }

  /** Every run of lines from `from` on that may be the heading of a section. */
  sectionsFrom(from: number): ScoredCell[] {
    const first = this.#cells[from]
    if (!first || first.number) return []
    const found: ScoredCell[] = []
    let text = ''
    for (let to = from + 1; to <= Math.min(this.#cells.length, from + MAX_SECTION_LINES); to += 1) {
      const line = this.#cells[to - 1]
      const later = to > from + 1
      if (!line || (later && ((line.gapBefore && this.#habits.gaps > 0) || line.number || line.section)))
        break
      text = text === '' ? line.text : `${text} ${line.text}`
      if (text.length > 200) break
      const goesOn = line.lower || (this.#cells[to - 2]?.text ?? '').endsWith('«')
      const flow = !later ? 0 : goesOn ? 0.5 : isLoud(text) ? 0 : -2.5
      found.push({ to, text, score: this.#sectionScore(first, text) + flow })
    }
    return found
  }

  #weigh(cell: JudgedCell): JudgedCell {
    return { ...cell, gapBefore: cell.gapBefore && this.#habits.gaps > 0 }
  }

  #sectionScore(cell: JudgedCell, text: string): number {
    const looks = cell.section && (this.#habits.smallLettered || !cell.lower) ? 3.5 : isLoud(text) ? 1.5 : -5
    return looks - (this.#roles.includes('stage') ? 3 : 0) + (cell.gapBefore ? 0.4 : 0)
  }
}

function unnamedStage(role: ColumnRoleKey, first: JudgedCell, text: string): number {
  if (role !== 'stage' || first.section || OFFICIAL_STAGE.test(text)) return 0
  return text.toLowerCase().endsWith('этап') ? 0 : 1
}
