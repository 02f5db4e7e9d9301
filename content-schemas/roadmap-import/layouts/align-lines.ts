import type { ColumnRoleKey } from '../../vocabulary/column-roles.ts'
import { makeRow, type NeutralRow, SOFT_BREAK } from '../neutral-document.ts'
import { markCloseCalls } from './close-calls.ts'
import { CellScores, firstHabits, type LineHabits, observeLines } from './cell-scores.ts'
import { FlowJudge } from './flow-cells.ts'
import type { JudgedCell } from './judged-cell.ts'
import type { Placing } from './place-cells.ts'
import { RowCosts } from './row-costs.ts'
import { followScore } from './row-numbers.ts'

/** In longer tables one reading tells enough of the next. */
const LONG_TABLE = 600
const ROUNDS = 2

/** Some lines as one cell of a column, a heading of a section, or words beside the table. */
interface Piece {
  column: number
  from: number
  to: number
  begins: boolean
}

interface State {
  score: number
  from: number
  above: number
  begins: boolean
  number: string
}

/**
 * Lines of cells that stand one after another, row by row, the columns of a row from left to right: the likeliest
 * parting of all lines into cells and rows. Cells are judged whole, by how they begin and go on, and by whether a
 * line that ends had room for the next word.
 */
export function alignLines(
  cells: readonly JudgedCell[],
  roles: readonly ColumnRoleKey[],
  headed: boolean,
): Placing {
  const judge = new FlowJudge()
  const ways = roles.includes('number') && roles.includes('stage') ? [false, true] : [false]
  const best = likeliest(ways.map((staged) => searchRepeatedly(cells, roles, { staged, headed }, judge)))
  const placing = toPlacing(cells, best, roles.length)
  const before = toPlacing(cells, { ...best, pieces: best.before }, roles.length)
  return { ...placing, rows: markCloseCalls(placing.rows, before.rows, roles) }
}

/** Read several times: what was found once tells how wide the columns are. */
function searchRepeatedly(
  cells: readonly JudgedCell[],
  roles: readonly ColumnRoleKey[],
  kind: Omit<LineSearch, 'habits'>,
  judge: FlowJudge,
): Found {
  let habits = firstHabits(cells, roles.length)
  let found: Found = { ...search(cells, roles, { ...kind, habits }, judge), before: [] }
  for (let round = 0; round < (cells.length > LONG_TABLE ? 1 : ROUNDS); round += 1) {
    habits = { ...habits, ...observe(cells, found.pieces, roles.length) }
    found = { ...search(cells, roles, { ...kind, habits }, judge), before: found.pieces }
  }
  return found
}

function likeliest(results: readonly Found[]): Found {
  return results.reduce((most, one) => (one.score > most.score ? one : most))
}

interface Found {
  score: number
  pieces: Piece[]
  /** Pieces as they were found before so much was known of the columns. */
  before: Piece[]
}

function observe(
  cells: readonly JudgedCell[],
  pieces: readonly Piece[],
  columns: number,
): Pick<LineHabits, 'widths' | 'lower'> {
  return observeLines(
    Array.from({ length: columns }, (_, column) =>
      pieces
        .filter((piece) => piece.column === column)
        .flatMap(({ from, to }) =>
          cells.slice(from, to).map(({ text }, index) => ({ text, begins: index === 0 })),
        ),
    ),
  )
}

/** How the table is searched for. */
interface LineSearch {
  habits: LineHabits
  /** Numbers and stages are printed together, once for several rows. */
  staged: boolean
  headed: boolean
}

function search(
  cells: readonly JudgedCell[],
  roles: readonly ColumnRoleKey[],
  { habits, staged, headed }: LineSearch,
  judge: FlowJudge,
): Omit<Found, 'before'> {
  const width = roles.length
  const [before, section, after] = [width, width + 1, width + 2]
  const reached: (State | undefined)[][] = Array.from({ length: cells.length + 1 }, () => [])
  reached[0] = []
  reached[0][before] = { score: 0, from: 0, above: -1, begins: false, number: '' }
  const costs = new RowCosts(roles, staged)
  const scores = new CellScores(cells, roles, habits, judge, false)
  for (let from = 0; from < cells.length; from += 1) {
    const here = reached[from] ?? []
    const reach = (to: number, column: number, state: State) => {
      const known = reached[to]?.[column]
      if (!known || state.score > known.score) (reached[to] ??= [])[column] = state
    }
    const cell = cells[from]
    if (!cell) break
    for (const [above, state] of here.entries()) {
      if (!state) continue
      const beside = { from, above, begins: false, number: state.number }
      if (above === before) reach(from + 1, before, { ...beside, score: state.score - (headed ? 5 : 0.05) })
      if (above !== before)
        reach(from + 1, after, {
          ...beside,
          score: state.score - (above === after ? 1 : 3.5 + (above < width ? costs.toEnd(above) : 0)),
        })
    }
    for (let column = 0; column < width; column += 1) {
      const role = roles[column] ?? 'other'
      const entries = [...here.entries()].flatMap(([above, state]) => {
        if (!state || above === after) return []
        const open = lastLine(cells, from)
        const follow = role === 'number' ? followScore(state.number, cell.text) : 0
        const fresh = above < width ? costs.toEnd(above) + costs.fromStart(column) : costs.fromStart(column)
        const ways = [{ begins: true, score: state.score - fresh + follow }]
        if (above < column && above < width)
          ways.push({ begins: false, score: state.score - costs.between(above, column) + follow })
        const best = ways.reduce((most, way) => (way.score > most.score ? way : most))
        const torn = above < width && above !== column && open !== '' ? openCost(open, cell) : 0
        return [{ above, state, begins: best.begins, score: best.score - torn }]
      })
      const best = entries.reduce<(typeof entries)[number] | null>(
        (most, one) => (one.score > (most?.score ?? Number.NEGATIVE_INFINITY) ? one : most),
        null,
      )
      if (!best) continue
      for (const { to, text, score } of scores.cellsFrom(from, column)) {
        reach(to, column, {
          score: best.score + score,
          from,
          above: best.above,
          begins: best.begins,
          number: role === 'number' ? text : best.state.number,
        })
      }
    }
    const headings = scores.sectionsFrom(from)
    for (const [above, state] of here.entries()) {
      if (!state || above === after) continue
      const ended = state.score - (above < width ? costs.toEnd(above) : 0)
      for (const { to, score } of headings)
        reach(to, section, { score: ended + score, from, above, begins: true, number: state.number })
    }
  }
  return walkBack(reached, cells.length, width, costs)
}

function walkBack(
  reached: readonly (readonly (State | undefined)[])[],
  length: number,
  width: number,
  costs: RowCosts,
): Omit<Found, 'before'> {
  const last = reached[length] ?? []
  let column = width
  let score = Number.NEGATIVE_INFINITY
  for (const [at, state] of last.entries()) {
    const ended = state ? state.score - (at < width ? costs.toEnd(at) : 0) : Number.NEGATIVE_INFINITY
    if (ended > score) [score, column] = [ended, at]
  }
  const pieces: Piece[] = []
  for (let to = length; to > 0;) {
    const state = reached[to]?.[column]
    if (!state) break
    pieces.unshift({ column, from: state.from, to, begins: state.begins })
    to = state.from
    column = state.above
  }
  return { score, pieces }
}

/** What it costs that a cell ends where words must follow. */
function openCost(above: string, cell: JudgedCell): number {
  return /(?:[,(«–—-]|(?<!\p{L})(?:и|или|в|на|о|об|по|с|для|от|до|к|за|при|из|не))$/iu.test(above)
    ? 2.5
    : cell.tail
      ? 1
      : 0
}

function lastLine(cells: readonly JudgedCell[], before: number): string {
  return cells[before - 1]?.text ?? ''
}

function toPlacing(
  cells: readonly JudgedCell[],
  { score, pieces }: { score: number; pieces: readonly Piece[] },
  width: number,
): Placing {
  const rows: NeutralRow[] = []
  const inside = pieces.filter(({ column }) => column !== width && column !== width + 2)
  for (const { column, from, to, begins } of inside) {
    const lines = cells.slice(from, to)
    const text = lines
      .map((line, index) => (index === 0 ? line.text : `${line.marked ? '\n' : SOFT_BREAK}${line.text}`))
      .join('')
    const last = rows.at(-1)
    if (column === width + 1) rows.push({ cells: [text], gapBefore: true, spanning: true })
    else if (begins || !last || last.spanning) {
      const fresh = Array.from({ length: width }, (_, at) => (at === column ? text : ''))
      rows.push({ ...makeRow(fresh, lines[0]?.gapBefore ?? false), begins: true })
    } else last.cells[column] = text
  }
  return { score, from: inside[0]?.from ?? cells.length, to: inside.at(-1)?.to ?? cells.length, rows }
}
