import { readDeadline } from '../deadlines/read-deadline.ts'
import { isSame, paragraphsOf } from './cell-lines.ts'
import type { CellLine } from './roadmap-sheet.ts'

const SEPARATORS = ['\n', ', ', '; ', ' ', ' и ']

/** The deadlines of a row in the words of the document, parted so that reading finds the same ones. */
export function drawDeadlines(verbatims: readonly string[]): CellLine[] {
  const separator = SEPARATORS.find((sign) => isSame(readDeadlines(verbatims.join(sign)), verbatims))
  return paragraphsOf(verbatims.join(separator ?? '\n'))
}

/** Whether a cell with these words reads as these deadlines. */
function readDeadlines(words: string): string[] {
  const { kind, parts } = readDeadline(words.replaceAll(/\s+/g, ' '))
  return kind === 'multi-part' && parts.length > 0 ? parts.map(({ verbatim }) => verbatim) : [words]
}
