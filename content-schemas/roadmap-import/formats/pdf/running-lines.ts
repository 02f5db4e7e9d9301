import { roleOfHeading } from '../../table/column-roles.ts'
import type { PageMarks } from './page-marks.ts'
import { groupLines, lineText, type PlacedLine } from './placed-lines.ts'

/** Part of a page's height, at its top and at its bottom, where running lines and page numbers stand. */
const MARGIN = 0.1
const PAGE_NUMBER =
  /^(?:[-–—\s]*\d{1,3}[-–—\s]*|(?:стр(?:аница|\.)?|лист)\s*\d{1,3}(?:\s*из\s*\d{1,3})?|\d{1,3}\s*(?:\/|из)\s*\d{1,3})$/i

/** Leaves out page numbers and the lines that stand at the same place of most pages; gives them back apart. */
export function dropRunningLines(pages: readonly PageMarks[]): { pages: PageMarks[]; dropped: string[] } {
  const edges = pages.map((page) => groupLines(page.words).filter((line) => isAtEdge(line, page)))
  const counts = new Map<string, number>()
  for (const lines of edges) {
    for (const key of new Set(lines.map(keyOf))) counts.set(key, (counts.get(key) ?? 0) + 1)
  }
  const dropped: string[] = []
  const kept = pages.map((page, index) => {
    const outermost = new Set([edges[index]?.at(0), edges[index]?.at(-1)])
    const gone = (edges[index] ?? []).filter((line) => {
      const text = lineText(line)
      if (PAGE_NUMBER.test(text)) return outermost.has(line) && isOutermost(line, page)
      const often = Math.max(2, pages.length * 0.6)
      return (counts.get(keyOf(line)) ?? 0) >= often && isOneCell(line) && roleOfHeading(text) === null
    })
    dropped.push(...gone.map(lineText))
    const words = new Set(gone.flatMap((line) => line.words))
    return { ...page, words: page.words.filter((word) => !words.has(word)) }
  })
  return { pages: kept, dropped: [...new Set(dropped)] }
}

function isAtEdge(line: PlacedLine, page: PageMarks): boolean {
  return line.baseline < page.height * MARGIN || line.baseline > page.height * (1 - MARGIN)
}

/** Whether no other words stand nearer to the page's edge. */
function isOutermost(line: PlacedLine, page: PageMarks): boolean {
  const top = line.baseline < page.height / 2
  return page.words.every(
    (word) =>
      line.words.includes(word) ||
      (top ? word.baseline > line.baseline - 1 : word.baseline < line.baseline + 1),
  )
}

function isOneCell(line: PlacedLine): boolean {
  return line.words.every((word, index) => {
    const before = line.words[index - 1]
    return !before || word.left - before.left - before.width < word.height * 2
  })
}

/** The same words at the same height, whatever numbers they hold. */
function keyOf(line: PlacedLine): string {
  return `${Math.round(line.baseline / 4)}|${lineText(line).replaceAll(/\d+/g, '#')}`
}
