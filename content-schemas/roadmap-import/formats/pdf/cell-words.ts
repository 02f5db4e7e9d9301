import { SOFT_BREAK } from '../../neutral-document.ts'
import type { PlacedWords } from './page-marks.ts'
import { groupLines, lineEnds, lineText, type PlacedLine } from './placed-lines.ts'
import { isFirstPiece, isLastLetter } from './torn-words.ts'

/** Room between the words of a cell and its lines, both sides together, in points. */
export const PADDING = 14
/** How much wider than others a letter may be. */
const WIDE = 1.2
const LIST_MARK = /^(?:([-–—•*·])(?:\s|$)|\d{1,2}([.)])(?:\s*\D|$)|[а-я](\))\s)/u
/**
 * Words of a cell as text. A line that had room for the first word of the next was ended by the author (`\n`), any
 * other by the width of the cell (`SOFT_BREAK`). `room` is how wide a line may be, in points.
 */
export function readCellWords(words: readonly PlacedWords[], room: number): string {
  const lines = groupLines(words.some((word) => word.turned) ? layUpright(words) : words)
  const pitch = smallestPitch(lines)
  const longest = Math.max(...lines.map(widthOf), room)
  const listed = lines[0] ? markOf(lineText(lines[0])) : null
  let text = ''
  for (const [index, line] of lines.entries()) {
    const above = lines[index - 1]
    const next = lineText(line)
    if (next === '') continue
    if (above && text !== '') {
      const last = index === lines.length - 1
      text += separate(above, line, { listed, longest, pitch, last })
    }
    text += next
  }
  return text
}

/** What stands between two lines of a cell. */
function separate(
  above: PlacedLine,
  below: PlacedLine,
  cell: { listed: string | null; longest: number; pitch: number; last: boolean },
): string {
  const [words, next] = [lineText(above), lineText(below)]
  if (isTorn(above, below, cell)) return ''
  if (beginsItem(next, words, cell.listed)) return '\n'
  if (below.baseline - above.baseline > cell.pitch * 1.45) return '\n'
  // A dash in the middle of a sentence is short: where it found no room and where none was sought look alike.
  if (/^[-–—](?:\s|$)/.test(next) || markEnds(above)) return ' '
  if (isEndedByAuthor(above, below, cell.longest)) return '\n'
  return SOFT_BREAK
}

/** The sign that marks an item of a list: a dash, a bullet, the «)» of «1)»; null when there is none. */
function markOf(line: string): string | null {
  const match = LIST_MARK.exec(line)
  return match ? (match[1] ?? match[2] ?? match[3] ?? null) : null
}

/** A dash may just as well stand in the middle of a sentence: it begins an item in a list or after a finished one. */
function beginsItem(line: string, above: string, listed: string | null): boolean {
  const mark = markOf(line)
  if (mark === null) return false
  return mark === listed || mark === '•' || mark === ')' || /[:;.]$/.test(above)
}

/** Whether a line is nothing but the mark of an item, whose first word found no room beside it. */
function markEnds(line: PlacedLine): boolean {
  const words = lineText(line)
  return markOf(words) !== null && !/\p{L}/u.test(words)
}

function isEndedByAuthor(above: PlacedLine, below: PlacedLine, longest: number): boolean {
  const words = lineText(above)
  if (/[\p{L}\d]-$/u.test(words)) return false
  const [first] = below.words
  const letters = first ? (first.text.trim().split(/\s/)[0]?.length ?? 0) : 0
  const letter = letterOf(below)
  return widthOf(above) + letter * (letters + 1) < longest - letter
}

/** Whether a column too narrow for a word tore it: a line of one word, full to the last letter, and its rest below. */
function isTorn(
  above: PlacedLine,
  below: PlacedLine,
  { longest, last }: { longest: number; last: boolean },
): boolean {
  const [words, next] = [lineText(above), lineText(below)]
  const letter = Math.max(widthOf(above) / words.length, letterOf(below) * WIDE)
  if (widthOf(above) + letter <= longest) return false
  return isFirstPiece(words, next) || (last && isLastLetter(words, next))
}

/** Width of a letter at the beginning of a line. */
function letterOf({ words }: PlacedLine): number {
  const [first] = words
  return first ? first.width / Math.max(1, first.text.length) : 0
}

/** Width of the longest line of a cell, in points. */
export function longestLine(words: readonly PlacedWords[]): number {
  return groupLines(words).reduce((most, line) => Math.max(most, widthOf(line)), 0)
}

function widthOf(line: PlacedLine): number {
  const { left, right } = lineEnds(line)
  return right - left
}

function smallestPitch(lines: readonly PlacedLine[]): number {
  const pitches = lines.slice(1).map((line, index) => line.baseline - (lines[index]?.baseline ?? 0))
  return pitches.reduce((least, pitch) => Math.min(least, pitch), Number.POSITIVE_INFINITY)
}

/** Words set upwards or downwards, as if the cell were turned to read them. */
function layUpright(words: readonly PlacedWords[]): PlacedWords[] {
  return words.map((word) => {
    if (word.turned === 'up') return { ...word, left: -word.baseline, baseline: word.left }
    return word.turned === 'down' ? { ...word, left: word.baseline, baseline: -word.left } : word
  })
}
