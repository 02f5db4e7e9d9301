import { BlockCollector, makeRow, type NeutralBlock, SOFT_BREAK } from '../neutral-document.ts'
import type { LooseCell } from './judged-cell.ts'
import { readStream } from './read-stream.ts'
import { assembleRows, type DelimitedLine } from './delimited-rows.ts'

const BORDER = /^[\s|+\-=:_*~]*$/
const BOX_SIGNS = /[│┃║┆┇┊┋¦]/g
const BOX_BORDERS = /[─━═┌┐└┘├┤┬┴┼┏┓┗┛┣┫┳┻╋╔╗╚╝╠╣╦╩╬╒╓╕╖╘╙╛╜╞╟╡╢╤╥╧╨╪╫╭╮╯╰]/g

/** Cells parted by «|»: markdown, tables drawn with lines, rows on lines, or «cell |» one a line. */
export function readPipes(text: string): NeutralBlock[] | null {
  const drawn = text.replaceAll(BOX_BORDERS, '-').replaceAll(BOX_SIGNS, '|').replaceAll('\f', '\n\n')
  const lines = drawn.split('\n')
  const piped = lines.filter((line) => line.includes('|'))
  if (piped.length < 3) return null
  const many = piped.filter((line) => splitCells(line).length >= 3).length
  if (many * 2 < piped.length) return readPipedCells(lines)
  const grouped = readDrawnRows(lines)
  if (grouped) return grouped
  const borders = bordersOf(piped)
  return assembleRows(
    lines
      .filter((line) => !isBorder(line))
      .map((line): DelimitedLine =>
        line.includes('|') ? { cells: splitCells(line, borders), text: line } : { cells: null, text: line },
      ),
  )
}

function isBorder(line: string): boolean {
  return /[-=]{2}/.test(line) && BORDER.test(line)
}

/** A table whose rows are parted by drawn lines: everything between two lines is one row. */
function readDrawnRows(lines: readonly string[]): NeutralBlock[] | null {
  const borders = lines.filter((line) => isBorder(line) && /[|+]|-{8}/.test(line)).length
  const rows = lines.filter((line) => line.includes('|') && !isBorder(line)).length
  if (borders < 4 || borders * 12 < rows) return null
  const collector = new BlockCollector()
  let table: ReturnType<typeof makeRow>[] = []
  let open: string[][] = []
  const closeRow = () => {
    if (open.length > 0) table.push(makeRow(joinLines(open)))
    open = []
  }
  for (const line of lines) {
    if (isBorder(line)) closeRow()
    else if (line.includes('|')) open.push(splitCells(line))
    else if (line.trim() !== '' || table.length === 0) {
      closeRow()
      collector.addTable(table)
      table = []
      collector.addLine(line)
    }
  }
  closeRow()
  collector.addTable(table)
  return collector.blocks
}

function joinLines(lines: readonly string[][]): string[] {
  const width = Math.max(...lines.map((cells) => cells.length))
  return Array.from({ length: width }, (_, column) =>
    lines
      .map((cells) => (cells[column] ?? '').trim())
      .filter((cell) => cell !== '')
      .join(SOFT_BREAK),
  )
}

/** «cell |» cells run on over lines; the pipe ends a cell. */
function readPipedCells(lines: readonly string[]): NeutralBlock[] | null {
  const first = lines.findIndex((line) => line.includes('|'))
  const cells: LooseCell[] = []
  const stream = lines
    .slice(first)
    .filter((line) => !isBorder(line))
    .join('\n')
  for (const piece of stream.split('|')) {
    cells.push({ text: tidyCell(piece), gapBefore: /\n\s*\n\s*\S|\n\s*\n\s*$/.test(piece) })
  }
  if ((cells.at(-1)?.text ?? '') === '') cells.pop()
  if (/^\s*\|/.test(lines[first] ?? '')) cells.shift()
  const blocks = readStream(cells, 'cells')
  return blocks && [{ type: 'text', lines: lines.slice(0, first) }, ...blocks]
}

/** Sides of a table at which a «|» is its edge; at the others it stands behind or before an empty cell. */
interface Borders {
  left: boolean
  right: boolean
}

/** An edge is drawn along the heading and most rows; merged cells leave many rows with an empty first cell. */
function bordersOf(piped: readonly string[]): Borders {
  const heading = piped.find((line) => splitCells(line).length >= 3) ?? ''
  const along = (edge: RegExp) =>
    edge.test(heading) && piped.filter((line) => edge.test(line)).length * 2 > piped.length
  return { left: along(/^\s*\|/), right: along(/(?<!\\)\|\s*$/) }
}

function splitCells(line: string, { left, right }: Borders = { left: true, right: true }): string[] {
  const begun = left ? line.replace(/^\s*\|/, '') : line
  const inner = right ? begun.replace(/(?<!\\)\|\s*$/, '') : begun
  return inner.split(/(?<!\\)\|/).map(tidyCell)
}

function tidyCell(cell: string): string {
  return cell
    .replaceAll('\\|', '|')
    .replaceAll(/<br\s*\/?>/gi, '\n')
    .replaceAll(/(?<!\*)\*\*(?!\*)|__/g, '')
    .trim()
}
