import type { ColumnRoleKey } from '../../vocabulary/column-roles.ts'
import { SOFT_BREAK } from '../neutral-document.ts'
import { OFFICIAL_STAGE } from '../table/assign-roles.ts'
import { beginScore, type FlowHabits, type FlowJudge, goOnScore, isLoud, isSignature } from './flow-cells.ts'
import type { FlowLine } from './flow-lines.ts'
import { type FlowPath, OUTSIDE, prune, SECTION } from './flow-path.ts'
import type { JudgedCell } from './judged-cell.ts'
import { MISSING } from './row-costs.ts'
import { countNumbers, followScore, rankNumbers, styleOf, usualStyle } from './row-numbers.ts'
import { countBits, hasBit, setBit } from './row-bits.ts'
import { splitTouching } from './split-touching.ts'

/** How much of the cost of parting a line is charged. */
const SPLIT = 0.8
/** A cell of the stage column that does not read as a stage. */
const UNNAMED_STAGE = 0.8
/** A column more in one flow: most flows are of one column. */
const WIDEN = 1.6
/** Cells of another column in the same flow. */
const SWITCH = 0.2
/** A flow that begins away from where the one before ended. */
const JUMP = 0.5
/** A row under the heading of a section that stands above it. */
const BEFORE_SECTION = 1.2
/** A cell above one of its column that was printed before it. */
const BACK = 2
/** Which share of what a row lacks is charged before its page ends. */
const UNFILLED = 0.6
/** Rows of a page that are told apart. */
const MAX_ROWS = 50
/** One row more than the page has numbers. */
const BEYOND_NUMBERS = 4.5
/** Words within the table that are none of its own. */
const OUTSIDE_COST = 2.4
/** Words that go on in a cell beside the one before. */
const BESIDE = 0.8
/** Words that go on in a cell of a flow before. */
const FAR_BESIDE = 3.5
/** A cell that ends or begins where no blank line stands, though blank lines part the cells. */
const TORN = 6

/** A line as a cell, or a part of one, of a column. */
interface CellPlace {
  cell: JudgedCell
  line: number
  column: number
  role: ColumnRoleKey
}

/** The ways in which lines may be given to the cells of one table, each with how likely it is. */
export class FlowSearch {
  page = 0
  readonly #expected: readonly number[]
  readonly #style: string
  /** Rows of numbers on their pages, by their lines. */
  readonly #ranks: ReadonlyMap<number, number>
  readonly #roles: readonly ColumnRoleKey[]
  readonly #habits: FlowHabits
  readonly #judge: FlowJudge

  constructor(
    lines: readonly FlowLine[],
    roles: readonly ColumnRoleKey[],
    habits: FlowHabits,
    judge: FlowJudge,
  ) {
    this.#expected = habits.staged ? [] : countNumbers(lines, roles)
    this.#style = usualStyle(lines)
    this.#ranks = habits.staged || this.#expected.length === 0 ? new Map() : rankNumbers(lines)
    this.#roles = roles
    this.#habits = habits
    this.#judge = judge
  }

  /** What columns lack on a page is missing; only in its last row cells may go on over the page's end. */
  endPage(path: FlowPath): FlowPath {
    let { score } = path
    const count = Math.max(path.lowest - path.base + 1, this.#expected[this.page] ?? 0)
    for (const [column, filled] of path.filled.entries()) {
      if (this.#isShared(this.#roles[column] ?? 'other')) continue
      score += this.#gaps(column, filled) - (count - countBits(filled)) * this.#missing(column)
    }
    return {
      ...path,
      score,
      texts: path.texts.map((text, column) => (path.rows[column] === path.lowest ? text : '')),
      filled: path.filled.map(() => 0),
      row: path.lowest,
      base: path.lowest + 1,
    }
  }

  /** Every way in which a line goes on from the ways before it, whole or parted where columns touch. */
  takeLine(paths: readonly FlowPath[], line: FlowLine, index: number, width: number): FlowPath[] {
    const whole = this.#judge.judge(line.text, line.first)
    const reached = paths.flatMap((path) => this.#place(path, whole, index, false))
    for (const { left, right, cost } of this.#habits.parted ? [] : splitTouching(line.text)) {
      const halfway = prune(
        paths.flatMap((path) => this.#place(path, this.#judge.judge(left, line.first), index, true)),
        width >> 2,
      )
      for (const half of halfway) {
        const loose = this.#habits.widths?.slack(half.column, left) ?? 0
        for (const path of this.#place(half, this.#judge.judge(right, false), index, true))
          if (path.column !== half.column) reached.push({ ...path, score: path.score - cost * SPLIT - loose })
      }
    }
    return prune(reached, width)
  }

  #place(path: FlowPath, cell: JudgedCell, line: number, part: boolean): FlowPath[] {
    const ways: FlowPath[] = []
    if (!part) this.#placeBeside(path, cell, line, ways)
    for (const [column, role] of this.#roles.entries()) {
      this.#begin(path, { cell, line, column, role }, ways)
      this.#goOn(path, { cell, line, column, role }, ways)
    }
    return ways
  }

  #placeBeside(path: FlowPath, cell: JudgedCell, line: number, ways: FlowPath[]): void {
    const inTable = path.texts.some((text) => text !== '')
    const again = path.column === OUTSIDE && !cell.gapBefore
    const signed = isSignature(cell.text) ? 3 : 0
    const cost = inTable ? (again ? 1.4 : OUTSIDE_COST) - signed : 0.5
    ways.push(this.#step(path, OUTSIDE, path.row, !again, cell, line, -cost))
    if (cell.number || cell.length > 200) return
    if (path.column === SECTION && !cell.gapBefore && (cell.lower || isLoud(cell.text)))
      ways.push(this.#step(path, SECTION, path.row, false, cell, line, cell.lower ? 1 : 0.5))
    const looks =
      cell.section && (!cell.lower || this.#habits.smallLettered) && cell.deadline < 0.9
        ? 3.5
        : isLoud(cell.text)
          ? 1.5
          : -6
    ways.push(
      this.#step(path, SECTION, path.row, true, cell, line, looks - (this.#roles.includes('stage') ? 3 : 0)),
    )
  }

  #begin(path: FlowPath, { cell, line, column, role }: CellPlace, ways: FlowPath[]): void {
    const own = this.#judge.fit(role, cell.text)
    if (own < -5) return
    const above = path.texts[column] ?? ''
    const begins =
      own +
      (role === 'number'
        ? followScore(above, cell.text) - (styleOf(cell.text) === this.#style ? 0 : 3)
        : beginScore(
            cell,
            role,
            this.#habits.lower?.[column] ?? null,
            this.#habits.smallLettered,
            lastLine(above),
          ))
    const torn = this.#habits.parted && !cell.gapBefore && path.column >= 0 ? TORN : 0
    const score =
      begins -
      torn -
      (role === 'stage' ? this.#unnamed(path, cell, above) : 0) -
      this.#excess(column, cell) +
      this.#habits.follows(path.column, column, cell.gapBefore)
    const most = path.base + (this.#expected[this.page] ?? 999)
    for (const row of this.#rowsFor(path, column, role, line)) {
      const beyond = row > path.lowest && row >= most ? BEYOND_NUMBERS : 0
      const back = row < (path.rows[column] ?? -1) && role !== 'number' ? BACK : 0
      ways.push(
        this.#step(
          path,
          column,
          row,
          true,
          cell,
          line,
          score - beyond - back - this.#away(path, column, row, role),
        ),
      )
    }
  }

  /** Rows that still lack the column: near the cell before, the first ones, and a new one. */
  #rowsFor(path: FlowPath, column: number, role: ColumnRoleKey, line: number): Set<number> {
    const ranked = role === 'number' ? this.#ranks.get(line) : undefined
    if (ranked !== undefined) return new Set([path.base + ranked])
    const filled = path.filled[column] ?? 0
    const free = (row: number) =>
      row >= path.base && row - path.base < MAX_ROWS && !hasBit(filled, row - path.base)
    let first = path.base
    while (!free(first) && first - path.base < MAX_ROWS) first += 1
    const below = (path.rows[column] ?? -1) + 1
    return new Set(
      [first, below, path.row, path.row + 1, path.lowest + 1].filter(
        (row) => free(row) && row <= path.lowest + 1,
      ),
    )
  }

  #goOn(path: FlowPath, { cell, line, column, role }: CellPlace, ways: FlowPath[]): void {
    const above = path.texts[column] ?? ''
    if (above === '' || role === 'number' || cell.number) return
    const touched = (path.touched >> column) % 2 !== 0
    const away = path.column === column ? 0 : this.#habits.parted ? TORN : touched ? BESIDE : FAR_BESIDE
    const joined = this.#habits.parted && cell.gapBefore ? 2 : 0
    const row = path.rows[column] ?? 0
    const late = row < path.floor - 1 ? 3 : row < path.floor ? 1 : 0
    const flow =
      goOnScore(cell, role, above, this.#judge) -
      this.#excess(column, cell) -
      (cell.marked ? 0 : (this.#habits.widths?.room(column, lastLine(above), cell.text) ?? 0))
    const gain = this.#judge.fit(role, `${above}${SOFT_BREAK}${cell.text}`) - this.#judge.fit(role, above)
    ways.push(this.#step(path, column, row, false, cell, line, flow + gain - away - joined - late))
  }

  #step(
    path: FlowPath,
    column: number,
    row: number,
    begins: boolean,
    cell: JudgedCell,
    line: number,
    score: number,
  ): FlowPath {
    const last = { above: path.last, column, row, begins, text: cell.text, line }
    if (column < 0) return { ...path, score: path.score + score, column, last }
    const above = path.texts[column] ?? ''
    const was = path.filled[column] ?? 0
    const now = begins && row >= path.base ? setBit(was, row - path.base) : was
    const shared = this.#isShared(this.#roles[column] ?? 'other')
    return {
      score: path.score + score + (shared ? 0 : this.#gaps(column, was) - this.#gaps(column, now)),
      rows: path.rows.with(column, row),
      texts: path.texts.with(column, begins ? cell.text : `${above}${SOFT_BREAK}${cell.text}`),
      filled: path.filled.with(column, now),
      touched: path.touched | (1 << column),
      column,
      row,
      floor: Math.max(path.floor, row),
      lowest: Math.max(path.lowest, row),
      base: path.base,
      last,
    }
  }

  /** What it costs for the time being that rows above others lack the column. */
  #gaps(column: number, filled: number): number {
    return (Math.floor(Math.log2(filled + 0.5)) + 1 - countBits(filled)) * this.#missing(column) * UNFILLED
  }

  /** How far a new cell is from the one before: in its row, the first of the next row, or under it. */
  #away(path: FlowPath, column: number, row: number, role: ColumnRoleKey): number {
    const fresh = path.touched !== 0 && !hasBit(path.touched, column) ? WIDEN : 0
    if (path.column < 0)
      return row < path.floor ? 3 : path.column === SECTION && row <= path.lowest ? BEFORE_SECTION : 0
    if (row < path.floor) return fresh + 4
    const gap = path.touched === 0
    if (column === path.column && row === path.row + 1) return gap ? JUMP : 0
    const change = fresh + (gap ? 0 : SWITCH)
    if (row === path.row) return change + (column > path.column ? 0 : 0.3)
    if (row === path.row + 1) return change + 0.1 + (column > path.column ? 0.4 : 0)
    if (this.#isShared(role)) return change + 0.5
    return change + Math.min(1.5, JUMP + Math.abs(row - path.row) * 0.1) + (gap ? 0 : 1)
  }

  /** What it costs that a cell of the stage column does not read as the name of a stage. */
  #unnamed(path: FlowPath, cell: JudgedCell, above: string): number {
    if (cell.section || OFFICIAL_STAGE.test(cell.text) || cell.text.toLowerCase().endsWith('этап')) return 0
    if (cell.text === above) return -1
    return this.#habits.staged && this.#roles[path.column] === 'number' ? 0 : UNNAMED_STAGE
  }

  #excess(column: number, cell: JudgedCell): number {
    return this.#habits.widths?.excess(column, cell.text) ?? 0
  }

  #missing(column: number): number {
    return MISSING[this.#roles[column] ?? 'other']
  }

  /** Printed once for all rows of a stage. */
  #isShared(role: ColumnRoleKey): boolean {
    return role === 'stage' || (role === 'number' && this.#habits.staged)
  }
}

function lastLine(text: string): string {
  return text.slice(text.lastIndexOf(SOFT_BREAK) + 1)
}
