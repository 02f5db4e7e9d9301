import { stringify } from 'csv-stringify/sync'

/** A cell of a table to download. */
export type CsvCell = string | number | null

/**
 * A table as Excel with Russian settings opens it: UTF-8 with a byte order mark, semicolons, CRLF. Words are quoted, for
 * LibreOffice proposes to cut at commas, too. Cells that a spreadsheet would run as a formula are disarmed with an
 * apostrophe.
 */
export function writeCsv(header: readonly string[], rows: readonly (readonly CsvCell[])[]): string {
  return stringify([[...header], ...rows.map((row) => row.map(plainCell))], {
    bom: true,
    delimiter: ';',
    record_delimiter: 'windows',
    escape_formulas: true,
    quoted_string: true,
  })
}

function plainCell(cell: CsvCell): CsvCell {
  return typeof cell === 'string' ? cell.replaceAll('\u00A0', ' ') : cell
}
