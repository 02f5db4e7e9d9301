import type { ColumnRoleKey } from '../../vocabulary/column-roles.ts'
import { BlockCollector, makeRow, type NeutralBlock } from '../neutral-document.ts'
import { countHeadings, roleOfHeading } from '../table/column-roles.ts'
import { isNumberMark } from '../table/number-mark.ts'
import { startsLower } from '../text/plain-words.ts'
import { FlowJudge } from './flow-cells.ts'
import { findFlowHeader } from './flow-headings.ts'
import { guessColumns } from './guess-columns.ts'
import { type JudgedCell, judgeCell, type LooseCell } from './judged-cell.ts'
import { placeCells, type Placing, type ObservedHabits } from './place-cells.ts'

const MAX_CELLS = 60_000
const MAX_COLUMNS = 14
const SAMPLED_CELLS = 160
const SEARCHED_CELLS = 400
const SMALL_LETTERED = 0.85
/** A year, or the number of a section. */
const NO_HEADING =
  /(?:19|20)\d{2}|^\d{1,2}\.|^[IVXІХ]{1,5}[.)\s]|(?:этап|раздел|блок|модуль|направление)\s*(?:№\s*)?[\dIVX]/iu
/** Letters of a line that no column of a table is wide enough for. */
const WIDE_LINE = 62

/** Cells as they were, paragraphs of cells with the empty ones, or lines with the empty ones lost. */
export type StreamKind = 'cells' | 'paragraphs' | 'loose'

const STAY: Readonly<Record<StreamKind, number>> = { cells: 4, paragraphs: 1.2, loose: 0 }

/** Headings found in a run of cells, and where the cells under them begin. */
interface StreamHeader {
  from: number
  to: number
  headings: string[]
}

/**
 * A table of which only its cells are left, one after another: given to columns by the headings it begins with, or,
 * where there are none, by what the cells look like. Null when
 * it makes no table.
 */
export function readStream(
  cells: readonly LooseCell[],
  kind: StreamKind,
  place: typeof placeCells = placeCells,
): NeutralBlock[] | null {
  if (cells.length > MAX_CELLS) return null
  const header = (place === placeCells ? null : findLooseHeader(cells)) ?? findHeader(cells, kind)
  const start = header?.to ?? 0
  const body = dropRepeats(cells.slice(start), header?.headings ?? [])
  const end = body.findIndex((cell, index) => index > 6 && isNumberHeading(cell.text))
  const judge = new FlowJudge()
  const judged = forgetSmallLetters(
    body.slice(0, end < 0 ? body.length : end).map(({ text, gapBefore }) => judge.judge(text, gapBefore)),
  )
  const habits = observeHabits(judged, kind)
  const parted = header || kind !== 'cells' ? null : cutAtGaps(judged)
  if (parted) return parted
  const roles = header ? rolesOf(header.headings) : guessColumns(judged, habits)
  if (!roles) return null
  const placing = place(judged, roles, habits, header !== null)
  const blocks = toBlocks(cells.slice(0, header?.from ?? 0), header, judged, placing)
  const rest = end < 0 ? [] : body.slice(end).map((cell) => cell.text)
  return blocks && [...blocks, { type: 'text', lines: rest }]
}

/** Without headings, rows of whole cells that blank lines part: most have the same number of cells. */
function cutAtGaps(cells: readonly JudgedCell[]): NeutralBlock[] | null {
  const groups: JudgedCell[][] = []
  for (const cell of cells) {
    if (cell.gapBefore || groups.length === 0) groups.push([cell])
    else groups.at(-1)?.push(cell)
  }
  const counts = new Map<number, number>()
  for (const { length } of groups) if (length >= 3) counts.set(length, (counts.get(length) ?? 0) + 1)
  const [width, times] = [...counts].toSorted(([, one], [, other]) => other - one)[0] ?? [0, 0]
  const odd = groups.filter(({ length }) => length !== width && length > 1).length
  if (times < 3 || odd * 4 > times) return null
  const collector = new BlockCollector()
  const from = groups.findIndex(({ length }) => length === width)
  for (const cell of groups.slice(0, from).flat()) collector.addLine(cell.text)
  collector.addTable(
    groups.slice(from).map((group) => {
      const texts = group.map((cell) => cell.text)
      if (texts.length === 1)
        return { cells: texts, gapBefore: true, spanning: (texts[0] ?? '').trim() !== '' }
      return {
        ...makeRow([...texts, ...Array.from({ length: Math.max(0, width - texts.length) }, () => '')], true),
        begins: true,
      }
    }),
  )
  return collector.blocks
}

function toBlocks(
  lead: readonly LooseCell[],
  header: StreamHeader | null,
  cells: readonly JudgedCell[],
  placing: Placing,
): NeutralBlock[] | null {
  if (placing.rows.length < 2) return null
  const collector = new BlockCollector()
  const addText = (text: readonly LooseCell[]) => {
    for (const { text: words } of text) for (const line of words.split('\n')) collector.addLine(line)
  }
  addText([...lead, ...cells.slice(0, placing.from)])
  collector.addTable([...(header ? [makeRow(header.headings)] : []), ...placing.rows])
  addText(cells.slice(placing.to))
  return collector.blocks
}

/** Where nearly every cell begins with a small letter, small letters do not tell that words go on. */
function forgetSmallLetters(cells: readonly JudgedCell[]): JudgedCell[] {
  const words = cells.filter((cell) => !cell.empty && !cell.number && !/^\d/.test(cell.text))
  const small = words.filter((cell) => cell.lower).length
  return small > words.length * SMALL_LETTERED ? cells.map((cell) => ({ ...cell, lower: false })) : [...cells]
}

/** How blank lines and broken lines are used in this run of cells. */
function observeHabits(cells: readonly JudgedCell[], kind: StreamKind): ObservedHabits {
  const filled = cells.filter((cell) => !cell.empty)
  const words = filled.filter((cell) => !cell.number && cell.deadline < 0.9)
  const lower = words.filter((cell) => cell.lower && !cell.marked && cell.responsible < 0.8).length
  const parted = filled.filter((cell) => cell.gapBefore).length / Math.max(1, filled.length)
  const gaps = parted < 0.04 || parted > 0.85 ? 0 : parted > 0.5 ? 0.5 : 1
  const wide = words.filter((cell) => cell.length > WIDE_LINE).length
  const wrapped = kind === 'loose' && lower > words.length * 0.15 && wide < words.length * 0.03
  return { whole: kind !== 'loose', stay: STAY[kind], wrapped, gaps }
}

/** «№» or «№ п/п»: another table begins. */
function isNumberHeading(text: string): boolean {
  return /^\s*(?:№|N)\s*(?:п\s?\.?\/\s?п\.?)?\s*$/.test(text)
}

function rolesOf(headings: readonly string[]): ColumnRoleKey[] {
  return headings.map((heading) => roleOfHeading(heading) ?? 'other')
}

/** Headings on lines of their own, nothing else between them. */
function findLooseHeader(cells: readonly LooseCell[]): StreamHeader | null {
  const lines = cells.map(({ text, gapBefore }) => ({ text, first: gapBefore, flow: 0, page: 0 }))
  const header = findFlowHeader(lines.slice(0, SEARCHED_CELLS))
  if (!header) return null
  const from = Math.min(...header.headings.map(({ line }) => line))
  let to = from
  while (header.printed.has(to)) to += 1
  const within = header.headings.filter(({ line }) => line < to)
  return within.length === header.headings.length
    ? { from, to, headings: within.map(({ heading }) => heading) }
    : null
}

/** The run of headings whose columns the cells after it fit best. */
function findHeader(cells: readonly LooseCell[], kind: StreamKind): StreamHeader | null {
  const candidates: StreamHeader[] = []
  let last = Math.min(cells.length, SEARCHED_CELLS)
  for (let from = 0; from < last; from += 1) {
    if (roleOfHeading(cells[from]?.text ?? '') === null) continue
    const found = headersFrom(cells, from, kind !== 'loose')
    if (found.length > 0 && candidates.length === 0) last = Math.min(last, from + MAX_COLUMNS)
    candidates.push(...found)
  }
  const whole = candidates.filter((header) => !leavesHeadings(header, cells))
  const least = Math.min(...whole.map((header) => unknown(header.headings)))
  const plausible = whole.filter((header) => unknown(header.headings) <= least + 1)
  const start = plausible[0]?.from ?? 0
  const sample = cells.slice(start, start + SAMPLED_CELLS).map(judgeCell)
  const rated = plausible.map((header) => {
    const body = sample.slice(header.to - start)
    const { score } = placeCells(body, rolesOf(header.headings), observeHabits(body, kind), true)
    const named = header.headings.length - unknown(header.headings) * 2
    return { header, score: score + named * 2.5 }
  })
  return rated.toSorted((one, other) => other.score - one.score)[0]?.header ?? null
}

/** Whether a heading stands right before or after these that is none of theirs. */
function leavesHeadings(header: StreamHeader, cells: readonly LooseCell[]): boolean {
  const roles = rolesOf(header.headings)
  const roleAt = (at: number) => {
    const text = cells[at]?.text.trim() ?? ''
    return text.length <= 45 && !/\d/.test(text) ? roleOfHeading(text) : null
  }
  const before = roleAt(header.from - 1)
  const after = roleAt(header.to)
  return (before !== null && (before === 'other' || !roles.includes(before))) || after === 'other'
}

function unknown(headings: readonly string[]): number {
  return headings.filter((heading) => roleOfHeading(heading) === null).length
}

/** Every run of cells from here on that may be the headings. */
function headersFrom(cells: readonly LooseCell[], from: number, whole: boolean): StreamHeader[] {
  const found: StreamHeader[] = []
  let headings: string[] = []
  for (let at = from; at < cells.length && headings.length <= MAX_COLUMNS; at += 1) {
    const { text, gapBefore } = cells[at] ?? { text: '', gapBefore: false }
    const words = text.replaceAll(/\s+/g, ' ').trim().replace(/\s*:$/, '')
    if (words === '' && !whole) continue
    if (words.length > 90 || (isNumberMark(words) && words !== '') || NO_HEADING.test(words)) break
    const small = startsLower(headings[0] ?? '') && roleOfHeading(words) !== null
    const goesOn = /^(?:[\p{Ll}(/]|п\s?\/\s?п)/u.test(words) && headings.length > 0 && !whole && !small
    if (goesOn && (!gapBefore || roleOfHeading(words) === null))
      headings = [...headings.slice(0, -1), `${headings.at(-1) ?? ''} ${words}`]
    else headings = [...headings, words]
    if (headings.length >= 3 && countHeadings(headings) >= 3) found.push({ from, to: at + 1, headings })
  }
  return found.slice(0, MAX_COLUMNS)
}

/** Headings printed again, and the numbers of the columns («1», «2», … under each other), are no cells of rows. */
function dropRepeats(cells: readonly LooseCell[], headings: readonly string[]): LooseCell[] {
  if (headings.length === 0) return [...cells]
  const words = headings.map(fold)
  const counted = headings.map((_, index) => `${index + 1}`)
  const runs = (at: number, wanted: readonly string[]) =>
    wanted.every((word, index) => fold(cells[at + index]?.text ?? '') === word)
  const kept: LooseCell[] = []
  for (let at = 0; at < cells.length; at += 1) {
    const cell = cells[at]
    if (!cell) break
    if (runs(at, words) || runs(at, counted)) at += headings.length - 1
    else kept.push(cell)
  }
  return kept
}

function fold(text: string): string {
  return text.replaceAll(/\s+/g, ' ').trim().toLowerCase().replace(/\s*:$/, '')
}
