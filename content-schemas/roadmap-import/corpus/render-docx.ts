import { Document, LevelFormat, Packer, Paragraph, Table, TableCell, TableRow } from 'docx'
import { drawGrid, type GridCell } from './draw-grid.ts'
import type { RoadmapModel } from './roadmap-model.ts'

const NUMBERING = {
  config: [
    { reference: 'numbers', levels: [{ level: 0, format: LevelFormat.DECIMAL, text: '%1)' }] },
    { reference: 'dashes', levels: [{ level: 0, format: LevelFormat.BULLET, text: '-' }] },
  ],
}

/** A Word document: title, table with vertically merged stages and sections across it. */
export function renderDocx(model: RoadmapModel): Promise<Uint8Array> {
  return packDocx(model, false)
}

/** The same with lists of Word in the cells: their numbers and dashes stand in no text. */
export function renderDocxWithLists(model: RoadmapModel): Promise<Uint8Array> {
  return packDocx(model, true)
}

async function packDocx(model: RoadmapModel, lists: boolean): Promise<Uint8Array> {
  let instance = 0
  const drawCell = ({ text, across, down, list }: GridCell) => {
    instance += 1
    const children =
      lists && list
        ? list.items.map(
            (item) => new Paragraph({ text: item, numbering: { reference: list.style, level: 0, instance } }),
          )
        : text.split('\n').map((line) => new Paragraph(line))
    return new TableCell({ columnSpan: across, rowSpan: down, children })
  }
  const rows = drawGrid(model).map(
    (row, index) => new TableRow({ tableHeader: index === 0, children: row.cells.map(drawCell) }),
  )
  const document = new Document({
    numbering: NUMBERING,
    sections: [
      {
        children: [
          new Paragraph(model.title),
          new Paragraph(''),
          new Table({ rows }),
          new Paragraph('Директор ________'),
        ],
      },
    ],
  })
  return new Uint8Array(await Packer.toArrayBuffer(document))
}
