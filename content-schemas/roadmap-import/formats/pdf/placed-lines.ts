import type { PlacedWords } from './page-marks.ts'

/** Words that stand on one line, from left to right. */
export interface PlacedLine {
  baseline: number
  words: PlacedWords[]
}

/** Gaps in heights of a letter: wider ones part words, still wider ones cells. */
export const WORD_GAP = 0.12
export const CELL_GAP = 0.6

/** Groups words into lines, from top to bottom. */
export function groupLines(words: readonly PlacedWords[]): PlacedLine[] {
  const lines: PlacedLine[] = []
  for (const word of words.toSorted((one, other) => one.baseline - other.baseline || one.left - other.left)) {
    const line = lines.at(-1)
    if (line && word.baseline - line.baseline < word.height * 0.45) line.words.push(word)
    else lines.push({ baseline: word.baseline, words: [word] })
  }
  return lines.map((line) => ({
    baseline: line.baseline,
    words: line.words.toSorted((one, other) => one.left - other.left),
  }))
}

/** Words of a line as text. */
export function lineText(line: PlacedLine): string {
  let text = ''
  let end = 0
  for (const word of line.words) {
    const gap = word.left - end
    if (text !== '' && gap > word.height * WORD_GAP && !text.endsWith(' ')) text += ' '
    text += word.text
    end = word.left + word.width
  }
  return text.trim()
}

/** Left and right end of a line. */
export function lineEnds(line: PlacedLine): { left: number; right: number } {
  return {
    left: line.words.reduce((least, word) => Math.min(least, word.left), Number.POSITIVE_INFINITY),
    right: line.words.reduce((most, word) => Math.max(most, word.left + word.width), 0),
  }
}
