import { Document, Packer, Paragraph, Table, TableCell, TableRow } from 'docx'
import { cellOf, type RoadmapModel } from './roadmap-model.ts'

/** A Word document: title, table with vertically merged stages and sections across it. */
export async function renderDocx(model: RoadmapModel): Promise<Uint8Array> {
  const rows = [rowOf(model.columns.map((column) => column.heading))]
  if (model.habits.countRow) rows.push(rowOf(model.columns.map((_, index) => `${index + 1}`)))
  for (const part of model.parts) {
    if (model.shape === 'sections')
      rows.push(sectionRow(`${part.number}. ${part.title}`, model.columns.length))
    for (const [index, row] of part.rows.entries()) {
      const cells = model.columns.flatMap((column) => {
        const shared = model.shape === 'stage-column' && (column.role === 'number' || column.role === 'stage')
        if (shared && index > 0) return []
        return [cell(cellOf(model, part, row, column), shared ? part.rows.length : 1)]
      })
      rows.push(new TableRow({ children: cells }))
    }
  }
  const document = new Document({
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

function rowOf(texts: readonly string[]): TableRow {
  return new TableRow({ children: texts.map((text) => cell(text)) })
}

function sectionRow(text: string, width: number): TableRow {
  return new TableRow({ children: [new TableCell({ columnSpan: width, children: [new Paragraph(text)] })] })
}

function cell(text: string, rowSpan = 1): TableCell {
  return new TableCell({ rowSpan, children: text.split('\n').map((line) => new Paragraph(line)) })
}
