import type { ColumnRoleKey } from '../../vocabulary/column-roles.ts'
import { makeRow, type NeutralRow, SOFT_BREAK } from '../neutral-document.ts'
import type { JudgedCell } from './judged-cell.ts'

/** How a run of cells was written, which tells what may follow what. */
interface StreamHabits {
  /** Every cell stands alone and empty cells stand too: rows have as many cells as the table has columns. */
  whole: boolean
  /** What it costs that a cell goes on in the next one: much where cells are known whole. */
  stay: number
  /** Cells are broken over lines where the column is narrow. */
  wrapped: boolean
  /** Every row has a number, and its stage is printed once for several rows; else numbers count the stages. */
  numbersRows: boolean
  /** How much blank lines tell of rows, from 0 to 1. */
  gaps: number
}

export type ObservedHabits = Omit<StreamHabits, 'numbersRows'>

export interface Placing {
  /** The better, the more the cells look like the columns they were given to. */
  score: number
  /** Index of the first cell that belongs to the table, and of the first after it. */
  from: number
  to: number
  rows: NeutralRow[]
}

const SKIP: Readonly<Record<ColumnRoleKey, number>> = {
  number: 2.5,
  stage: 0.4,
  activity: 4,
  deadline: 1.4,
  responsible: 1.4,
  documents: 0.9,
  result: 0.9,
  other: 0.8,
}

/**
 * Gives every cell of a run to the column it fits best, so that the whole reads as rows of the given columns from
 * left to right: the best path over cells and columns, found cell by cell. Beside the columns a cell may be the
 * heading of a section, or stand before or after the table.
 */
export function placeCells(
  cells: readonly JudgedCell[],
  roles: readonly ColumnRoleKey[],
  habits: ObservedHabits,
  headed: boolean,
): Placing {
  const ways = roles.includes('number') && roles.includes('stage') && !habits.whole ? [false, true] : [false]
  const [path] = ways
    .map((numbersRows) => new PathFinder(roles, { ...habits, numbersRows }, headed).find(cells))
    .toSorted((one, other) => other.score - one.score)
  if (!path) return { score: 0, from: cells.length, to: cells.length, rows: [] }
  return { ...path, rows: toRows(cells, path.states, roles.length, habits) }
}

/** States beside the columns: before the table, the heading of a section, after the table. */
const EXTRA_STATES = 3

class PathFinder {
  readonly #roles: readonly ColumnRoleKey[]
  readonly #habits: StreamHabits
  readonly #headed: boolean
  readonly #width: number
  readonly #skipped: readonly number[]

  constructor(roles: readonly ColumnRoleKey[], habits: StreamHabits, headed: boolean) {
    this.#roles = roles
    this.#habits = habits
    this.#headed = headed
    this.#width = roles.length
    const countsStages = roles.includes('number') && roles.includes('stage') && !habits.numbersRows
    const costs = roles.map((role) => {
      if (habits.whole) return 4
      if (role === 'stage' && habits.numbersRows) return 0.9
      return role === 'number' && countsStages ? 1 : SKIP[role]
    })
    this.#skipped = costs.reduce<number[]>((sums, cost) => [...sums, (sums.at(-1) ?? 0) + cost], [0])
  }

  find(cells: readonly JudgedCell[]): { score: number; from: number; to: number; states: number[] } {
    const width = this.#width
    const count = width + EXTRA_STATES
    const [before, section, after] = [width, width + 1, width + 2]
    let scores = new Float64Array(count).fill(Number.NEGATIVE_INFINITY)
    scores[before] = 0
    const back: Uint8Array[] = []
    for (const [index, cell] of cells.entries()) {
      const next = new Float64Array(count).fill(Number.NEGATIVE_INFINITY)
      const from = new Uint8Array(count)
      const reach = (state: number, previous: number, fresh: boolean, score: number) => {
        if (score <= (next[state] ?? 0)) return
        next[state] = score
        from[state] = previous * 2 + (fresh ? 1 : 0)
      }
      const above = cells[index - 1]
      for (let previous = 0; previous < count; previous += 1) {
        const reached = scores[previous] ?? Number.NEGATIVE_INFINITY
        if (reached === Number.NEGATIVE_INFINITY) continue
        if (previous === after) {
          reach(after, previous, false, reached - (cell.empty ? 0 : 0.6))
          continue
        }
        const ended = reached + (previous < width ? this.#endCost(previous) : 0)
        if (previous === before) reach(before, previous, false, reached - (this.#headed ? 6 : 0))
        else reach(after, previous, false, ended - (previous === section ? 9 : 3))
        reach(section, previous, true, ended + this.#sectionScore(cell, above, previous === section))
        for (let column = 0; column < width; column += 1) {
          const own = cell.fits[this.#roles[column] ?? 'other']
          reach(column, previous, true, ended + own + this.#beginCost(column, cell))
          if (previous < width && column >= previous)
            reach(column, previous, false, reached + own + this.#goOnCost(previous, column, cell, above))
        }
      }
      back.push(from)
      scores = next
    }
    for (let column = 0; column < width; column += 1)
      scores[column] = (scores[column] ?? 0) + this.#endCost(column)
    return this.#walkBack(back, scores)
  }

  /** What a row lacks at its end. */
  #endCost(column: number): number {
    return (this.#skipped[column + 1] ?? 0) - (this.#skipped[this.#width] ?? 0)
  }

  /** What a row lacks at its beginning, and how its first cell looks. */
  #beginCost(column: number, cell: JudgedCell): number {
    const lower = cell.lower && this.#roles[column] !== 'responsible' && this.#roles[column] !== 'deadline'
    const unnumbered =
      !this.#habits.numbersRows &&
      this.#roles[column] === 'stage' &&
      this.#roles.slice(0, column).includes('number')
    return (
      -(this.#skipped[column] ?? 0) -
      (unnumbered ? 4 : 0) -
      (lower ? (this.#habits.wrapped ? 2.5 : 1.2) : 0) -
      (cell.tail ? 3 : 0) +
      (cell.gapBefore ? 1 : -1) * this.#habits.gaps * (this.#habits.whole ? 2 : 0.7)
    )
  }

  #goOnCost(previous: number, column: number, cell: JudgedCell, above: JudgedCell | undefined): number {
    const { whole, stay, gaps } = this.#habits
    if (column > previous) {
      const abrupt = cell.lower && this.#roles[column] === 'activity' ? 1 : 0
      const skipped = (this.#skipped[column] ?? 0) - (this.#skipped[previous + 1] ?? 0)
      return -skipped - abrupt - this.#unstaged(previous, column) - (whole && cell.gapBefore ? 1.5 * gaps : 0)
    }
    if (this.#roles[column] === 'number') return -6
    if (cell.empty) return whole ? -3 : 0
    return this.#flow(cell, above, column) - stay - (cell.gapBefore ? 1.4 * gaps : 0)
  }

  /** A number and the stage it numbers are printed together, or both are left to the merged cell above. */
  #unstaged(previous: number, column: number): number {
    if (this.#habits.numbersRows) return 0
    const stage = this.#roles.indexOf('stage')
    return this.#roles[previous] === 'number' && stage > previous && stage < column ? 2.5 : 0
  }

  /** How naturally a line goes on in the cell of the line above; only the first line of a cell speaks for its column. */
  #flow(cell: JudgedCell, above: JudgedCell | undefined, column: number): number {
    const role = this.#roles[column] ?? 'other'
    const spoken = role === 'deadline' || role === 'responsible' ? Math.min(0, 0.5 - cell.fits[role]) : 0
    const ordinary = cell.deadline < 0.9 && cell.responsible < 0.8
    if (above?.open || cell.tail) return 2 + spoken
    if (cell.lower && ordinary && this.#habits.wrapped) return (above?.finished ? 0 : 1) + spoken
    if (cell.marked && role !== 'deadline') return Math.max(0.3, this.#habits.stay - 0.5)
    return spoken + (above?.finished || !this.#habits.wrapped ? -0.5 : 0)
  }

  #sectionScore(cell: JudgedCell, above: JudgedCell | undefined, again: boolean): number {
    if (cell.empty || cell.number) return -9
    if (again && !cell.gapBefore && (above?.open || (this.#habits.wrapped && cell.lower))) return 2
    const hasStages = this.#roles.includes('stage')
    const plain = cell.length < 160 && !cell.lower && cell.deadline < 0.9 && cell.responsible < 0.85
    const looks = cell.section ? 3 : plain && !cell.marked ? -1.5 : -5
    return looks - (hasStages ? 2.5 : 0) - (again ? 2 : 0) + (cell.gapBefore ? this.#habits.gaps * 0.7 : 0)
  }

  #walkBack(
    back: readonly Uint8Array[],
    scores: Float64Array,
  ): { score: number; from: number; to: number; states: number[] } {
    let state = scores.reduce((best, score, index) => (score > (scores[best] ?? 0) ? index : best), 0)
    const score = scores[state] ?? 0
    const states: number[] = Array.from({ length: back.length }, () => 0)
    for (let index = back.length - 1; index >= 0; index -= 1) {
      const link = back[index]?.[state] ?? 0
      states[index] = state * 2 + (link % 2)
      state = link >> 1
    }
    const outside = (place: number) => place >> 1 === this.#width || place >> 1 === this.#width + 2
    const from = states.findIndex((place) => !outside(place))
    const to = states.findLastIndex((place) => !outside(place)) + 1
    return { score, from: from < 0 ? states.length : from, to, states }
  }
}

function toRows(
  cells: readonly JudgedCell[],
  states: readonly number[],
  width: number,
  habits: { wrapped: boolean },
): NeutralRow[] {
  const rows: NeutralRow[] = []
  for (const [index, place] of states.entries()) {
    const cell = cells[index]
    const column = place >> 1
    if (!cell || column === width || column === width + 2) continue
    const last = rows.at(-1)
    const text = cell.text.trim() === '' ? '' : cell.text
    if (column === width + 1) rows.push({ cells: [text], gapBefore: true, spanning: true })
    else if (place % 2 === 1 || !last || last.spanning) {
      const fresh = Array.from({ length: width }, (_, at) => (at === column ? text : ''))
      rows.push({ ...makeRow(fresh, cell.gapBefore), begins: true })
    } else {
      const above = last.cells[column] ?? ''
      const between = habits.wrapped && !cell.marked ? SOFT_BREAK : '\n'
      last.cells[column] = above === '' ? text : `${above}${between}${text}`
    }
  }
  return rows
}
