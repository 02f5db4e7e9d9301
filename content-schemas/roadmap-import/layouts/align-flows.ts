import type { ColumnRoleKey } from '../../vocabulary/column-roles.ts'
import { SOFT_BREAK } from '../neutral-document.ts'
import { beginScore, type FlowHabits, type FlowJudge, goOnScore, isLoud } from './flow-cells.ts'
import type { FlowLine } from './flow-lines.ts'
import { OFFICIAL_STAGE } from '../table/assign-roles.ts'
import { type FlowPath, type FlowStep, OUTSIDE, prune, SECTION, stepsOf } from './flow-path.ts'
import type { JudgedCell } from './judged-cell.ts'
import { countNumbers, followScore, styleOf, usualStyle } from './row-numbers.ts'
import { splitTouching } from './split-touching.ts'

/** How many cells of a column may be empty one after another. */
const FURTHEST = 3
/** How much of the cost of parting a line is charged. */
const SPLIT = 0.6
/** A cell of the stage column that does not read as a stage. */
const UNNAMED_STAGE = 1.5
/** Cells of several columns in one flow. */
const SWITCH = 0.3
/** A flow that begins away from where the one before ended. */
const JUMP = 0.5
/** A row under the heading of a section that stands above it. */
const BEFORE_SECTION = 1.2
/** One row more than the page has numbers. */
const BEYOND_NUMBERS = 4.5
/** Words within the table that are none of its own. */
const OUTSIDE_COST = 1.9
/** Words that go on in a cell beside the one before. */
const BESIDE = 0.8
/** A cell that ends or begins where no blank line stands, though blank lines part the cells. */
const TORN = 6

/** What a row without a cell of the role lacks. */
const MISSING: Readonly<Record<ColumnRoleKey, number>> = {
  number: 4,
  stage: 0,
  activity: 4,
  deadline: 2.2,
  responsible: 2,
  documents: 1,
  result: 1,
  other: 1,
}

export interface Alignment {
  score: number
  steps: FlowStep[]
  rows: number
}

/**
 * Gives the lines of flows to the cells of rows. What is certain of a page bounds what may follow what: cells of a
 * column come from the top down, and so do the lines of one flow; a page is read to its end before the next. Within
 * these bounds the likeliest way is searched for: cells that look like their column, begin and go on like cells, and
 * leave no gaps in their rows.
 */
export function alignFlows(
  lines: readonly FlowLine[],
  roles: readonly ColumnRoleKey[],
  habits: FlowHabits,
  judge: FlowJudge,
  width: number,
): Alignment {
  const search = new FlowSearch(lines, roles, habits, judge)
  let paths: FlowPath[] = [search.start()]
  for (const [index, line] of lines.entries()) {
    const above = lines[index - 1]
    search.page = line.page
    if (above && above.page !== line.page) paths = paths.map((path) => search.endPage(path))
    if (line.first) paths = paths.map((path) => search.endFlow(path))
    const reached = prune(
      paths.flatMap((path) => search.place(path, judge.judge(line.text, line.first), index)),
      width,
    )
    for (const { left, right, cost } of habits.parted ? [] : splitTouching(line.text)) {
      const halfway = prune(
        paths.flatMap((path) => search.place(path, judge.judge(left, line.first), index, true)),
        width >> 1,
      )
      for (const half of halfway) {
        for (const path of search.place(half, judge.judge(right, false), index, true))
          if (path.column !== half.column) reached.push({ ...path, score: path.score - cost * SPLIT })
      }
    }
    paths = prune(reached, width)
  }
  const ended = paths.map((path) => search.endPage(path))
  const best = ended.reduce(
    (most, path) => (path.score > most.score ? path : most),
    ended[0] ?? search.start(),
  )
  return { score: best.score, steps: stepsOf(best), rows: best.lowest + 1 }
}

class FlowSearch {
  page = 0
  readonly #expected: readonly number[]
  readonly #style: string
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
    this.#roles = roles
    this.#habits = habits
    this.#judge = judge
  }

  start(): FlowPath {
    return {
      score: 0,
      rows: this.#roles.map(() => -1),
      texts: this.#roles.map(() => ''),
      touched: 0,
      column: OUTSIDE,
      row: -1,
      floor: -1,
      lowest: -1,
      base: -1,
      last: null,
    }
  }

  /** All columns have come to the lowest row; what they lack on the way is missing. */
  endPage(path: FlowPath): FlowPath {
    let { score } = path
    const rows = path.rows.map((row, column) => {
      score -= this.#skip(column, path.lowest - row)
      return path.lowest
    })
    const texts = path.texts.map((text, column) => (path.rows[column] === path.lowest ? text : ''))
    return { ...path, score, rows, texts, floor: -1, touched: ~0, base: path.lowest }
  }

  endFlow(path: FlowPath): FlowPath {
    return { ...path, floor: -1, touched: path.touched === ~0 ? ~0 : 0 }
  }

  /** Every way in which the words go on from a path. */
  place(path: FlowPath, cell: JudgedCell, line: number, part = false): FlowPath[] {
    const ways: FlowPath[] = []
    if (!part) this.#placeBeside(path, cell, line, ways)
    for (const [column, role] of this.#roles.entries()) {
      this.#begin(path, cell, line, column, role, ways)
      this.#goOn(path, cell, line, column, role, ways)
    }
    return ways
  }

  #placeBeside(path: FlowPath, cell: JudgedCell, line: number, ways: FlowPath[]): void {
    const inTable = path.lowest >= 0
    const again = path.column === OUTSIDE && !cell.gapBefore
    const signed = SIGNATURE.test(cell.text) ? 3 : 0
    ways.push(
      this.#step(
        path,
        OUTSIDE,
        path.row,
        !again,
        cell,
        line,
        inTable ? (again ? -1.2 : -OUTSIDE_COST) + signed : -0.5,
      ),
    )
    if (cell.number || cell.length > 200) return
    if (path.column === SECTION && !cell.gapBefore && (cell.lower || isLoud(cell.text))) {
      ways.push(this.#step(path, SECTION, path.row, false, cell, line, cell.lower ? 1 : 0.5))
    }
    const looks =
      cell.section && (!cell.lower || this.#habits.smallLettered) ? 3.5 : isLoud(cell.text) ? 1.5 : -6
    ways.push(
      this.#step(path, SECTION, path.row, true, cell, line, looks - (this.#roles.includes('stage') ? 3 : 0)),
    )
  }

  #begin(
    path: FlowPath,
    cell: JudgedCell,
    line: number,
    column: number,
    role: ColumnRoleKey,
    ways: FlowPath[],
  ): void {
    const own = this.#judge.fit(role, cell.text)
    if (own < -5) return
    const above = path.texts[column] ?? ''
    const begins =
      own -
      (role !== 'stage'
        ? 0
        : this.#habits.staged && this.#roles[path.column] === 'number'
          ? -1
          : cell.text.toLowerCase().endsWith('этап')
            ? -1.5
            : cell.section || OFFICIAL_STAGE.test(cell.text)
              ? 0
              : UNNAMED_STAGE) +
      this.#follow(path.column, column, cell.gapBefore) +
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
    const least = (path.rows[column] ?? -1) + 1
    const rows = new Set(
      [least, path.row, path.row + 1, path.floor, path.floor + 1, path.lowest + 1].filter(
        (row) => row >= least && row <= path.lowest + 1 && (row - least <= FURTHEST || this.#isShared(role)),
      ),
    )
    for (const row of rows) {
      const score = begins - this.#skip(column, row - least) - this.#away(path, column, row, cell.gapBefore)
      const beyond =
        row > path.lowest && row - path.base > (this.#expected[this.page] ?? 999) ? BEYOND_NUMBERS : 0
      ways.push(this.#step(path, column, row, true, cell, line, score - beyond - torn))
    }
  }

  #goOn(
    path: FlowPath,
    cell: JudgedCell,
    line: number,
    column: number,
    role: ColumnRoleKey,
    ways: FlowPath[],
  ): void {
    const above = path.texts[column] ?? ''
    if (above === '' || role === 'number' || cell.number) return
    const touched = (path.touched >> column) % 2 !== 0 && path.touched !== 0
    const away = path.column === column ? 0 : this.#habits.parted ? TORN : touched ? BESIDE : 3
    const joined = this.#habits.parted && cell.gapBefore ? 2 : 0
    const row = path.rows[column] ?? 0
    if (row < path.floor - 1) return
    const late = row < path.floor ? 2 : 0
    const flow = goOnScore(cell, role, above, this.#habits.widths[column] ?? null, this.#judge)
    const gain = this.#judge.fit(role, `${above}${SOFT_BREAK}${cell.text}`) - this.#judge.fit(role, above)
    ways.push(this.#step(path, column, row, false, cell, line, flow + gain - away - late - joined))
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
    return {
      score: path.score + score,
      rows: path.rows.with(column, row),
      texts: path.texts.with(column, begins ? cell.text : `${above}${SOFT_BREAK}${cell.text}`),
      touched: (path.touched === ~0 ? 0 : path.touched) | (1 << column),
      column,
      row,
      floor: Math.max(path.floor, row),
      lowest: Math.max(path.lowest, row),
      base: path.base,
      last,
    }
  }

  /** How usual it is in this document that a cell of a column comes after one of another. */
  #follow(above: number, column: number, gap: boolean): number {
    return this.#habits.follows?.(above, column, gap) ?? 0
  }

  /** What it costs to leave cells of a column empty. */
  #skip(column: number, count: number): number {
    const role = this.#roles[column] ?? 'other'
    return this.#isShared(role) ? 0 : count * MISSING[role]
  }

  /** Printed once for all rows of a stage. */
  #isShared(role: ColumnRoleKey): boolean {
    return role === 'stage' || (role === 'number' && this.#habits.staged)
  }

  /** How far a new cell is from the one before: the next of its column, of its row, or the first of the next row. */
  #away(path: FlowPath, column: number, row: number, gap: boolean): number {
    if (path.column < 0)
      return row < path.floor ? 3 : path.column === SECTION && row <= path.lowest ? BEFORE_SECTION : 0
    if (row < path.floor) return 4
    if (column === path.column && row === path.row + 1) return gap ? JUMP : 0
    const change = gap ? 0 : SWITCH
    if (row === path.row && column > path.column) return change + (column - path.column - 1) * 0.1
    if (row === path.row) return change + 0.3
    if (row === path.row + 1) return change + 0.1 + (column > path.column ? 0.4 : 0)
    return gap ? Math.min(1.5, JUMP + Math.abs(row - path.row) * 0.1) : 1.5
  }
}

/** «Исполнитель: …, тел. …»: the foot of a document. */
const SIGNATURE =
  /^(?:исп(?:олнитель|\.)|куратор|директор|составил[а]?)\s*:?.*(?:тел\.|_{3})|^исполнитель:|тел\.?:?\s*[\d(+]/iu

function lastLine(text: string): string {
  return text.slice(text.lastIndexOf(SOFT_BREAK) + 1)
}
