import { BlockCollector, makeRow, type NeutralBlock } from '../neutral-document.ts'
import { findBlockHeadings, type LineBlock } from './block-headings.ts'
import { gatherCells } from './gather-cells.ts'
import { partTouching } from './part-touching.ts'

const MAX_LINES = 3000
const MAX_COLUMNS = 9
const NARROW_LINE = 50

/**
 * Cells as blocks of lines that blank lines part, the cells of a row in any order: as `pdftotext` without `-layout`
 * takes them off a page, column by column where rows are high.
 */
export function readBlocks(text: string): NeutralBlock[] | null {
  const blocks = blocksOf(text)
  const count = blocks.reduce((sum, { lines }) => sum + lines.length, 0)
  if (count > MAX_LINES || blocks.length < 8) return null
  const headings = findBlockHeadings(blocks)
  if (headings.length < 3 || headings.length > MAX_COLUMNS) return null
  const start = Math.min(...headings.flatMap(({ block }) => (block < 0 ? [] : [block])))
  const collector = new BlockCollector()
  for (const { lines } of blocks.slice(0, start)) for (const line of [...lines, '']) collector.addLine(line)
  const printed = new Set(headings.map(({ heading }) => heading))
  const body = blocks.slice(start).flatMap(({ lines }, index): LineBlock[] => {
    const heading = headings.find(({ block }) => block === start + index)
    const rest = lines.slice(heading?.count ?? 0)
    return rest.length === 0 || printed.has(lines.join(' ')) ? [] : [{ lines: rest }]
  })
  const roles = headings.map(({ role }) => role)
  const gathered = gatherCells(body, roles)
  const others = roles.filter((role) => role !== 'number').length
  if (gathered.length < 2 || others < 2) return null
  if (!areNarrow(body)) return null
  const rows = gathered.map((row) => partTouching(row, roles))
  collector.addTable([makeRow(headings.map(({ heading }) => heading)), ...rows])
  return collector.blocks
}

/** Whether many cells take several short lines, as in the columns of a page. */
function areNarrow(blocks: readonly LineBlock[]): boolean {
  const wrapped = blocks.filter(({ lines }) => lines.length > 1)
  const short = wrapped.filter(({ lines }) => lines.every((line) => line.length < NARROW_LINE))
  return wrapped.length * 4 > blocks.length && short.length * 10 > wrapped.length * 9
}

function blocksOf(text: string): LineBlock[] {
  const blocks: LineBlock[] = []
  let open = false
  for (const line of text.replaceAll('\f', '\n\n').split('\n')) {
    const words = line.trim()
    if (words === '') open = false
    else if (open) blocks.at(-1)?.lines.push(words)
    else {
      blocks.push({ lines: [words] })
      open = true
    }
  }
  return blocks
}
