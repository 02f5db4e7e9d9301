import { LETTER, LETTER_SIZE, type PdfPage, wrapText, writePdf } from './pdf-writer.ts'
import { drawRows, type DrawnRow } from './render-text.ts'
import type { RoadmapModel } from './roadmap-model.ts'

const PAGE = { width: 842, height: 595, margin: 40 }
const LEADING = 12

/**
 * A .pdf whose words stand at the places of a table's cells, over several pages, without lines around them; at the top
 * of their rows, or in the middle where no stage spans rows.
 */
export function renderPdf(model: RoadmapModel, centred = false): Uint8Array {
  return writePdf(
    layOut(model, centred && model.shape !== 'stage-column').map((texts): PdfPage => ({
      width: PAGE.width,
      height: PAGE.height,
      texts,
      frames: [],
    })),
  )
}

function layOut(model: RoadmapModel, centred: boolean): PdfPage['texts'][] {
  const pages: PdfPage['texts'][] = [[]]
  let y = PAGE.height - PAGE.margin
  const turn = (height: number) => {
    if (y - height > PAGE.margin) return
    pages.push([])
    y = PAGE.height - PAGE.margin
  }
  const put = (x: number, text: string, down: number) =>
    pages.at(-1)?.push({ x, y: y - down * LEADING, text })
  for (const line of wrapText(model.title, 120)) {
    put(PAGE.margin, line, 0)
    y -= LEADING
  }
  y -= LEADING
  const widths = model.columns.map((column) =>
    column.role === 'number' ? 40 : column.role === 'activity' ? 210 : 110,
  )
  for (const row of drawRows(model)) {
    const cells = wrapRow(row, widths)
    const lines = Math.max(...cells.map((cell) => cell.length))
    const height = lines * LEADING + 6
    turn(height)
    let x = PAGE.margin
    for (const [column, cell] of cells.entries()) {
      const above = centred ? (lines - cell.length) / 2 : 0
      for (const [down, text] of cell.entries()) put(x, text, above + down)
      x += widths[column] ?? 0
    }
    y -= height
  }
  return pages
}

function wrapRow(row: DrawnRow, widths: readonly number[]): string[][] {
  if (!Array.isArray(row)) return [[row.section]]
  return row.map((cell, index) =>
    wrapText(cell, Math.floor(((widths[index] ?? 100) - 10) / (LETTER_SIZE * LETTER))),
  )
}
