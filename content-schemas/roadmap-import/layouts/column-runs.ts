import type { ColumnRoleKey } from '../../vocabulary/column-roles.ts'
import { makeRow, type NeutralRow } from '../neutral-document.ts'
import { CellScores, firstHabits, type LineHabits, observeLines, type ScoredCell } from './cell-scores.ts'
import { type FlowJudge, isSignature } from './flow-cells.ts'
import type { FlowLine } from './flow-lines.ts'
import type { JudgedCell } from './judged-cell.ts'
import { MISSING } from './row-costs.ts'
import { followScore } from './row-numbers.ts'

const ROUNDS = 2
const MAX_ROWS = 40
/** More lines than these are of no single page, or would take too long. */
const MAX_PAGE_LINES = 300
/** How much farther from the likely number of rows is looked for a better one. */
const PATIENCE = 2
const OUTSIDE_COST = 3
const LEAST_SCORE = -8
/** A column that begins right under its heading. */
const UNDER_HEADING = 3
/** A cell that begins where no blank line stands, though blank lines part the cells. */
const TORN = 6

/** A line of the body; `headed` when a heading was printed right above it. */
export interface RunLine extends FlowLine {
  headed: boolean
}

/** One cell of a column, a heading of a section before a row, or (column −1) a line that is none of the table's. */
interface Piece {
  column: number
  row: number
  from: number
  to: number
  text: string
  section: boolean
}

interface PageReading {
  score: number
  rows: number
  pieces: Piece[]
}

export interface RunsReading {
  score: number
  rows: NeutralRow[]
  /** Words among the cells that are none of them, and words after the last one. */
  among: string[]
  after: string[]
}

/**
 * Reads pages that were taken off column by column, from left to right: every column has as many cells on a page as the
 * others, and of all such partings the likeliest is taken.
 */
export function alignColumnRuns(
  lines: readonly RunLine[],
  roles: readonly ColumnRoleKey[],
  judge: FlowJudge,
  parted: boolean,
): RunsReading | null {
  const cells = lines.map((line) => judge.judge(line.text, line.first))
  const starts = lines.flatMap((line, index) =>
    index === 0 || line.page !== lines[index - 1]?.page ? [index] : [],
  )
  let habits: LineHabits = { ...firstHabits(cells, roles.length), gaps: parted ? 1 : 0 }
  let pages: PageReading[] = []
  for (let round = 0; round <= ROUNDS; round += 1) {
    const before = pages
    pages = []
    for (const [at, from] of starts.entries()) {
      const to = starts[at + 1] ?? lines.length
      if (to - from > MAX_PAGE_LINES) return null
      const page = new PageRuns(cells.slice(from, to), lines.slice(from, to), {
        roles,
        habits,
        judge,
        parted,
      }).read(before[at]?.rows ?? null)
      if (!page) return null
      pages.push(page)
    }
    habits = { ...habits, ...observe(pages, starts, cells, roles.length) }
  }
  return {
    score: pages.reduce((sum, { score }) => sum + score, 0),
    ...collect(pages, roles.length),
  }
}

function observe(
  pages: readonly PageReading[],
  starts: readonly number[],
  cells: readonly JudgedCell[],
  columns: number,
): Pick<LineHabits, 'widths' | 'lower'> {
  return observeLines(
    Array.from({ length: columns }, (_, column) =>
      pages.flatMap(({ pieces }, page) =>
        pieces
          .filter((piece) => piece.column === column && !piece.section)
          .flatMap(({ from, to }) =>
            cells
              .slice((starts[page] ?? 0) + from, (starts[page] ?? 0) + to)
              .map(({ text }, index) => ({ text, begins: index === 0 })),
          ),
      ),
    ),
  )
}

function collect(pages: readonly PageReading[], width: number): Omit<RunsReading, 'score'> {
  const rows: NeutralRow[] = []
  const among: string[] = []
  const after: string[] = []
  for (const page of pages) {
    for (let at = 0; at <= page.rows; at += 1) {
      const own = page.pieces.filter(({ row }) => row === at)
      for (const { text } of own.filter(({ section }) => section))
        rows.push({ cells: [text], gapBefore: true, spanning: true })
      if (at === page.rows) continue
      const row = Array.from(
        { length: width },
        (_, column) => own.find((piece) => piece.column === column && !piece.section)?.text ?? '',
      )
      rows.push({ ...makeRow(row, true), begins: true })
    }
    for (const { column, text } of page.pieces) {
      if (column < 0) after.push(text)
      else among.push(...after.splice(0))
    }
  }
  return { rows, among, after }
}

/** Lines that hardly make one cell are not even tried. */
function isPossible({ score }: ScoredCell): boolean {
  return score > LEAST_SCORE
}

/** How a state of a page was reached. */
interface Step {
  score: number
  above: Step | null
  piece: Piece | null
}

/** The partings of one page into runs of columns. */
class PageRuns {
  readonly #lines: readonly RunLine[]
  readonly #cells: readonly JudgedCell[]
  readonly #roles: readonly ColumnRoleKey[]
  readonly #parted: boolean
  readonly #found: (readonly ScoredCell[])[][]
  readonly #sections: (readonly ScoredCell[])[]
  readonly #outsideScores: readonly number[]

  constructor(
    cells: readonly JudgedCell[],
    lines: readonly RunLine[],
    {
      roles,
      habits,
      judge,
      parted,
    }: { roles: readonly ColumnRoleKey[]; habits: LineHabits; judge: FlowJudge; parted: boolean },
  ) {
    const scores = new CellScores(cells, roles, habits, judge, parted)
    this.#lines = lines
    this.#cells = cells
    this.#roles = roles
    this.#parted = parted
    this.#found = roles.map((_, column) =>
      cells.map((_cell, from) => scores.cellsFrom(from, column).filter(isPossible)),
    )
    this.#sections = cells.map((_, from) => scores.sectionsFrom(from).filter(isPossible))
    this.#outsideScores = cells.map(({ text }) => (isSignature(text) ? 0 : -OUTSIDE_COST))
  }

  /** The likeliest reading; of `known` rows where an earlier reading told their number. */
  read(known: number | null): PageReading | null {
    let best: PageReading | null = null
    const likely = known ?? this.#likelyCount()
    const patience = known === null ? PATIENCE : 0
    for (const count of this.#countsAround(likely)) {
      if (best && Math.abs(count - likely) > Math.abs(best.rows - likely) + patience) break
      const last = this.#search(count)
      if (!last || (best && last.score <= best.score)) continue
      const pieces: Piece[] = []
      for (let step: Step | null = last; step; step = step.above) if (step.piece) pieces.push(step.piece)
      best = { score: last.score, rows: count, pieces: pieces.toReversed() }
    }
    return best
  }

  /** How many rows the page has by its numbers, or by its deadlines. */
  #likelyCount(): number {
    const numbers = this.#roles.includes('number') ? this.#cells.filter(({ number }) => number).length : 0
    const dated = this.#cells.filter(({ deadline }) => deadline > 0.99).length
    return Math.min(MAX_ROWS, Math.max(1, numbers >= 2 ? numbers : dated))
  }

  /** Numbers of rows, the likely one first. */
  #countsAround(likely: number): number[] {
    return Array.from({ length: Math.min(MAX_ROWS, this.#cells.length) }, (_, index) => index + 1).toSorted(
      (one, other) => Math.abs(one - likely) - Math.abs(other - likely),
    )
  }

  #search(count: number): Step | null {
    let open: (Step | undefined)[] = []
    open[0] = { score: 0, above: null, piece: null }
    for (let column = 0; column < this.#roles.length; column += 1) open = this.#runColumn(column, count, open)
    for (let at = 0; at < this.#cells.length; at += 1) {
      const step = open[at]
      if (step) reach(open, at + 1, step, this.#outsideScores[at] ?? 0, () => this.#outside(at, count))
    }
    return open[this.#cells.length] ?? null
  }

  /** The likeliest ways to end a column at every line, with all of its rows. */
  #runColumn(column: number, count: number, open: readonly (Step | undefined)[]): (Step | undefined)[] {
    const role = this.#roles[column] ?? 'other'
    let states: (Step | undefined)[] = open.map((step, at) =>
      step && this.#lines[at]?.headed && at > 0 ? { ...step, score: step.score + UNDER_HEADING } : step,
    )
    for (let row = 0; row <= count; row += 1) {
      const next: (Step | undefined)[] = []
      for (let at = 0; at <= this.#cells.length; at += 1) {
        const step = states[at]
        if (!step) continue
        if (at < this.#cells.length)
          reach(states, at + 1, step, this.#outsideScores[at] ?? 0, () => this.#outside(at, row))
        for (const { to, text, score } of this.#sections[at] ?? [])
          reach(states, to, step, score, () => ({ column, row, from: at, to, text, section: true }))
        if (row === count) continue
        reach(next, at, step, -MISSING[role], () => null)
        const torn = this.#parted && !this.#cells[at]?.gapBefore ? TORN : 0
        for (const { to, text, score } of this.#found[column]?.[at] ?? []) {
          if (this.#crossesHeading(at, to)) break
          const follow = role === 'number' ? followScore(this.#cells[at - 1]?.text ?? '', text) : 0
          reach(next, to, step, score + follow - torn, () => ({
            column,
            row,
            from: at,
            to,
            text,
            section: false,
          }))
        }
      }
      if (row === count) return states
      states = next
    }
    return states
  }

  #outside(at: number, row: number): Piece {
    return { column: -1, row, from: at, to: at + 1, text: this.#cells[at]?.text ?? '', section: false }
  }

  #crossesHeading(from: number, to: number): boolean {
    for (let at = from + 1; at < to; at += 1) if (this.#lines[at]?.headed) return true
    return false
  }
}

/** Takes the way to a line when it is the likeliest so far; what it adds is made only then. */
function reach(
  states: (Step | undefined)[],
  at: number,
  above: Step,
  gain: number,
  makePiece: () => Piece | null,
): void {
  const score = above.score + gain
  const known = states[at]
  if (!known || score > known.score) states[at] = { score, above, piece: makePiece() }
}
