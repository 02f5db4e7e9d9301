import { drawGrid, type GridCell, type GridRow } from './draw-grid.ts'
import { LETTER, LETTER_SIZE, type PdfPage, wrapText, writePdf } from './pdf-writer.ts'
import type { RoadmapModel } from './roadmap-model.ts'

const MARGIN = 40
const LEADING = 11
const PADDING = 4
const LEAST_LINES = 2
const LANDSCAPE = { width: 842, height: 595 }

/** How the pages are made. */
export interface RuledPdfStyle {
  /** The header stands on every page again. */
  repeatHeader: boolean
  /** Words stand in the middle of their cells. */
  centred: boolean
  /** Pages are drawn lying on their side. */
  turned: boolean
}

/**
 * A .pdf of a table with lines around its cells: merged stages, rows that go on over a page's end, page numbers.
 */
export function renderRuledPdf(
  model: RoadmapModel,
  style: RuledPdfStyle = { repeatHeader: false, centred: false, turned: false },
): Uint8Array {
  const [header, ...rows] = groupRows(drawGrid(model))
  const widths = columnWidths(model)
  const sheet = new Sheet(widths, style, header?.[0])
  sheet.addTitle(model.title)
  for (const group of header ? [header, ...rows] : rows) sheet.addGroup(group)
  return writePdf(sheet.pages)
}

function columnWidths(model: RoadmapModel): number[] {
  const shares = model.columns.map(({ role }) => (role === 'number' ? 0.5 : role === 'activity' ? 2.6 : 1.3))
  const total = shares.reduce((sum, share) => sum + share, 0)
  return shares.map((share) => Math.round((share * (LANDSCAPE.width - 2 * MARGIN)) / total))
}

/** Rows that a merged cell holds together. */
function groupRows(rows: readonly GridRow[]): GridRow[][] {
  const groups: GridRow[][] = []
  let held = 0
  for (const row of rows) {
    if (held > 0) groups.at(-1)?.push(row)
    else groups.push([row])
    held = Math.max(held, ...row.cells.map((cell) => cell.down)) - 1
  }
  return groups
}

interface PlacedCell {
  column: number
  cell: GridCell
  lines: string[]
}

class Sheet {
  readonly pages: PdfPage[] = []
  readonly #widths: readonly number[]
  readonly #style: RuledPdfStyle
  readonly #header: GridRow | undefined
  #y = 0

  constructor(widths: readonly number[], style: RuledPdfStyle, header: GridRow | undefined) {
    this.#widths = widths
    this.#style = style
    this.#header = header
    this.#turnPage()
  }

  addTitle(title: string): void {
    for (const line of wrapText(title, 120)) {
      this.#page().texts.push({ x: MARGIN, y: this.#y - LETTER_SIZE, text: line })
      this.#y -= LEADING
    }
    this.#y -= LEADING
  }

  /** Rows of one merged cell stay on one page; a row alone goes on over the page's end where two lines fit. */
  addGroup(rows: readonly GridRow[]): void {
    const placed = this.#place(rows)
    const heights = this.#heights(rows, placed)
    const total = heights.reduce((sum, height) => sum + height, 0)
    const room = Math.floor((this.#y - MARGIN - 2 * PADDING) / LEADING)
    const [only = []] = placed
    if (this.#y - total < MARGIN && rows.length === 1 && room >= LEAST_LINES && rows[0]?.kind === 'row') {
      this.#draw(
        [only.map((part) => ({ ...part, lines: part.lines.slice(0, room) }))],
        [room * LEADING + 2 * PADDING],
      )
      this.#turnPage()
      const rest = only.map((part) => ({ ...part, lines: part.lines.slice(room) }))
      this.#draw([rest], [Math.max(...rest.map(({ lines }) => lines.length)) * LEADING + 2 * PADDING])
      return
    }
    if (this.#y - total < MARGIN) this.#turnPage()
    this.#draw(placed, heights)
  }

  #turnPage(): void {
    const number = this.pages.length + 1
    this.pages.push({
      ...LANDSCAPE,
      texts: [{ x: LANDSCAPE.width / 2, y: MARGIN / 2, text: `${number}` }],
      frames: [],
      turned: this.#style.turned,
    })
    this.#y = LANDSCAPE.height - MARGIN
    if (number > 1 && this.#style.repeatHeader && this.#header) this.addGroup([this.#header])
  }

  #place(rows: readonly GridRow[]): PlacedCell[][] {
    const held = this.#widths.map(() => 0)
    return rows.map(({ cells }) => {
      const pending = [...cells]
      const placed: PlacedCell[] = []
      for (let column = 0; column < held.length; column += 1) {
        const left = held[column] ?? 0
        const cell = left > 0 ? undefined : pending.shift()
        held[column] = cell ? cell.down - 1 : Math.max(0, left - 1)
        if (!cell) continue
        const letters = Math.floor(
          (this.#widthOf(column, cell.across) - 2 * PADDING) / (LETTER_SIZE * LETTER),
        )
        placed.push({ column, cell, lines: wrapText(cell.text, letters) })
        column += cell.across - 1
      }
      return placed
    })
  }

  #heights(rows: readonly GridRow[], placed: readonly PlacedCell[][]): number[] {
    const heightOf = ({ lines }: PlacedCell) => Math.max(1, lines.length) * LEADING + 2 * PADDING
    const heights = placed.map((row) =>
      Math.max(LEADING + 2 * PADDING, ...row.filter(({ cell }) => cell.down === 1).map(heightOf)),
    )
    const merged = Math.max(
      0,
      ...placed
        .flat()
        .filter(({ cell }) => cell.down > 1)
        .map(heightOf),
    )
    const total = heights.reduce((sum, height) => sum + height, 0)
    if (rows.length > 1 && merged > total)
      heights[heights.length - 1] = (heights.at(-1) ?? 0) + merged - total
    return heights
  }

  #draw(rows: readonly PlacedCell[][], heights: readonly number[]): void {
    for (const [index, row] of rows.entries()) {
      for (const { column, cell, lines } of row) {
        const height = heights.slice(index, index + cell.down).reduce((sum, one) => sum + one, 0)
        const x = MARGIN + this.#widthOf(0, column)
        const width = this.#widthOf(column, cell.across)
        this.#page().frames.push({ x, y: this.#y - height, width, height })
        const lowered = this.#style.centred ? (height - lines.length * LEADING) / 2 : PADDING
        for (const [line, text] of lines.entries()) {
          const indent = this.#style.centred ? (width - text.length * LETTER_SIZE * LETTER) / 2 : PADDING
          this.#page().texts.push({
            x: x + indent,
            y: this.#y - lowered - LETTER_SIZE - line * LEADING,
            text,
          })
        }
      }
      this.#y -= heights[index] ?? 0
    }
  }

  #widthOf(column: number, across: number): number {
    return this.#widths.slice(column, column + across).reduce((sum, width) => sum + width, 0)
  }

  #page(): PdfPage {
    const page = this.pages.at(-1)
    if (!page) throw new Error('a sheet has at least one page')
    return page
  }
}
