import type { ColumnLine } from './column-widths.ts'
import { printedWidth } from './letter-widths.ts'

/** Room for a word, in hundredths of the type's size. */
const LEAST_ROOM = 150
const ROOM_SLOPE = 200
const MAX_ROOM_COST = 2
const NO_ROOM = 0.4

/** What it costs that a line ended though the next word had room; that it had none speaks for the cell. */
export function roomCost(width: number | null, line: string, next: string): number {
  if (width === null) return 0
  const room = width - printedWidth(`${line} ${/^\S+/.exec(next)?.[0] ?? ''}`)
  return room > LEAST_ROOM ? Math.min(MAX_ROOM_COST, room / ROOM_SLOPE) : -NO_ROOM
}

/** The width that lines which go on reach; null when too few do. */
export function widestLine(lines: readonly ColumnLine[]): number | null {
  const full = lines.filter((_, index) => lines[index + 1]?.begins === false)
  const widths = full.map(({ text }) => printedWidth(text)).toSorted((one, other) => other - one)
  return widths.length < 3 ? null : (widths[Math.floor(widths.length / 10)] ?? null)
}
