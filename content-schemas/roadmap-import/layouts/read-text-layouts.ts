import type { LayoutName, NeutralBlock, NeutralDocument } from '../neutral-document.ts'
import { findRoadmapTable } from '../table/find-roadmap-table.ts'
import { cleanText } from '../text/clean-text.ts'
import { readAligned } from './aligned.ts'
import { splitFlows } from './flow-lines.ts'
import { readColumnRuns, readFlows } from './flows.ts'
import { isFlawless, rateTable } from './likelihood.ts'
import { readCellLines, readLines, readParagraphLines } from './lines.ts'
import { readPipes } from './pipes.ts'
import { readSeparated } from './separated.ts'
import { readTabCells } from './tab-cells.ts'
import { readTabRows } from './tab-rows.ts'

type Reader = (text: string) => NeutralBlock[] | null

/** Layouts in which signs part the cells. */
const SIGNED: readonly (readonly [LayoutName, Reader])[] = [
  ['tab-cells', readTabCells],
  ['tab-rows', readTabRows],
  ['pipes', readPipes],
  ['separated', readSeparated],
  ['aligned', readAligned],
]

/** Ways to read texts of which only lines are left, and by how much a line each must be likelier than the others. */
const LOOSE: readonly (readonly [LayoutName, Reader, number])[] = [
  ['cell-lines', readCellLines, 0],
  ['lines', readLines, 0],
  ['lines', readParagraphLines, 0],
  ['blocks', readColumnRuns, 0],
  ['blocks', readFlows, 0.2],
]
/** In longer texts the first of these ways is taken: to rate them all would take too long. */
const MAX_RATED_LINES = 1500
/** Readers of pages leave a blank line at least after so many lines. */
const FEWEST_GAPS = 25

/**
 * Every way in which the text can be read as tables, likeliest first; the meaning decides later which one fits, and
 * the rest are not even tried when it is sure. Of the ways that only guess where cells end, the likeliest is given.
 */
export function* readTextLayouts(source: string): Generator<NeutralDocument> {
  const { text, dropped } = cleanText(source)
  for (const [layout, read] of SIGNED) {
    const blocks = read(text)
    if (hasTable(blocks)) yield { layout, blocks, dropped }
  }
  if (text.split('\n', MAX_RATED_LINES + 1).length <= MAX_RATED_LINES) {
    const likeliest = findLikeliest(text, dropped)
    if (likeliest) yield likeliest
    return
  }
  for (const [layout, read] of LOOSE) {
    const blocks = read(text)
    if (hasTable(blocks)) yield { layout, blocks, dropped }
  }
}

function findLikeliest(text: string, dropped: string[]): NeutralDocument | null {
  let best: { document: NeutralDocument; rate: number; flawless: boolean } | null = null
  const lines = splitFlows(text)
  const parted = lines.filter((line) => line.first).length * FEWEST_GAPS > lines.length
  for (const [layout, read, handicap] of LOOSE) {
    if (layout === 'blocks' && best && (!parted || best.flawless)) continue
    const blocks = read(text)
    if (!hasTable(blocks)) continue
    const document = { layout, blocks, dropped }
    const table = findRoadmapTable(document)
    const rate = table ? rateTable(table) - handicap * lines.length : Number.NEGATIVE_INFINITY
    if (!best || rate > best.rate) best = { document, rate, flawless: table !== null && isFlawless(table) }
  }
  return best?.document ?? null
}

function hasTable(blocks: NeutralBlock[] | null): blocks is NeutralBlock[] {
  return blocks?.some((block) => block.type === 'table') ?? false
}
