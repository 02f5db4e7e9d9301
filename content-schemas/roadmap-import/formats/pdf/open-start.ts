import { countHeadings } from '../../table/column-roles.ts'
import { CELL_GAP, findGutters } from './open-columns.ts'
import { findHeaderSlots, readSlots } from './open-slots.ts'
import type { PageMarks } from './page-marks.ts'
import { groupLines, type PlacedLine } from './placed-lines.ts'

const MAX_FRONT_PAGES = 20
/** In heights of a letter: how far above the line that names most columns the headings may begin. */
const HEADER_ABOVE = 4

/** The page on which a table without lines begins, and what of the pages from it on may tell its columns. */
export interface OpenStart {
  page: number
  marks: PageMarks[]
}

/**
 * Finds where a table begins: a letter before it, or the blocks «СОГЛАСОВАНО» and «УТВЕРЖДАЮ» above it, have columns of
 * their own. Where no line names the columns, the first page tells whose own columns have headings.
 */
export function findOpenStart(pages: readonly PageMarks[]): OpenStart {
  for (const [index, page] of pages.slice(0, MAX_FRONT_PAGES).entries()) {
    const header = groupLines(page.words.filter((word) => !word.turned)).find(namesColumns)
    if (!header) continue
    const height = header.words[0]?.height ?? 0
    const words = page.words.filter((word) => word.baseline > header.baseline - height * HEADER_ABOVE)
    return { page: index, marks: [{ ...page, words }, ...pages.slice(index + 1)] }
  }
  const start = pages.slice(0, MAX_FRONT_PAGES).findIndex((page) => {
    const gutters = findGutters([page])
    return gutters.length > 0 && findHeaderSlots(readSlots(page, gutters)) !== null
  })
  const page = Math.max(0, start)
  return { page, marks: pages.slice(page) }
}

/** Whether the words of a line, parted at its gaps, are headings of columns. */
function namesColumns({ words }: PlacedLine): boolean {
  const cells: string[] = []
  for (const [index, word] of words.entries()) {
    const before = words[index - 1]
    const apart = !before || word.left - before.left - before.width > word.height * CELL_GAP
    if (apart) cells.push(word.text)
    else cells.push(`${cells.pop() ?? ''} ${word.text}`)
  }
  return countHeadings(cells) >= 3
}
