import { renderDocx, renderDocxWithLists } from './render-docx.ts'
import { renderHtml, renderWordHtml } from './render-html.ts'
import { renderOdt } from './render-odt.ts'
import { renderPdf } from './render-pdf.ts'
import { renderRuledPdf } from './render-ruled-pdf.ts'
import { renderRtf, renderRtfInCodePage } from './render-rtf.ts'
import { renderXlsx } from './render-xlsx.ts'
import type { RoadmapModel } from './roadmap-model.ts'

/** Ways of writing a roadmap as a file that is no plain text, by what they are called. */
export const BYTE_RENDERERS: Record<string, (model: RoadmapModel) => Promise<Uint8Array> | Uint8Array> = {
  docx: renderDocx,
  'docx with lists': renderDocxWithLists,
  html: (model) => new TextEncoder().encode(renderHtml(model)),
  'html of Word': renderWordHtml,
  odt: renderOdt,
  pdf: (model) => renderPdf(model),
  'pdf, cells in the middle': (model) => renderPdf(model, true),
  'pdf with lines': (model) => renderRuledPdf(model),
  'pdf with lines, centred, header again': (model) =>
    renderRuledPdf(model, { repeatHeader: true, centred: true, turned: false }),
  'pdf with lines, lying on its side': (model) =>
    renderRuledPdf(model, { repeatHeader: true, centred: false, turned: true }),
  rtf: renderRtf,
  'rtf in windows-1251': renderRtfInCodePage,
  xlsx: renderXlsx,
}
