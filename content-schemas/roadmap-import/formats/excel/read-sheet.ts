import type { SourceCell, SourceTable } from '../tables/source-table.ts'
import { childOf, childrenOf, textOf, type XmlElement } from '../xml/parse-xml.ts'
import { showNumber } from './number-formats.ts'

/** What the sheets of a workbook share. */
export interface Workbook {
  strings: readonly string[]
  /** Format codes by the number of the cell's style. */
  formats: readonly string[]
  from1904: boolean
}

/** Cells that are merged; rows and columns from 0, the last ones included. */
interface Merge {
  top: number
  bottom: number
  left: number
  right: number
}

const MAX_COLUMNS = 120
const MAX_MERGES = 50_000

/** A sheet as it is shown: the first words of columns that are hidden are told apart. */
export interface ReadSheet {
  table: SourceTable
  hidden: string[]
}

/** Reads a sheet. Rows of it that hold nothing are left out, but one stands wherever there were some. */
export function readSheet(sheet: XmlElement, workbook: Workbook): ReadSheet {
  const concealed = readHiddenColumns(sheet)
  const hidden = new Map<number, string>()
  const merges = readMerges(sheet)
  const rows: SourceCell[][] = []
  let active: Merge[] = []
  let next = 0
  for (const { at, cells } of readRows(sheet, workbook)) {
    for (const [column, words] of cells) {
      if (!concealed.has(column)) continue
      if (!hidden.has(column)) hidden.set(column, words)
      cells.delete(column)
    }
    if (at > next && rows.length > 0) rows.push([])
    next = at + 1
    active = active.filter((merge) => merge.bottom >= at)
    while ((merges.at(-1)?.top ?? Number.POSITIVE_INFINITY) <= at) {
      const merge = merges.pop()
      if (merge && merge.bottom >= at && active.length < MAX_COLUMNS) active.push(merge)
    }
    if (cells.size > 0) rows.push(placeRow(cells, at, active))
  }
  return { table: { rows: padRows(rows) }, hidden: [...hidden.values()] }
}

function readHiddenColumns(sheet: XmlElement): Set<number> {
  const concealed = new Set<number>()
  for (const { attributes } of childrenOf(childOf(sheet, 'cols'), 'col').slice(0, MAX_COLUMNS)) {
    if (!['1', 'true'].includes(attributes.get('hidden') ?? '')) continue
    const last = Math.min(Number(attributes.get('max')), MAX_COLUMNS)
    for (let column = Math.max(1, Number(attributes.get('min'))); column <= last; column += 1)
      concealed.add(column - 1)
  }
  return concealed
}

interface ReadRow {
  at: number
  cells: Map<number, string>
}

function readRows(sheet: XmlElement, workbook: Workbook): ReadRow[] {
  let above = -1
  return childrenOf(childOf(sheet, 'sheetData'), 'row')
    .map((row) => {
      const at = Number(row.attributes.get('r')) - 1
      above = Number.isInteger(at) && at >= 0 ? at : above + 1
      return { at: above, cells: readCells(row, workbook) }
    })
    .filter(({ cells }) => cells.size > 0)
    .toSorted((one, other) => one.at - other.at)
}

function readCells(row: XmlElement, workbook: Workbook): Map<number, string> {
  const cells = new Map<number, string>()
  let before = -1
  for (const cell of childrenOf(row, 'c')) {
    const column = readReference(cell.attributes.get('r') ?? '')?.column ?? before + 1
    before = column
    const words = readValue(cell, workbook).trim()
    if (words !== '' && column < MAX_COLUMNS) cells.set(column, words)
  }
  return cells
}

function readValue(cell: XmlElement, { strings, formats, from1904 }: Workbook): string {
  const value = textOf(childOf(cell, 'v'))
  switch (cell.attributes.get('t')) {
    case 's':
      return strings[Number(value)] ?? ''
    case 'inlineStr':
      return textOf(childOf(cell, 'is'))
    case 'b':
      return value === '1' ? 'да' : 'нет'
    case 'e':
      return ''
    case 'str':
    case 'd':
      return value
    default: {
      const number = Number(value)
      if (value === '' || !Number.isFinite(number)) return value
      return showNumber(number, formats[Number(cell.attributes.get('s') ?? '0')] ?? '', from1904)
    }
  }
}

/** Merged cells, those that begin lowest first. */
function readMerges(sheet: XmlElement): Merge[] {
  return childrenOf(childOf(sheet, 'mergeCells'), 'mergeCell')
    .slice(0, MAX_MERGES)
    .flatMap((merge): Merge[] => {
      const [from, to] = (merge.attributes.get('ref') ?? '').split(':').map(readReference)
      if (!from || !to) return []
      return [{ top: from.row, bottom: to.row, left: from.column, right: to.column }]
    })
    .toSorted((one, other) => other.top - one.top)
}

function placeRow(cells: ReadonlyMap<number, string>, at: number, merges: readonly Merge[]): SourceCell[] {
  const width = Math.max(...cells.keys(), ...merges.map((merge) => Math.min(merge.right, MAX_COLUMNS))) + 1
  const row: SourceCell[] = []
  for (let column = 0; column < width;) {
    const merge = merges.find(({ left, right }) => left <= column && right >= column)
    const across = merge ? Math.min(merge.right, MAX_COLUMNS) - column + 1 : 1
    const words = cells.get(column)
    const content = words === undefined ? [] : [words]
    row.push({ start: column, across, content, goesOn: merge !== undefined && merge.top < at })
    column += across
  }
  return row
}

/** Rows of a sheet end where their words end: empty cells make them equally wide. */
function padRows(rows: SourceCell[][]): SourceCell[][] {
  const first = rows.flatMap((row) => row.find((cell) => cell.content.length > 0)?.start ?? [])
  const left = first.reduce((least, start) => Math.min(least, start), Number.POSITIVE_INFINITY)
  const width = rows.reduce((widest, row) => Math.max(widest, endOf(row)), 0)
  return rows.map((row) => {
    if (row.length === 0) return row
    const missing = Array.from({ length: width - endOf(row) }, (_, index) => endOf(row) + index)
    const padded = [
      ...row,
      ...missing.map((start): SourceCell => ({ start, across: 1, content: [], goesOn: false })),
    ]
    return padded.filter((cell) => cell.start + cell.across > left)
  })
}

function endOf(row: readonly SourceCell[]): number {
  const last = row.at(-1)
  return last ? last.start + last.across : 0
}

/** «B12» → column 1, row 11. */
function readReference(reference: string): { column: number; row: number } | null {
  const match = /^\$?([A-Z]{1,3})\$?(\d{1,7})$/.exec(reference)
  if (!match) return null
  const column = Array.from(match[1] ?? '').reduce((sum, letter) => sum * 26 + letter.charCodeAt(0) - 64, 0)
  return { column: column - 1, row: Number(match[2]) - 1 }
}
