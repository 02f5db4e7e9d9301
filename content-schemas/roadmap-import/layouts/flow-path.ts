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
  /** Row of the last cell of every column; its words so far. */
  rows: number[]
  texts: string[]
  /** Columns that have words in this flow, as bits. */
  touched: number
  column: number
  row: number
  /** The lowest row of the flow; -1 when nothing of the flow is in the table yet. */
  floor: number
  lowest: number
  /** The lowest row of the pages before. */
  base: number
  last: FlowStep | null
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
    const state = `${path.rows.join(',')}|${path.column}|${path.floor}|${path.touched}`
    const known = states.get(state)
    if (!known || path.score > known.score) states.set(state, path)
  }
  const kept = [...states.values()]
  return kept.length <= width ? kept : kept.toSorted((one, other) => other.score - one.score).slice(0, width)
}
