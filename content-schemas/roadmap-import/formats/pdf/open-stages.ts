import { startsLower } from '../../text/plain-words.ts'
import { NAMED_SECTION } from '../../table/merge-rows.ts'
import { OFFICIAL_STAGE } from '../../table/assign-roles.ts'
import type { Standing } from './open-rows.ts'

/** The height that a row of a table takes on its page. */
export interface Band {
  top: number
  bottom: number
  /** Its first and its last line. */
  first: number
  last: number
  /** A heading across the table, or the headings of its columns: no cell goes on over them. */
  alone: boolean
}

/** Where words of a shared cell stand: as in other cells, or in the middle of the first of its rows. */
export type SharedStanding = Standing | 'first'

/** A line of words in a column whose cells may span rows. */
export interface SharedLine {
  baseline: number
  text: string
}

const MAX_ROWS = 60
const MAX_LINES = 30

/** A cell that some rows share: its rows and its lines, from one to before another. */
export interface SharedCell {
  row: number
  toRow: number
  line: number
  toLine: number
}

/**
 * Which rows share a cell of a column, and which words stand in it: they stand where words of cells stand, at the top or
 * in the middle of all its rows.
 */
export function findShared(
  bands: readonly Band[],
  lines: readonly SharedLine[],
  standing: SharedStanding,
  pitch: number,
): { score: number; cells: SharedCell[] } {
  const width = lines.length + 1
  const best = new Float64Array((bands.length + 1) * width).fill(Number.NEGATIVE_INFINITY)
  const back = new Int32Array((bands.length + 1) * width).fill(-1)
  const named = lines.filter((line) => NAMED_SECTION.test(line.text)).length >= 2
  best[0] = 0
  for (let row = 0; row < bands.length; row += 1) {
    for (let line = 0; line <= lines.length; line += 1) {
      const reached = best[row * width + line] ?? Number.NEGATIVE_INFINITY
      if (reached === Number.NEGATIVE_INFINITY) continue
      for (let toRow = row + 1; toRow <= Math.min(bands.length, row + MAX_ROWS); toRow += 1) {
        if (toRow > row + 1 && (bands[toRow - 1]?.alone === true || bands[row]?.alone === true)) break
        for (let toLine = line; toLine <= Math.min(lines.length, line + MAX_LINES); toLine += 1) {
          const cell = { row, toRow, line, toLine }
          const score = reached + scoreShared(bands, lines, cell, { standing, pitch, named })
          const at = toRow * width + toLine
          if (score <= (best[at] ?? Number.NEGATIVE_INFINITY)) continue
          best[at] = score
          back[at] = row * width + line
        }
      }
    }
  }
  const cells: SharedCell[] = []
  let at = bands.length * width + lines.length
  const score = best[at] ?? Number.NEGATIVE_INFINITY
  while (at > 0 && (back[at] ?? -1) >= 0) {
    const from = back[at] ?? 0
    const [row, line] = [Math.floor(from / width), from % width]
    cells.unshift({ row, line, toRow: Math.floor(at / width), toLine: at % width })
    at = from
  }
  return { score, cells }
}

interface SharedHabits {
  standing: SharedStanding
  pitch: number
  /** Words of this column mostly begin as names of stages do. */
  named: boolean
}

function scoreShared(
  bands: readonly Band[],
  lines: readonly SharedLine[],
  { row, toRow, line, toLine }: SharedCell,
  { standing, pitch, named }: SharedHabits,
): number {
  const [first, last] = [bands[row], bands[toRow - 1]]
  const [top, bottom] = [lines[line], lines[toLine - 1]]
  if (!first || !last) return Number.NEGATIVE_INFINITY
  if (first.alone) return scoreAlone(first, lines.slice(line, toLine), pitch)
  // A stage may go on from the page before.
  if (line === toLine || !top || !bottom) return row === 0 ? -0.5 : -4
  let score =
    0.5 - Math.min(5, Math.max(0, misplaced(first, last, top, bottom, standing) / pitch - 0.25)) * 1.5
  if (top.baseline < (bands[row - 1]?.last ?? 0) + pitch * 0.6) score -= 6
  if (bottom.baseline > (bands[toRow]?.first ?? Number.POSITIVE_INFINITY) - pitch * 0.6) score -= 6
  if (startsLower(top.text)) score -= 3
  if (isNamed(top.text)) score += 0.5
  else if (named) score -= 2
  for (let index = line + 1; index < toLine; index += 1) {
    const [above, own] = [lines[index - 1], lines[index]]
    if (!above || !own) continue
    const gap = own.baseline - above.baseline
    score += gap > pitch * 1.6 ? -3 : gap > pitch * 1.1 ? -0.6 : 0.4
    if (isNamed(own.text)) score -= 2.6
    else if (!startsLower(own.text)) score -= 0.8
  }
  return score
}

function scoreAlone(band: Band, lines: readonly SharedLine[], pitch: number): number {
  const within = lines.every(
    ({ baseline }) => baseline > band.first - pitch * 0.6 && baseline < band.last + pitch * 0.6,
  )
  return within ? 0 : Number.NEGATIVE_INFINITY
}

function misplaced(
  first: Band,
  last: Band,
  top: SharedLine,
  bottom: SharedLine,
  standing: SharedStanding,
): number {
  if (standing === 'top') return Math.abs(top.baseline - first.first)
  if (standing === 'bottom') return Math.abs(bottom.baseline - last.last)
  if (standing === 'first') return misplaced(first, first, top, bottom, 'middle')
  const height = bottom.baseline - top.baseline
  // A cell higher than its rows makes the last of them higher.
  if (height > last.last - first.first) return 0
  return Math.abs((top.baseline + bottom.baseline) / 2 - (first.first + last.last) / 2)
}

function isNamed(text: string): boolean {
  return NAMED_SECTION.test(text) || OFFICIAL_STAGE.test(text)
}
