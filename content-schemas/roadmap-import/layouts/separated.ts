import { BlockCollector, makeRow, type NeutralBlock, type NeutralRow } from '../neutral-document.ts'
import { countHeadings } from '../table/column-roles.ts'

const LEAST_RECORDS = 4

/** CSV with semicolons or commas, quoted cells holding line ends; with headings or many records of one width. */
export function readSeparated(text: string): NeutralBlock[] | null {
  for (const separator of [';', ',']) {
    const records = readRecords(text, separator)
    const table = findRecords(records)
    if (!table) continue
    const collector = new BlockCollector()
    const addText = (rows: readonly NeutralRow[]) => {
      for (const { cells } of rows) collector.addLine(cells.join(separator).replace(/[;,\s]+$/, ''))
    }
    addText(records.slice(0, table.from))
    collector.addTable(records.slice(table.from, table.to))
    addText(records.slice(table.to))
    return collector.blocks
  }
  return null
}

/** From the headings, or the first full record, to the last of the usual width. */
function findRecords(records: readonly NeutralRow[]): { from: number; to: number } | null {
  const header = records.findIndex(({ cells }) => countHeadings(cells) >= 3)
  const width = header >= 0 ? (records[header]?.cells.length ?? 0) : usualWidth(records)
  const fits = ({ cells }: NeutralRow) => cells.length === width
  const from =
    header >= 0
      ? header
      : records.findIndex((row) => fits(row) && row.cells.filter((cell) => cell.trim() !== '').length >= 3)
  const to = records.findLastIndex(fits) + 1
  const fitting = records.slice(from, to).filter(fits).length
  const enough = header >= 0 ? 2 : LEAST_RECORDS
  return width >= 3 && from >= 0 && fitting >= enough && fitting * 5 >= (to - from) * 4 ? { from, to } : null
}

function usualWidth(records: readonly NeutralRow[]): number {
  const counts = new Map<number, number>()
  for (const { cells } of records)
    if (cells.length >= 3) counts.set(cells.length, (counts.get(cells.length) ?? 0) + 1)
  return [...counts].toSorted(([, one], [, other]) => other - one)[0]?.[0] ?? 0
}

function readRecords(text: string, separator: string): NeutralRow[] {
  const rows: NeutralRow[] = []
  let cells: string[] = []
  let cell = ''
  let quoted = false
  // Whether the cell holds only spaces so far: asking the cell itself would flatten it at every quote.
  let blank = true
  const closeRow = () => {
    cells.push(cell)
    if (cells.some((field) => field.trim() !== '')) rows.push(makeRow(cells))
    cells = []
    cell = ''
    blank = true
  }
  for (let at = 0; at < text.length; at += 1) {
    const letter = text.charAt(at)
    if (quoted) {
      if (letter !== '"') cell += letter
      else if (text.charAt(at + 1) === '"') {
        cell += '"'
        at += 1
      } else quoted = false
    } else if (letter === '"' && blank) {
      quoted = true
      blank = false
      cell = ''
    } else if (letter === separator) {
      cells.push(cell)
      cell = ''
      blank = true
    } else if (letter === '\n') closeRow()
    else {
      cell += letter
      blank &&= letter.trim() === ''
    }
  }
  closeRow()
  return rows
}
