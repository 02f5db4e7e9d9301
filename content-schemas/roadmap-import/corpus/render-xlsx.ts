import writeExcelFile, { type Cell, type SheetData } from 'write-excel-file/universal'
import { drawGrid } from './draw-grid.ts'
import type { RoadmapModel } from './roadmap-model.ts'

const COVER: SheetData = [
  [{ value: 'Сведения об организации' }],
  [{ value: 'Директор' }, { value: 'Сидорова И.И.' }],
  [{ value: 'Количество педагогов' }, { value: 34, type: Number }],
]

/**
 * A workbook with a cover sheet and the roadmap on the second: title rows above the header, merged stages and
 * sections, dates that are one day kept as real dates, and numbers of rows as numbers.
 */
export async function renderXlsx(model: RoadmapModel): Promise<Uint8Array> {
  const width = model.columns.length
  const title: Cell[] = [{ value: model.title, columnSpan: width }, ...gap(width - 1)]
  const sheet: SheetData = [
    title,
    gap(width),
    ...drawSheetRows(model),
    gap(width),
    [{ value: 'Директор ________' }],
  ]
  const file = writeExcelFile([
    { data: COVER, sheet: 'Сведения' },
    { data: sheet, sheet: 'Дорожная карта' },
  ])
  return new Uint8Array(await (await file.toBlob()).arrayBuffer())
}

function drawSheetRows(model: RoadmapModel): Cell[][] {
  const width = model.columns.length
  const rows: Cell[][] = []
  const covered = new Map<number, number>()
  for (const { cells } of drawGrid(model)) {
    const row: Cell[] = []
    const pending = [...cells]
    while (row.length < width) {
      const column = row.length
      const left = covered.get(column) ?? 0
      const cell = left > 0 ? undefined : pending.shift()
      covered.set(column, left > 0 ? left - 1 : (cell?.down ?? 1) - 1)
      row.push(cell ? { ...typedValue(cell.text), columnSpan: cell.across, rowSpan: cell.down } : null)
      row.push(...gap(Math.min((cell?.across ?? 1) - 1, width - row.length)))
    }
    rows.push(row)
  }
  return rows
}

function typedValue(text: string) {
  const date = /^(\d\d)\.(\d\d)\.(\d{4})$/.exec(text)
  if (date) {
    const value = new Date(Date.UTC(Number(date[3]), Number(date[2]) - 1, Number(date[1])))
    return { value, type: Date, format: 'dd.mm.yyyy' }
  }
  if (/^\d{1,2}(?:\.[1-9])?$/.test(text)) return { value: Number(text), type: Number }
  return { value: text, type: String }
}

function gap(width: number): Cell[] {
  return Array.from({ length: width }, () => null)
}
