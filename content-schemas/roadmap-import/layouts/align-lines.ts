import type { ColumnRoleKey } from '../../vocabulary/column-roles.ts'
import { makeRow, type NeutralRow, SOFT_BREAK } from '../neutral-document.ts'
import { OFFICIAL_STAGE } from '../table/assign-roles.ts'
import { beginScore, FlowJudge, goOnScore, isLoud, lowerShare, MAX_CELL_LETTERS } from './flow-cells.ts'
import type { JudgedCell } from './judged-cell.ts'
import { roomCost, widestLine } from './line-room.ts'
import type { Placing } from './place-cells.ts'
import { RowCosts } from './row-costs.ts'
import { followScore } from './row-numbers.ts'

const MAX_CELL_LINES = 24
/** In longer tables cells are shorter, and one reading tells enough of the next. */
const LONG_TABLE = 600
const MAX_CELL_LINES_IN_LONG = 12
const MAX_SECTION_LINES = 4
const ROUNDS = 2
/** Letters of a line that no column of a table is wide enough for. */
const WIDE_LINE = 62
/** What the lines of the columns are like; unknown at first, then told by a first reading. */
interface LineHabits {
  widths: readonly (number | null)[]
  lower: readonly number[] | null
  smallLettered: boolean
  /** What it costs that a cell goes on: much where lines are whole paragraphs. */
  stay: number
  /** How much blank lines tell, from 0 to 1. */
  gaps: number
  /** Numbers and stages are printed together, once for several rows. */
  staged: boolean
}

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
  const parted = cells.filter((cell) => cell.gapBefore).length / Math.max(1, cells.length)
  const words = cells.filter((cell) => !cell.number)
  const begun = words.filter((cell) => cell.lower).length
  const results = ways.map((staged) => {
    let habits: LineHabits = {
      widths: roles.map(() => null),
      lower: null,
      smallLettered: begun > words.length * 0.85,
      stay: areParagraphs(words) ? 1.6 : 0,
      gaps: parted < 0.04 || parted > 0.85 ? 0 : 1,
      staged,
    }
    let found = search(cells, roles, habits, judge, headed)
    for (let round = 0; round < (cells.length > LONG_TABLE ? 1 : ROUNDS); round += 1) {
      habits = { ...habits, ...observe(cells, found.pieces, roles.length) }
      found = search(cells, roles, habits, judge, headed)
    }
    return found
  })
  const best = results.reduce((most, one) => (one.score > most.score ? one : most))
  return toPlacing(cells, best, roles.length)
}

function observe(
  cells: readonly JudgedCell[],
  pieces: readonly Piece[],
  columns: number,
): Pick<LineHabits, 'widths' | 'lower'> {
  const own = Array.from({ length: columns }, (_, column) =>
    pieces
      .filter((piece) => piece.column === column)
      .flatMap(({ from, to }) =>
        cells.slice(from, to).map(({ text }, index) => ({ text, begins: index === 0 })),
      ),
  )
  return { widths: own.map(widestLine), lower: own.map(lowerShare) }
}

function search(
  cells: readonly JudgedCell[],
  roles: readonly ColumnRoleKey[],
  habits: LineHabits,
  judge: FlowJudge,
  headed: boolean,
): { score: number; pieces: Piece[] } {
  const width = roles.length
  const [before, section, after] = [width, width + 1, width + 2]
  const reached: (State | undefined)[][] = Array.from({ length: cells.length + 1 }, () => [])
  reached[0] = []
  reached[0][before] = { score: 0, from: 0, above: -1, begins: false, number: '' }
  const costs = new RowCosts(roles, habits.staged)
  const longest = cells.length > LONG_TABLE ? MAX_CELL_LINES_IN_LONG : MAX_CELL_LINES
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
      const begin = beginScore(
        { ...cell, gapBefore: cell.gapBefore && habits.gaps > 0 },
        role,
        habits.lower?.[column] ?? null,
        habits.smallLettered,
        '',
      )
      if (role === 'number' && !cell.number) continue
      let text = cell.text
      let flow = 0
      for (let to = from + 1; to <= Math.min(cells.length, from + longest); to += 1) {
        if (to > from + 1) {
          const line = cells[to - 1]
          if (!line || role === 'number' || line.number) break
          flow +=
            goOnScore({ ...line, gapBefore: line.gapBefore && habits.gaps > 0 }, role, text, judge) -
            (line.marked
              ? 0
              : roomCost(habits.widths[column] ?? null, cells[to - 2]?.text ?? '', line.text)) -
            (line.marked ? 0 : line.lower && role !== 'responsible' ? habits.stay / 3 : habits.stay)
          text = `${text}${SOFT_BREAK}${line.text}`
          if (text.length > MAX_CELL_LETTERS) break
        }
        const stage =
          role === 'stage' &&
          !cell.section &&
          !OFFICIAL_STAGE.test(text) &&
          !text.toLowerCase().endsWith('этап')
            ? 1
            : 0
        reach(to, column, {
          score: best.score + begin + flow + judge.fit(role, text) - stage,
          from,
          above: best.above,
          begins: best.begins,
          number: role === 'number' ? text : best.state.number,
        })
      }
    }
    for (const [above, state] of here.entries()) {
      if (!state || above === after || cell.number) continue
      let text = ''
      for (let to = from + 1; to <= Math.min(cells.length, from + MAX_SECTION_LINES); to += 1) {
        const line = cells[to - 1]
        if (!line || (to > from + 1 && ((line.gapBefore && habits.gaps > 0) || line.number || line.section)))
          break
        text = text === '' ? line.text : `${text} ${line.text}`
        if (text.length > 200) break
        const flow =
          to === from + 1
            ? 0
            : line.lower || lastLine(cells, to - 1).endsWith('«')
              ? 0.5
              : isLoud(text)
                ? 0
                : -2.5
        reach(to, section, {
          score:
            state.score -
            (above < width ? costs.toEnd(above) : 0) +
            sectionScore(cell, text, roles, habits.smallLettered) +
            flow,
          from,
          above,
          begins: true,
          number: state.number,
        })
      }
    }
  }
  return walkBack(reached, cells.length, width, costs)
}

function walkBack(
  reached: readonly (readonly (State | undefined)[])[],
  length: number,
  width: number,
  costs: RowCosts,
): { score: number; pieces: Piece[] } {
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

function sectionScore(
  cell: JudgedCell,
  text: string,
  roles: readonly ColumnRoleKey[],
  smallLettered: boolean,
): number {
  const looks = cell.section && (smallLettered || !cell.lower) ? 3.5 : isLoud(text) ? 1.5 : -5
  return looks - (roles.includes('stage') ? 3 : 0) + (cell.gapBefore ? 0.4 : 0)
}

/** Whether some lines are longer than those of a column: then no line was broken for want of room. */
function areParagraphs(words: readonly JudgedCell[]): boolean {
  return words.filter((cell) => cell.length > WIDE_LINE).length > words.length * 0.03
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
