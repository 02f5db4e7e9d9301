import type { PageMarks } from './page-marks.ts'
import { groupLines, type PlacedLine } from './placed-lines.ts'

/** Room between two columns, from the last letter of the left to the first of the right, in points. */
export interface Gutter {
  left: number
  right: number
}

/** Gaps wider than so many heights of a letter part cells, narrower ones words. */
export const CELL_GAP = 0.6
/** Words of a line that nothing stretches stand no further apart. */
const WORD_GAP = 0.4
/** Places across a page are told apart to the half of a point. */
const STEPS = 2
const MAX_WIDTH = 3000
const NARROWEST = 1.5
/** Share of lines that may run across a gutter: headings of sections between the rows. */
const MAX_CROSSING = 0.05
const LEAST_LINES = 3
const LEAST_CLEAR = 2
/** Lines whose words begin in one place, from which on that is no chance. */
const LINED_UP = 6

/** The columns of pages whose tables are not drawn with lines: places at which line after line has a gap. */
export function findGutters(pages: readonly PageMarks[]): Gutter[] {
  const lines = pages.map((page) => groupLines(page.words.filter((word) => !word.turned)))
  const parted = lines.flat().filter(hasCells)
  if (parted.length < LEAST_LINES) return []
  let gutters = emptyPlaces(parted)
  for (;;) {
    const widths = gutters.map((_, index) => usualGap(parted, gutters, index))
    const narrowest = widths.indexOf(Math.min(...widths))
    if (gutters.length === 0 || (widths[narrowest] ?? 0) >= CELL_GAP) return narrow(gutters, lines)
    gutters = gutters.filter((_, index) => index !== narrowest)
  }
}

/** Whether words of a line stand so far apart that they are of several cells. */
function hasCells({ words }: PlacedLine): boolean {
  return words.some((word, index) => {
    const before = words[index - 1]
    return before !== undefined && word.left - before.left - before.width > word.height * CELL_GAP
  })
}

/** Places where next to no line has a letter though words stand on both sides. */
function emptyPlaces(lines: readonly PlacedLine[]): Gutter[] {
  const crossing = new Uint32Array(MAX_WIDTH * STEPS)
  const between = new Uint32Array(MAX_WIDTH * STEPS)
  const place = (x: number) => Math.max(0, Math.min(MAX_WIDTH * STEPS - 1, Math.round(x * STEPS)))
  for (const { words } of lines) {
    for (const [index, word] of words.entries()) {
      const next = words[index + 1]
      const end = word.left + word.width
      for (let at = place(word.left); at < place(end); at += 1) crossing[at] = (crossing[at] ?? 0) + 1
      if (!next) continue
      for (let at = place(end); at < place(next.left); at += 1) between[at] = (between[at] ?? 0) + 1
    }
  }
  const gutters: Gutter[] = []
  let from: number | null = null
  for (let at = 0; at <= crossing.length; at += 1) {
    const across = crossing[at] ?? 0
    const apart = between[at] ?? 0
    const empty =
      apart >= (across === 0 ? LEAST_CLEAR : LEAST_LINES) && across <= (apart + across) * MAX_CROSSING
    if (empty && from === null) from = at
    if (!empty && from !== null) {
      if (at - from >= NARROWEST * STEPS) gutters.push(clearest(crossing, from, at))
      from = null
    }
  }
  return gutters
}

/** Of a gutter that some lines run across, the widest part that fewest run across. */
function clearest(crossing: Uint32Array, from: number, to: number): Gutter {
  const least = Math.min(...crossing.subarray(from, to))
  let best = { from, to: from }
  let begun = from
  for (let at = from; at < to; at += 1) {
    if ((crossing[at] ?? 0) > least) begun = at + 1
    else if (at + 1 - begun > best.to - best.from) best = { from: begun, to: at + 1 }
  }
  return { left: best.from / STEPS, right: best.to / STEPS }
}

/**
 * How wide the gap at a gutter mostly is, in heights of a letter, over the lines with words in the column before it
 * and over those with words in the column after it, whichever is narrower. Where a mere space between words happens to
 * stand in the same place on a few lines, it is as narrow as a space; words that begin in one place on many lines, or
 * behind the numbers of rows, are a column however near they come.
 */
function usualGap(lines: readonly PlacedLine[], gutters: readonly Gutter[], index: number): number {
  const gutter = gutters[index]
  if (!gutter) return 0
  const end = gutters[index + 1]?.right ?? Number.POSITIVE_INFINITY
  const start = gutters[index - 1]?.right ?? 0
  const before: number[] = []
  const after: number[] = []
  let lined = 0
  let counted = index === 0
  for (const { words } of lines) {
    const at = words.findIndex((word) => word.left >= gutter.right - 0.5)
    const right = at < 0 ? undefined : words[at]
    const left = at < 0 ? words.at(-1) : words[at - 1]
    const gap =
      left && right ? (right.left - left.left - left.width) / right.height : Number.POSITIVE_INFINITY
    if (right && right.left < end - 0.5) {
      after.push(gap)
      if (right.left < gutter.right + 1) lined += 1
    }
    if (left && left.left >= start - 0.5) before.push(gap)
    if (at > 0 && !words.slice(0, at).every(isCount)) counted = false
  }
  if (counted && lined >= LEAST_LINES) return CELL_GAP
  if (lined >= LINED_UP && lined > after.length * 0.8) return CELL_GAP
  return Math.min(usual(before), usual(after))
}

/** The number of a row, or the heading above such numbers: in Excel they stand close to the words behind them. */
function isCount({ text }: { text: string }): boolean {
  return /^(?:№(?:\s*п\s*\/\s*п\.?)?|п\s*\/\s*п\.?|\d{1,3}(?:\.\d{1,2})*[.)]?|[IVXІХ]{1,5}\.?)$/u.test(text)
}

function usual(gaps: readonly number[]): number {
  return gaps.toSorted((one, other) => one - other)[Math.floor(gaps.length * 0.4)] ?? 0
}

/** Makes room for lines that were not asked: where their words end in a gutter, it begins after them. */
function narrow(gutters: readonly Gutter[], pages: readonly (readonly PlacedLine[])[]): Gutter[] {
  const narrowed = gutters.map((gutter) => ({ ...gutter }))
  for (const lines of pages) {
    const last = lines.findLastIndex(hasCells)
    for (const line of lines.slice(lines.findIndex(hasCells), last + 1)) {
      for (const { left, right } of piecesOf(line)) {
        for (const gutter of narrowed) {
          if (left < gutter.left && right > gutter.left && right < gutter.right - NARROWEST)
            gutter.left = right
          else if (right > gutter.right && left < gutter.right && left > gutter.left + NARROWEST)
            gutter.right = left
        }
      }
    }
  }
  return narrowed
}

/** Where the words of a line stand that are no further apart than words mostly are. */
function piecesOf({ words }: PlacedLine): Gutter[] {
  const pieces: Gutter[] = []
  for (const word of words) {
    const last = pieces.at(-1)
    if (last && word.left - last.right <= word.height * WORD_GAP) last.right = word.left + word.width
    else pieces.push({ left: word.left, right: word.left + word.width })
  }
  return pieces
}
