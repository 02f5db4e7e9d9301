import type { NeutralBlock, NeutralRow, NeutralTable } from '../neutral-document.ts'
import { countHeadings, roleOfHeading } from './column-roles.ts'
import { findHeader, repeatsHeader } from './find-header.ts'
import { isNumberMark } from './number-mark.ts'

/** Blocks in which every table has one header: a table that runs on into another with its own header is cut there. */
export function splitTables(blocks: readonly NeutralBlock[]): NeutralBlock[] {
  return blocks.flatMap((block): NeutralBlock[] => (block.type === 'table' ? splitTable(block) : [block]))
}

function splitTable(table: NeutralTable): NeutralTable[] {
  const rows = table.rows.map(foldRepeatedCell)
  const header = findHeader(rows)
  const cut = rows.findIndex(
    (row, index) =>
      index > 2 &&
      isOtherHeader(row, header !== null && index >= header.bodyStart ? header.headings : null) &&
      rows.slice(0, index).some((above) => above.cells.some((cell) => isNumberMark(cell))),
  )
  if (cut < 0) return [{ ...table, rows }]
  return [{ ...table, rows: rows.slice(0, cut) }, ...splitTable({ ...table, rows: rows.slice(cut) })]
}

/** A cell that spans the table is given by some readers once for every column. */
function foldRepeatedCell(row: NeutralRow): NeutralRow {
  const [first = ''] = row.cells
  const repeated = row.cells.length >= 3 && first.trim() !== '' && row.cells.every((cell) => cell === first)
  return repeated ? { ...row, cells: [first], spanning: true } : row
}

/** Headings, the first of them that of a number or many known ones, that are not those of the table above. */
export function isOtherHeader(row: NeutralRow, headings: readonly string[] | null): boolean {
  if (row.spanning || (headings !== null && repeatsHeader(row, headings))) return false
  const filled = row.cells.filter((cell) => cell.trim() !== '')
  if (filled.length < 3 || filled.some((cell) => cell.length > 60 || /\d/.test(cell))) return false
  const numbered = roleOfHeading(filled[0] ?? '') === 'number' && !isNumberMark(filled[0] ?? '')
  return numbered || countHeadings(row.cells) >= 3
}
