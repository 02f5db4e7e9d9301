import {
  AlignmentType,
  BorderStyle,
  Paragraph,
  ShadingType,
  Table,
  TableCell,
  TableLayoutType,
  TableRow,
  TextRun,
  VerticalAlignTable,
  WidthType,
} from 'docx'
import type { CellLine, CellRow, RoadmapSheet, SheetCell, SheetColumn } from '../roadmap-sheet.ts'
import { keepTogether } from './keep-together.ts'
import { BULLETS, NUMBERS, TABLE_SIZE, TEXT_WIDTH } from './page-style.ts'

const LINE = { style: BorderStyle.SINGLE, size: 4, color: '000000' }
const INNER_LINE = { ...LINE, color: '7F7F7F' }
const HEADER_SHADE = { type: ShadingType.CLEAR, fill: 'E7E6E6' }
const SECTION_SHADE = { type: ShadingType.CLEAR, fill: 'F5F5F4' }

/** Rows with more letters than this may break over pages. */
const MAX_UNBROKEN = 900

/** The table of the roadmap: a header on every page, stages across it or in a cell beside their rows. */
export function drawTable({ columns, rows }: Pick<RoadmapSheet, 'columns' | 'rows'>): Table {
  const widths = columns.map(({ width }) => Math.round(width * TEXT_WIDTH))
  const lists = countLists()
  return new Table({
    width: { size: TEXT_WIDTH, type: WidthType.DXA },
    columnWidths: widths,
    layout: TableLayoutType.FIXED,
    margins: { top: 40, bottom: 40, left: 80, right: 80, marginUnitType: WidthType.DXA },
    borders: {
      top: LINE,
      bottom: LINE,
      left: LINE,
      right: LINE,
      insideHorizontal: INNER_LINE,
      insideVertical: INNER_LINE,
    },
    rows: [
      drawHeader(columns, widths),
      ...rows.map((row) =>
        row.type === 'section' ? drawSection(row.text, columns.length) : drawRow(row, widths, lists),
      ),
    ],
  })
}

/** Numbers for the lists of a document, from one, so that each counts its items anew. */
function countLists(): () => number {
  let count = 0
  return () => {
    count += 1
    return count
  }
}

function drawHeader(columns: readonly SheetColumn[], widths: readonly number[]): TableRow {
  return new TableRow({
    tableHeader: true,
    cantSplit: true,
    children: columns.map(
      ({ heading }, index) =>
        new TableCell({
          width: { size: widths[index] ?? 0, type: WidthType.DXA },
          shading: HEADER_SHADE,
          verticalAlign: VerticalAlignTable.CENTER,
          children: [
            new Paragraph({
              alignment: AlignmentType.CENTER,
              children: [new TextRun({ text: heading, bold: true, size: TABLE_SIZE })],
            }),
          ],
        }),
    ),
  })
}

function drawSection(text: string, width: number): TableRow {
  return new TableRow({
    cantSplit: true,
    children: [
      new TableCell({
        columnSpan: width,
        shading: SECTION_SHADE,
        children: [
          new Paragraph({
            keepNext: true,
            spacing: { before: 40, after: 40 },
            children: [new TextRun({ text, bold: true, size: TABLE_SIZE })],
          }),
        ],
      }),
    ],
  })
}

function drawRow({ cells }: CellRow, widths: readonly number[], lists: () => number): TableRow {
  const letters = Math.max(...cells.map((cell) => (cell === null || cell.rows > 1 ? 0 : lettersOf(cell))))
  return new TableRow({
    cantSplit: letters <= MAX_UNBROKEN,
    children: cells.flatMap((cell, index) =>
      cell === null ? [] : [drawCell(cell, widths[index] ?? 0, lists)],
    ),
  })
}

function lettersOf({ lines }: SheetCell): number {
  return lines.reduce((sum, { text }) => sum + text.length, 0)
}

function drawCell({ lines, rows }: SheetCell, width: number, lists: () => number): TableCell {
  const list = lines.some(({ mark }) => mark === 'number') ? lists() : 0
  const paragraphs = lines.map((line) => drawLine(line, list))
  return new TableCell({
    width: { size: width, type: WidthType.DXA },
    rowSpan: rows,
    children: paragraphs.length > 0 ? paragraphs : [new Paragraph('')],
  })
}

function drawLine({ text, mark }: CellLine, instance: number): Paragraph {
  return new Paragraph({
    ...(mark === 'bullet' ? { numbering: { reference: BULLETS, level: 0 } } : {}),
    ...(mark === 'number' ? { numbering: { reference: NUMBERS, level: 0, instance } } : {}),
    children: text
      .split('\n')
      .map(
        (words, index) =>
          new TextRun({ text: keepTogether(words), size: TABLE_SIZE, break: index === 0 ? 0 : 1 }),
      ),
  })
}
