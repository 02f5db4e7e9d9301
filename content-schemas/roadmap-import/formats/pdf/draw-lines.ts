import { isHorizontal, type PageMarks, type PlacedWords } from './page-marks.ts'
import { CELL_GAP, groupLines, WORD_GAP } from './placed-lines.ts'

const MAX_LETTERS_ACROSS = 600
/** Share of the page's width from which a line across counts as drawn between rows. */
const PARTING_RULE = 0.25

/**
 * Draws pages as text: words of the same height on one line, each at the column of letters that its place comes to,
 * so that the columns of a table stand under each other, on all pages alike. Blank lines stand for wide gaps and for
 * lines drawn across.
 */
export function drawPages(pages: readonly PageMarks[]): string {
  const words = pages.flatMap((page) => page.words.filter((word) => !word.turned))
  const letter = letterWidth(words)
  const margin = words.reduce((least, { left }) => Math.min(least, left), Number.POSITIVE_INFINITY)
  return pages.map((page) => drawPage(page, margin, letter)).join('\n\f\n')
}

function drawPage(page: PageMarks, margin: number, letter: number): string {
  const lines = groupLines(page.words.filter((word) => !word.turned))
  const pitch = linePitch(lines.map((line) => line.baseline))
  const rules = page.rules
    .filter((rule) => isHorizontal(rule) && rule.right - rule.left > page.width * PARTING_RULE)
    .map((rule) => rule.top)
  const drawn: string[] = []
  for (const [index, line] of lines.entries()) {
    const above = lines[index - 1]
    const height = line.words[0]?.height ?? 0
    if (above) {
      const wide = line.baseline - above.baseline > Math.max(pitch, height * 1.2) * 1.6
      const ruled = rules.some((top) => top > above.baseline && top < line.baseline)
      if (wide || ruled) drawn.push('')
    }
    drawn.push(drawLine(line.words, margin, letter))
  }
  return drawn.join('\n')
}

function drawLine(words: readonly PlacedWords[], margin: number, letter: number): string {
  let line = ''
  let end = 0
  for (const word of words) {
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

function linePitch(baselines: readonly number[]): number {
  const steps = baselines
    .slice(1)
    .map((baseline, index) => baseline - (baselines[index] ?? baseline))
    .filter((step) => step > 1)
    .toSorted((one, other) => one - other)
  return steps[Math.floor(steps.length * 0.3)] ?? 12
}
