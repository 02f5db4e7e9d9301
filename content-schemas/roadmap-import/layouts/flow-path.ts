/** Words of a line that were given to a column, or to none. */
export interface FlowStep {
  above: FlowStep | null
  /** Column; or one of the places below. */
  column: number
  row: number
  begins: boolean
  text: string
  line: number
}

/** Places beside the columns: the heading of a section, and words that are none of the table's. */
export const SECTION = -1
export const OUTSIDE = -2

/** A way of giving the lines so far to cells. */
export interface FlowPath {
  score: number
  /** Row of the last cell of every column; its words. */
  rows: readonly number[]
  texts: readonly string[]
  /** Rows of the page of which every column has its cell, as bits. */
  filled: readonly number[]
  /** Columns that have words in this flow, as bits. */
  touched: number
  column: number
  row: number
  /** The lowest row of the flow; -1 when nothing of the flow is in the table yet. */
  floor: number
  lowest: number
  /** The first row of the page. */
  base: number
  last: FlowStep | null
}

/** The way before the first line. */
export function startPath(columns: number): FlowPath {
  const each = <T>(value: T) => Array.from({ length: columns }, () => value)
  return {
    score: 0,
    rows: each(-1),
    texts: each(''),
    filled: each(0),
    touched: 0,
    column: OUTSIDE,
    row: -1,
    floor: -1,
    lowest: -1,
    base: 0,
    last: null,
  }
}

/** The steps of a way, from the first on. */
export function stepsOf(path: FlowPath): FlowStep[] {
  const steps: FlowStep[] = []
  for (let step = path.last; step; step = step.above) steps.push(step)
  return steps.toReversed()
}

/** The likeliest way to every state, and of these the likeliest. */
export function prune(paths: readonly FlowPath[], width: number): FlowPath[] {
  const states = new Map<string, FlowPath>()
  for (const path of paths) {
    const begins = path.last?.begins === true ? 'b' : 'g'
    const state = `${path.rows.join(',')}|${path.filled.join(',')}|${path.column}|${path.floor}|${path.touched}|${begins}`
    const known = states.get(state)
    if (!known || path.score > known.score) states.set(state, path)
  }
  const kept = [...states.values()]
  return kept.length <= width ? kept : kept.toSorted((one, other) => other.score - one.score).slice(0, width)
}
