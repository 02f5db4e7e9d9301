import type { NeutralBlock } from '../neutral-document.ts'
import { assembleRows, type DelimitedLine } from './delimited-rows.ts'

const MAX_QUOTED_LINES = 40

/** Rows on lines, cells parted by tabs; a row may be broken over lines and pages, cells may be quoted as by Excel. */
export function readTabRows(text: string): NeutralBlock[] | null {
  const source = joinQuotedLines(text.replaceAll('\f', '\n\n').split('\n'))
  const tabbed = source.filter((line) => (line.match(/\t/g)?.length ?? 0) >= 2).length
  if (tabbed < 2) return null
  const lines = source.map((line): DelimitedLine => ({
    cells:
      line.includes('\t') && (line.includes('\t\t') || /\S/.test(line))
        ? line.split('\t').map((cell) => cell.replaceAll('\u000b', '\n'))
        : null,
    text: line,
  }))
  const indented = lines.flatMap((line) => line.cells ?? []).filter((cell) => cell.trim() !== '')
  const bullets = indented.filter((cell) => /^ \S/.test(cell)).length
  if (bullets * 3 < indented.length) for (const line of lines) markLostBullets(line)
  return assembleRows(lines)
}

/** A lone space before a cell's words is what remains of a bullet of a symbol font. */
function markLostBullets(line: DelimitedLine): void {
  if (line.cells) line.cells = line.cells.map((cell) => (/^ \p{L}/u.test(cell) ? `•${cell}` : cell))
}

/** Excel puts a cell with line ends between double quotes. */
function joinQuotedLines(lines: readonly string[]): string[] {
  const joined: string[] = []
  for (let index = 0; index < lines.length; index += 1) {
    const line = lines[index] ?? ''
    const end = opensQuote(line) ? findQuoteEnd(lines, index) : index
    const whole = end > index ? lines.slice(index, end + 1).join('\u000b') : line
    joined.push(/(?:^|\t)"/.test(whole) ? unquote(whole) : whole)
    index = end
  }
  return joined
}

function opensQuote(line: string): boolean {
  const start = line.search(/(?:^|\t)"(?!")/)
  return start >= 0 && (line.match(/"/g)?.length ?? 0) % 2 === 1
}

function findQuoteEnd(lines: readonly string[], index: number): number {
  for (let at = index + 1; at < Math.min(lines.length, index + MAX_QUOTED_LINES); at += 1) {
    const line = lines[at] ?? ''
    if ((line.match(/"/g)?.length ?? 0) % 2 === 1) return /"(?:\t|$)/.test(line) ? at : index
  }
  return index
}

function unquote(line: string): string {
  return line.replaceAll(
    /(^|\t)"([^\t]*)"(?=\t|$)/g,
    (_, before: string, cell: string) => before + cell.replaceAll('""', '"'),
  )
}
