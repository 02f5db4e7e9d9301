import { SOFT_BREAK } from '../../neutral-document.ts'
import type { PlacedWords } from './page-marks.ts'
import { groupLines, lineEnds, lineText, type PlacedLine } from './placed-lines.ts'

/** Room between the words of a cell and its lines, both sides together, in points. */
const PADDING = 14
const LIST_MARK = /^(?:[-–—•*·]\s|\d{1,2}[.)](?:\s*\D|$)|[а-я]\)\s)/u
/** What of a Russian word a narrow column leaves for the next line, and what is no word of its own. */
const TORN_ENDING =
  /^(?:[ьъыйщ]|(?!(?:по|на|от|до|из|за|не|ни|об|со|во|ко|же|ли|бы|их|её|он|мы|вы|ее|то|те|та)(?!\p{L}))\p{Ll}{2}(?!\p{L})|[мхйтея](?!\p{L})|(?:ями|ами|ого|его|ому|ему|ыми|ими|ние|ния|ний|нию|нием|ва|тва|тво|ству|ства|ство|ости|ность|ности|тся|ться|ики|ика|ков|лей|ели|ция|ции|цию)(?!\p{L}))/u
/** A mark that stands alone: the first word after it found no room beside it. */
const LONE_DASH = /^[-–—•*·]$/

/**
 * Words of a cell as text. A line that had room for the first word of the next was ended by the author (`\n`), any
 * other by the width of the cell (`SOFT_BREAK`).
 */
export function readCellWords(words: readonly PlacedWords[], cellWidth: number): string {
  const lines = groupLines(words.some((word) => word.turned) ? layUpright(words) : words)
  const pitch = smallestPitch(lines)
  const longest = Math.max(...lines.map(widthOf), cellWidth - PADDING)
  const listed = lines[0] ? lineText(lines[0]).charAt(0) : ''
  let text = ''
  for (const [index, line] of lines.entries()) {
    const above = lines[index - 1]
    const next = lineText(line)
    if (next === '') continue
    if (above && text !== '') {
      const ended = isEndedByAuthor(above, line, longest, pitch) || (LONE_DASH.test(next) && next === listed)
      text += ended ? '\n' : isTorn(above, next, longest) ? '' : SOFT_BREAK
    }
    text += next
  }
  return text
}

function isEndedByAuthor(above: PlacedLine, below: PlacedLine, longest: number, pitch: number): boolean {
  if (below.baseline - above.baseline > pitch * 1.45) return true
  if (LIST_MARK.test(lineText(below))) return true
  const words = lineText(above)
  if (/[\p{L}\d]-$/u.test(words)) return false
  const [first] = below.words
  const letters = first ? (first.text.trim().split(/\s/)[0]?.length ?? 0) : 0
  const letter = first ? first.width / Math.max(1, first.text.length) : 0
  return widthOf(above) + letter * (letters + 1) < longest - letter
}

/** Whether a column too narrow for a word tore it: a line of one word, full to the last letter, and an ending below. */
function isTorn(above: PlacedLine, next: string, longest: number): boolean {
  const words = lineText(above)
  if (!/^[\p{L}(«]*\p{Ll}$/u.test(words) || !TORN_ENDING.test(next)) return false
  return widthOf(above) + widthOf(above) / words.length > longest
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
