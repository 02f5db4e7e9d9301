/**
 * What every format is read into before its meaning is looked for: text and tables in the order of the document.
 * In cells `\n` parts paragraphs and `SOFT_BREAK` marks where a line merely ran out of room.
 */
export interface NeutralDocument {
  layout: LayoutName
  blocks: NeutralBlock[]
  /** Words that stood in the document and are no part of it (page numbers, marks of Word), as they stood. */
  dropped: string[]
}

export type LayoutName =
  | 'tab-rows'
  | 'tab-cells'
  | 'pipes'
  | 'separated'
  | 'aligned'
  | 'cell-lines'
  | 'lines'
  | 'blocks'
  | 'html'
  | 'positions'

export type NeutralBlock = NeutralText | NeutralTable

export interface NeutralText {
  type: 'text'
  lines: string[]
  /** True when the words stood among the rows of the table above. */
  among?: true
}

export interface NeutralTable {
  type: 'table'
  rows: NeutralRow[]
}

export interface NeutralRow {
  cells: string[]
  /** Whether blank lines or a page break stand before the row. */
  gapBefore: boolean
  /** One cell across the whole table: the heading of a section. */
  spanning: boolean
  /** Columns whose cell goes on from the row above (`rowspan`); known only where the format tells. */
  merged?: readonly number[]
  /** True when the layout itself tells that a row of the author begins here. */
  begins?: boolean
  /** True when it was a close call which cells stand in the row: its deadline or people may be another's. */
  unsure?: boolean
  /** Where the row stands in the document; given by `markOrigins`. */
  origin?: RowOrigin
  /** What a person says the row is, whatever it looks like. */
  readAs?: 'section' | 'row'
}

/** Place of a row: its block in the document and its row in the block's table, both from 0. */
export interface RowOrigin {
  block: number
  row: number
}

/** The same document, every row of which knows its place. */
export function markOrigins(document: NeutralDocument): NeutralDocument {
  const blocks = document.blocks.map((block, at): NeutralBlock =>
    block.type === 'text'
      ? block
      : { ...block, rows: block.rows.map((row, index) => ({ ...row, origin: { block: at, row: index } })) },
  )
  return { ...document, blocks }
}

/** A line end inside a cell that the width of the column made, not the author. */
export const SOFT_BREAK = '\u2028'

/** Makes a row; cells are taken as they are. */
export function makeRow(cells: string[], gapBefore = false): NeutralRow {
  return { cells, gapBefore, spanning: false }
}

/** Collects blocks, joining neighbouring text and leaving out empty blocks. */
export class BlockCollector {
  readonly blocks: NeutralBlock[] = []

  addLine(line: string): void {
    const last = this.blocks.at(-1)
    if (last?.type === 'text' && !last.among) last.lines.push(line)
    else this.blocks.push({ type: 'text', lines: [line] })
  }

  /** Words that stood among the rows of the table and are none of its cells. */
  addAmong(lines: string[]): void {
    this.blocks.push({ type: 'text', lines, among: true })
  }

  addTable(rows: NeutralRow[]): void {
    if (rows.length > 0) this.blocks.push({ type: 'table', rows })
  }
}
