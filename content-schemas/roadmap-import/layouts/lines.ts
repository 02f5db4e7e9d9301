import type { NeutralBlock } from '../neutral-document.ts'
import { startsLower } from '../text/plain-words.ts'
import { alignLines } from './align-lines.ts'
import type { LooseCell } from './judged-cell.ts'
import { readStream } from './read-stream.ts'

/** More lines than these are only judged one by one: to judge whole cells would take too long. */
const MAX_ALIGNED_LINES = 1500

/**
 * A table of which only the words are left, a cell on one or several lines, empty cells lost (`pdftotext` without
 * `-layout`, copies from a viewer).
 */
export function readLines(text: string): NeutralBlock[] | null {
  const lines = looseCells(text)
  if (lines.length > MAX_ALIGNED_LINES) return null
  return readStream(lines, 'loose', (cells, roles, _habits, headed) => alignLines(cells, roles, headed))
}

/** The same, lines judged one by one: for long texts and those whose cells hold several paragraphs. */
export function readParagraphLines(text: string): NeutralBlock[] | null {
  return readStream(looseCells(text), 'loose')
}

function looseCells(text: string): LooseCell[] {
  const cells: LooseCell[] = []
  let gapBefore = true
  for (const line of linesOf(text)) {
    if (line.trim() !== '') cells.push({ text: line.trim(), gapBefore })
    gapBefore = line.trim() === ''
  }
  return cells
}

/** A cell on every line, an empty line for an empty cell, as word processors save tables as text. */
export function readCellLines(text: string): NeutralBlock[] | null {
  const lines = linesOf(text)
  const last = lines.findLastIndex((line) => line.trim() !== '')
  const filled = lines.filter((line) => line.trim() !== '')
  const wrapped = filled.filter((line) => startsLower(line) && line.length > 12).length
  const parted = filled.length * 10 < (last + 1) * 7
  const empty = lines.slice(Math.floor(last / 3), last).filter((line) => line.trim() === '').length
  if (parted || wrapped * 3 > filled.length || empty < 2) return null
  return readStream(
    lines.slice(0, last + 1).map((line) => ({ text: line.trim(), gapBefore: false })),
    'paragraphs',
  )
}

function linesOf(text: string): string[] {
  return text.replaceAll('\f', '\n').split('\n')
}
