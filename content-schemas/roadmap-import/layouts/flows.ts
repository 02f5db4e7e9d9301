import type { ColumnRoleKey } from '../../vocabulary/column-roles.ts'
import { BlockCollector, makeRow, type NeutralBlock, type NeutralRow } from '../neutral-document.ts'
import { alignFlows, type Alignment } from './align-flows.ts'
import { markCloseCalls, markSlips } from './close-calls.ts'
import { ColumnWidths, markParagraphs } from './column-widths.ts'
import { areSmallLettered, type FlowHabits, FlowJudge, lowerShare } from './flow-cells.ts'
import { alignColumnRuns, type RunLine } from './column-runs.ts'
import { type FlowHeading, findFlowHeader } from './flow-headings.ts'
import { type FlowLine, splitFlows } from './flow-lines.ts'
import { type FlowStep, OUTSIDE } from './flow-path.ts'
import { toRows } from './flow-rows.ts'

const MAX_LINES = 1000
/** So many lines tell enough of their order at the first time. */
const MANY_LINES = 600
/** What it may cost, a line, that blank lines part all cells. */
const PARTED_COST = 0.1
/** The same where pages were taken off column by column. */
const PARTED_RUNS_COST = 0.3
/** How much what was observed of the order of cells counts. */
const ORDER_WEIGHT = 0.5
const BEAM = 32
const ROUNDS = 2

/** Lines of cells under headings, before any was given to a column. */
interface HeadedLines {
  lead: readonly FlowLine[]
  headings: readonly FlowHeading[]
  body: readonly RunLine[]
  rest: readonly FlowLine[]
}

/**
 * Cells taken off a page in the order of a reader of pages: column by column, row by row, or both by turns (as
 * `pdftotext` without `-layout` does); lines that blank lines part belong together.
 */
export function readFlows(text: string): NeutralBlock[] | null {
  const found = findHeadedLines(text)
  if (!found) return null
  const roles = found.headings.map(({ role }) => role)
  const { best, before } = align(found.body, roles)
  const rows = markSlips(markCloseCalls(toRows(best, roles), toRows(before, roles), roles), roles)
  return rows.length < 2 ? null : collectBlocks(found, rows, (collector) => addOutside(collector, best.steps))
}

/** Pages that were taken off column by column, from left to right. */
export function readColumnRuns(text: string): NeutralBlock[] | null {
  const found = findHeadedLines(text)
  if (!found) return null
  const roles = found.headings.map(({ role }) => role)
  const judge = new FlowJudge()
  const free = alignColumnRuns(found.body, roles, judge, false)
  const gaps = found.body.filter((line) => line.first).length
  const parted = gaps * 4 > found.body.length ? alignColumnRuns(found.body, roles, judge, true) : null
  const best =
    parted && free && parted.score > free.score - found.body.length * PARTED_RUNS_COST ? parted : free
  if (!best || best.rows.length < 2) return null
  const rows = best === parted ? best.rows : best.rows.map((row) => ({ ...row, unsure: true }))
  return collectBlocks(found, markSlips(rows, roles), (collector) => {
    if (best.among.length > 0) collector.addAmong(best.among)
    for (const line of best.after) collector.addLine(line)
  })
}

function findHeadedLines(text: string): HeadedLines | null {
  const lines = splitFlows(text)
  if (lines.length > MAX_LINES || lines.length < 8) return null
  const header = findFlowHeader(lines)
  if (!header) return null
  const { headings, printed, end } = header
  const from = Math.min(...headings.map(({ line }) => line))
  const body = lines.flatMap((line, index) =>
    index < from || index >= end || printed.has(index) ? [] : [afterHeading(line, printed.has(index - 1))],
  )
  return {
    lead: lines.slice(0, from),
    headings,
    body: dropCounts(body, headings.length),
    rest: lines.slice(end),
  }
}

function collectBlocks(
  { lead, headings, rest }: HeadedLines,
  rows: NeutralRow[],
  addOthers: (collector: BlockCollector) => void,
): NeutralBlock[] {
  const collector = new BlockCollector()
  for (const line of lead) collector.addLine(line.text)
  collector.addTable([makeRow(headings.map(({ heading }) => heading)), ...rows])
  addOthers(collector)
  for (const line of rest) collector.addLine(line.text)
  return collector.blocks
}

/** Words that are none of the table's; those between its headings and its last cell by themselves. */
function addOutside(collector: BlockCollector, steps: readonly FlowStep[]): void {
  const last = steps.findLastIndex(({ column }) => column !== OUTSIDE)
  let among: string[] = []
  for (const [index, { column, text }] of steps.entries()) {
    if (column === OUTSIDE && index < last) among.push(text)
    else if (column === OUTSIDE) collector.addLine(text)
    else if (among.length > 0) {
      collector.addAmong(among)
      among = []
    }
  }
}

/** «1», «2», «3», «4» under the headings are the numbers of the columns. */
function dropCounts(lines: readonly RunLine[], columns: number): RunLine[] {
  const marks = lines.slice(0, columns).map(({ text }) => Number(text))
  const counted = Array.from({ length: columns }, (_, index) => index + 1)
  const next = lines[columns]?.text
  return counted.every((count) => marks.includes(count)) &&
    next !== `${columns + 1}` &&
    next !== `${columns + 1}.`
    ? lines.slice(columns)
    : [...lines]
}

function afterHeading(line: FlowLine, after: boolean): RunLine {
  return { ...line, first: line.first || after, headed: after }
}

/**
 * Where blank lines may part all cells, that is believed as long as it costs little: the bound keeps cells whole.
 */
function align(lines: readonly FlowLine[], roles: readonly ColumnRoleKey[]): RepeatedAlignment {
  const judge = new FlowJudge()
  const free = alignRepeatedly(lines, roles, judge, false)
  if (!areParted(lines, judge)) return free
  const parted = alignRepeatedly(lines, roles, judge, true)
  return parted.best.score > free.best.score - lines.length * PARTED_COST ? parted : free
}

/** The last alignment and the one before it, which knew less of the columns. */
interface RepeatedAlignment {
  best: Alignment
  before: Alignment
}

/** Aligned several times: the lines of each time tell how wide the columns are and in what order cells come. */
function alignRepeatedly(
  lines: readonly FlowLine[],
  roles: readonly ColumnRoleKey[],
  judge: FlowJudge,
  parted: boolean,
): RepeatedAlignment {
  const habits: FlowHabits = {
    smallLettered: areSmallLettered(lines.map((line) => judge.judge(line.text, line.first))),
    widths: null,
    staged: countStages(lines, roles, judge),
    parted,
    lower: null,
    follows: expectOrder(new Map(), roles.length),
  }
  const many = lines.length > MANY_LINES
  const width = many ? BEAM >> 2 : BEAM
  let best = alignFlows(lines, roles, habits, judge, width >> 1)
  let before = best
  for (let round = 0; round < (many ? 1 : ROUNDS); round += 1) {
    const { steps } = best
    const own = roles.map((_, column) => steps.filter((step) => step.column === column))
    const seen = {
      widths: ColumnWidths.fit(own.map(markParagraphs)),
      lower: own.map(lowerShare),
      follows: expectOrder(countOrder(steps, lines), roles.length),
    }
    before = best
    best = alignFlows(lines, roles, { ...habits, ...seen }, judge, width)
  }
  return { best, before }
}

/** Whether numbers are those of stages: there are far fewer than deadlines. */
function countStages(lines: readonly FlowLine[], roles: readonly ColumnRoleKey[], judge: FlowJudge): boolean {
  if (!roles.includes('stage') || !roles.includes('number')) return false
  const cells = lines.map((line) => judge.judge(line.text, line.first))
  const dated = cells.filter((cell) => cell.deadline > 0.99).length
  return cells.filter((cell) => cell.number).length * 1.4 < dated
}

/** Whether cells that show themselves by their words, numbers and deadlines, begin after blank lines nearly always. */
function areParted(lines: readonly FlowLine[], judge: FlowJudge): boolean {
  const shown = lines.flatMap((line, index) => {
    const cell = judge.judge(line.text, line.first)
    const goesOn = !line.first && (lines[index - 1]?.text ?? '').length > 0 && !cell.number
    return cell.number || (cell.deadline > 0.99 && !goesOn) ? [line] : []
  })
  const together = lines.filter((line, index) => {
    const cell = judge.judge(line.text, line.first)
    const above = lines[index - 1]
    return !line.first && above !== undefined && cell.number && judge.judge(above.text, above.first).number
  }).length
  const first = shown.filter((line) => line.first).length
  return (
    shown.length >= 4 &&
    first * 10 >= shown.length * 9 &&
    together === 0 &&
    countBeside(lines, judge) * 5 < shown.length
  )
}

/** Deadlines under words that are none: cells of two columns in one flow. */
function countBeside(lines: readonly FlowLine[], judge: FlowJudge): number {
  return lines.filter((line, index) => {
    const above = lines[index - 1]
    if (line.first || !above) return false
    const cell = judge.judge(line.text, false)
    return cell.deadline > 0.99 && judge.judge(above.text, above.first).deadline < 0.5
  }).length
}

/** How often a cell of a column came after one of another, with a blank line between or without. */
function countOrder(steps: readonly FlowStep[], lines: readonly FlowLine[]): Map<string, number> {
  const counts = new Map<string, number>()
  for (const [index, { column, begins, line }] of steps.entries()) {
    const above = steps[index - 1]
    if (!begins || column < 0 || !above) continue
    const key = `${above.column}|${column}|${above.line !== line && lines[line]?.first === true}`
    counts.set(key, (counts.get(key) ?? 0) + 1)
  }
  return counts
}

/** The order of cells as it was seen, and as it is usual: from left to right, or from the top down. */
function expectOrder(
  counts: ReadonlyMap<string, number>,
  columns: number,
): (above: number, column: number, gap: boolean) => number {
  const usual = (above: number, column: number) =>
    column === above + 1 || (above === columns - 1 && column === 0) ? 2.5 : column === above ? 1.5 : 0.5
  const memo = new Map<string, number>()
  return (above, column, gap) => {
    if (above < 0) return 0
    const key = `${above}|${column}|${gap}`
    const known = memo.get(key)
    if (known !== undefined) return known
    let all = 0
    let prior = 0
    for (let at = 0; at < columns; at += 1) {
      all += counts.get(`${above}|${at}|${gap}`) ?? 0
      prior += usual(above, at)
    }
    const times = (counts.get(key) ?? 0) + usual(above, column)
    const score = ORDER_WEIGHT * Math.log((times / (all + prior)) * columns)
    memo.set(key, score)
    return score
  }
}
