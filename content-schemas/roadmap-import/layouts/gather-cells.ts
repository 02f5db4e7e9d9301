import type { ColumnRoleKey } from '../../vocabulary/column-roles.ts'
import { makeRow, type NeutralRow, SOFT_BREAK } from '../neutral-document.ts'
import type { LineBlock } from './block-headings.ts'
import { type JudgedCell, judgeCell } from './judged-cell.ts'

const BEAM = 80
const MAX_CELL_LINES = 14
/** What a row without a cell of the role lacks. */
const MISSING: Readonly<Record<ColumnRoleKey, number>> = {
  number: 3.5,
  stage: 0.3,
  activity: 4,
  deadline: 2,
  responsible: 1.6,
  documents: 0.7,
  result: 0.7,
  other: 0.6,
}

interface Path {
  score: number
  /** Columns of the row that have their cells, as bits. */
  filled: number
  column: number
  last: Step | null
}

interface Step {
  above: Step | null
  column: number
  begins: boolean
  from: number
  to: number
}

/** A section's heading, and words that are none of the table's. */
const SECTION = -1
const NONE = -2

/**
 * Gives blocks of lines to the columns of rows that stand one after another, though the cells of a row stand in any
 * order and lines of two cells may have come into one block.
 */
export function gatherCells(blocks: readonly LineBlock[], roles: readonly ColumnRoleKey[]): NeutralRow[] {
  const lines = blocks.flatMap((block) => block.lines.map((text, index) => ({ text, first: index === 0 })))
  let beams: Path[][] = Array.from({ length: lines.length + 1 }, () => [])
  beams[0] = [{ score: 0, filled: 0, column: NONE, last: null }]
  const lacking = (filled: number) =>
    roles.reduce((sum, role, index) => sum + ((filled >> index) % 2 === 1 ? 0 : MISSING[role]), 0)
  for (let from = 0; from < lines.length; from += 1) {
    const paths = prune(beams[from] ?? [])
    if (paths.length === 0) continue
    const words: string[] = []
    for (let to = from + 1; to <= Math.min(lines.length, from + MAX_CELL_LINES); to += 1) {
      const line = lines[to - 1]
      if (!line || (line.first && to > from + 1)) break
      words.push(line.text)
      const cell = judgeCell({ text: words.join(SOFT_BREAK), gapBefore: lines[from]?.first ?? true })
      const torn =
        to < lines.length && lines[to]?.first === false ? (startsSmall(lines[to]?.text) ? 2 : 0.6) : 0
      for (const path of paths) {
        for (const next of stepsFrom(path, cell, from, to, roles, lacking))
          beams[to]?.push({ ...next, score: next.score - torn })
      }
    }
    beams[from] = []
  }
  const ended = (beams[lines.length] ?? []).map((path) => ({
    ...path,
    score: path.score - (path.column >= 0 ? lacking(path.filled) : 0),
  }))
  beams = []
  const best = ended.toSorted((one, other) => other.score - one.score)[0]
  if (!best) return []
  return toRows(
    stepsOf(best),
    lines.map(({ text }) => text),
    roles,
  )
}

function startsSmall(text = ''): boolean {
  return /^[\s«"(]*\p{Ll}/u.test(text)
}

/** The likeliest way to every state, and of these the likeliest. */
function prune(paths: readonly Path[]): Path[] {
  const states = new Map<number, Path>()
  for (const path of paths) {
    const state = (path.filled << 5) + path.column + 2
    const known = states.get(state)
    if (!known || path.score > known.score) states.set(state, path)
  }
  return [...states.values()].toSorted((one, other) => other.score - one.score).slice(0, BEAM)
}

function* stepsFrom(
  path: Path,
  cell: JudgedCell,
  from: number,
  to: number,
  roles: readonly ColumnRoleKey[],
  lacking: (filled: number) => number,
): Generator<Path> {
  const { score, filled, column, last } = path
  const inRow = column >= 0
  const ended = score - (inRow ? lacking(filled) : 0)
  const step = (at: number, begins: boolean): Step => ({ above: last, column: at, begins, from, to })
  const abrupt = cell.gapBefore ? 0 : 1
  const looks = cell.section ? 4 : -6
  if (!cell.number && cell.length < 200)
    yield { score: ended + looks, filled: 0, column: SECTION, last: step(SECTION, true) }
  if (!inRow && column !== SECTION)
    yield { score: score - 0.5, filled: 0, column: NONE, last: step(NONE, true) }
  if (inRow) yield { score: ended - 3, filled: 0, column: NONE, last: step(NONE, true) }
  for (const [at, role] of roles.entries()) {
    const lower = cell.lower && role !== 'deadline' && role !== 'responsible' ? 1.5 : 0
    const own = cell.fits[role] - abrupt - lower - (cell.open ? 1.5 : 0) - (cell.tail ? 3 : 0)
    const taken = (filled >> at) % 2 === 1
    if (inRow && !taken) {
      const order = at > column ? (at - column - 1) * 0.15 : 0.7
      yield { score: score + own - order, filled: filled | (1 << at), column: at, last: step(at, false) }
    }
    if (inRow && taken && role !== 'number') {
      const flow = cell.lower || cell.tail ? 0.4 : cell.marked ? 0.6 : -1
      const away = at === column ? (cell.gapBefore ? 1.2 : 0) : 2
      const fits = Math.min(0, cell.fits[role])
      yield { score: score + flow + fits - away, filled, column: at, last: step(at, false) }
    }
    yield { score: ended + own - Math.min(at, 3) * 0.15, filled: 1 << at, column: at, last: step(at, true) }
  }
}

function stepsOf(path: Path): Step[] {
  const steps: Step[] = []
  for (let step = path.last; step; step = step.above) steps.unshift(step)
  return steps
}

function toRows(
  steps: readonly Step[],
  lines: readonly string[],
  roles: readonly ColumnRoleKey[],
): NeutralRow[] {
  const rows: NeutralRow[] = []
  for (const { column, begins, from, to } of steps) {
    const words = lines.slice(from, to).join(SOFT_BREAK)
    if (column === SECTION) rows.push({ cells: [words], gapBefore: true, spanning: true })
    else if (column !== NONE) {
      if (begins)
        rows.push({
          ...makeRow(
            roles.map(() => ''),
            true,
          ),
          begins: true,
        })
      const row = rows.at(-1)
      const above = row?.cells[column] ?? ''
      if (row) row.cells[column] = above === '' ? words : `${above}${SOFT_BREAK}${words}`
    }
  }
  return rows
}
