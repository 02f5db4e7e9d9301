import { BlockCollector, makeRow, type NeutralBlock, type NeutralRow } from '../neutral-document.ts'
import { countHeadings } from '../table/column-roles.ts'

/** CSV with semicolons or commas, quoted cells holding line ends; read only where a line of headings shows it. */
export function readSeparated(text: string): NeutralBlock[] | null {
  for (const separator of [';', ',']) {
    const header = text.split('\n').findIndex((line) => countHeadings(splitRecord(line, separator)) >= 3)
    if (header < 0) continue
    const lines = text.split('\n')
    const collector = new BlockCollector()
    for (const line of lines.slice(0, header))
      collector.addLine(line.replace(new RegExp(`${separator}+\\s*$`), ''))
    const rows = readRecords(lines.slice(header).join('\n'), separator)
    const width = rows[0]?.cells.length ?? 0
    const fitting = rows.filter((row) => row.cells.length === width).length
    if (rows.length < 2 || fitting * 2 < rows.length) continue
    collector.addTable(rows)
    return collector.blocks
  }
  return null
}

function readRecords(text: string, separator: string): NeutralRow[] {
  const rows: NeutralRow[] = []
  let cells: string[] = []
  let cell = ''
  let quoted = false
  const closeRow = () => {
    cells.push(cell)
    if (cells.some((field) => field.trim() !== '')) rows.push(makeRow(cells))
    cells = []
    cell = ''
  }
  for (let at = 0; at < text.length; at += 1) {
    const letter = text.charAt(at)
    if (quoted) {
      if (letter !== '"') cell += letter
      else if (text.charAt(at + 1) === '"') {
        cell += '"'
        at += 1
      } else quoted = false
    } else if (letter === '"' && cell.trim() === '') {
      quoted = true
      cell = ''
    } else if (letter === separator) {
      cells.push(cell)
      cell = ''
    } else if (letter === '\n') closeRow()
    else cell += letter
  }
  closeRow()
  return rows
}

function splitRecord(line: string, separator: string): string[] {
  return line.split(separator).map((cell) => cell.replaceAll('"', '').trim())
}
