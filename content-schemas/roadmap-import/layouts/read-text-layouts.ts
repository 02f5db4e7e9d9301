import type { LayoutName, NeutralBlock, NeutralDocument } from '../neutral-document.ts'
import { cleanText } from '../text/clean-text.ts'
import { readAligned } from './aligned.ts'
import { readFlows } from './flows.ts'
import { readCellLines, readLines, readParagraphLines } from './lines.ts'
import { readPipes } from './pipes.ts'
import { readSeparated } from './separated.ts'
import { readTabCells } from './tab-cells.ts'
import { readTabRows } from './tab-rows.ts'

const READERS: readonly (readonly [LayoutName, (text: string) => NeutralBlock[] | null])[] = [
  ['tab-cells', readTabCells],
  ['tab-rows', readTabRows],
  ['pipes', readPipes],
  ['separated', readSeparated],
  ['aligned', readAligned],
  ['cell-lines', readCellLines],
  ['lines', readLines],
  ['lines', readParagraphLines],
  ['blocks', readFlows],
]

/**
 * Every way in which the text can be read as tables, likeliest first; the meaning decides later which one fits, and
 * the rest are not even tried when it is sure.
 */
export function* readTextLayouts(source: string): Generator<NeutralDocument> {
  const { text, dropped } = cleanText(source)
  for (const [layout, read] of READERS) {
    const blocks = read(text)
    if (blocks?.some((block) => block.type === 'table')) yield { layout, blocks, dropped }
  }
}
