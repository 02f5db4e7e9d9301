/** Words with their place on a page, in points from the lower left corner. */
export interface PlacedWords {
  text: string
  left: number
  bottom: number
  width: number
  height: number
}

const MAX_LETTERS_ACROSS = 600
/** Gaps in heights of a letter: wider parts cells, wider parts words. */
const CELL_GAP = 0.5
const WORD_GAP = 0.12

/**
 * Draws pages as text: words of the same height on one line, each at the column of letters that its place comes to,
 * so that the columns of a table stand under each other, on all pages alike. Blank lines stand for wide gaps.
 */
export function drawPages(pages: readonly (readonly PlacedWords[])[]): string {
  const words = pages.flat()
  const letter = letterWidth(words)
  const margin = words.reduce((least, { left }) => Math.min(least, left), Number.POSITIVE_INFINITY)
  return pages.map((page) => drawPage(page, margin, letter)).join('\n\f\n')
}

function drawPage(words: readonly PlacedWords[], margin: number, letter: number): string {
  const lines = groupLines(words)
  const pitch = linePitch(lines.map((line) => line.bottom))
  const drawn: string[] = []
  for (const [index, line] of lines.entries()) {
    const above = lines[index - 1]
    const height = line.words[0]?.height ?? 0
    if (above && above.bottom - line.bottom > Math.max(pitch, height * 1.2) * 1.6) drawn.push('')
    drawn.push(drawLine(line.words, margin, letter))
  }
  return drawn.join('\n')
}

interface Line {
  bottom: number
  words: PlacedWords[]
}

function groupLines(words: readonly PlacedWords[]): Line[] {
  const lines: Line[] = []
  for (const word of words.toSorted((one, other) => other.bottom - one.bottom || one.left - other.left)) {
    const line = lines.at(-1)
    if (line && line.bottom - word.bottom < word.height * 0.45) line.words.push(word)
    else lines.push({ bottom: word.bottom, words: [word] })
  }
  return lines
}

function drawLine(words: readonly PlacedWords[], margin: number, letter: number): string {
  let line = ''
  let end = 0
  for (const word of words.toSorted((one, other) => one.left - other.left)) {
    const column = Math.min(MAX_LETTERS_ACROSS, Math.round((word.left - margin) / letter))
    const gap = word.left - end
    const wide = gap > word.height * CELL_GAP
    if (line === '') line = ' '.repeat(column)
    else if (wide) line = line.padEnd(Math.max(column, line.length + 2))
    else if (gap > word.height * WORD_GAP && !line.endsWith(' ')) line += ' '
    line += word.text
    end = word.left + word.width
  }
  return line.trimEnd()
}

/** Width of a letter, narrow enough that no column runs into the next. */
function letterWidth(words: readonly PlacedWords[]): number {
  const widths = words
    .filter((word) => word.text.trim().length > 2 && word.width > 0)
    .map((word) => word.width / word.text.length)
    .toSorted((one, other) => one - other)
  return Math.max(1, widths[Math.floor(widths.length * 0.2)] ?? 5)
}

function linePitch(bottoms: readonly number[]): number {
  const steps = bottoms
    .slice(1)
    .map((bottom, index) => (bottoms[index] ?? bottom) - bottom)
    .filter((step) => step > 1)
    .toSorted((one, other) => one - other)
  return steps[Math.floor(steps.length * 0.3)] ?? 12
}
