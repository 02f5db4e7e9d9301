import { Document, Packer } from 'docx'
import type { RoadmapSheet } from '../roadmap-sheet.ts'
import { drawFooter } from './draw-footer.ts'
import { drawFront } from './draw-front.ts'
import { drawTable } from './draw-table.ts'
import { documentStyle, pageStyle } from './page-style.ts'
import { forgetMoments } from './zip-moments.ts'

/** A sheet as a Word document. The same sheet gives the same bytes, whenever and wherever it is written. */
export async function writeDocx(sheet: RoadmapSheet): Promise<Uint8Array> {
  const document = new Document({
    ...documentStyle,
    sections: [
      {
        properties: pageStyle,
        footers: { default: drawFooter(sheet) },
        children: [...drawFront(sheet), drawTable(sheet)],
      },
    ],
  })
  const packed = await Packer.toArrayBuffer(document, undefined, [
    { path: 'docProps/core.xml', data: coreProperties(sheet) },
  ])
  return forgetMoments(new Uint8Array(packed))
}

/** Title, owner and dates of the document: those of the roadmap, not of the writing. */
function coreProperties({ title, letterhead, approval, updated }: RoadmapSheet): string {
  const moment = `${updated}T00:00:00Z`
  return [
    '<?xml version="1.0" encoding="UTF-8"?>',
    '<cp:coreProperties xmlns:cp="http://schemas.openxmlformats.org/package/2006/metadata/core-properties"',
    ' xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:dcterms="http://purl.org/dc/terms/"',
    ' xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance">',
    `<dc:title>${escapeXml(title)}</dc:title><dc:creator>${escapeXml(letterhead ?? approval.organization)}</dc:creator>`,
    '<dc:language>ru-RU</dc:language>',
    `<dcterms:created xsi:type="dcterms:W3CDTF">${moment}</dcterms:created>`,
    `<dcterms:modified xsi:type="dcterms:W3CDTF">${moment}</dcterms:modified>`,
    '</cp:coreProperties>',
  ].join('')
}

function escapeXml(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;')
}
