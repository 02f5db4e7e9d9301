import { drawGrid, type GridCell } from './draw-grid.ts'
import { encodeWindows1251 } from './encode-windows1251.ts'
import type { RoadmapModel } from './roadmap-model.ts'

/** A page with a table: merged cells of stages, sections across the table, a paragraph for every line. */
export function renderHtml(model: RoadmapModel): string {
  const body = drawTable(model, (cell) =>
    cell.text
      .split('\n')
      .map((line) => `<p class=MsoNormal><span>${escapeHtml(line)}</span></p>`)
      .join(''),
  )
  return `<html><head><meta charset="utf-8"><style>p{margin:0}</style></head><body><h1>${escapeHtml(model.title)}</h1><p>&nbsp;</p>${body}<p>Директор ____________</p></body></html>`
}

/** What Word saves as a «веб-страница»: windows-1251, Office's own tags, lists whose marks are ignored spans. */
export function renderWordHtml(model: RoadmapModel): Uint8Array {
  const body = drawTable(model, (cell) => {
    if (!cell.list) return cell.text.split('\n').map(wordParagraph).join('\r\n')
    const { style, items } = cell.list
    return items
      .map((item, index) => wordListItem(style === 'numbers' ? `${index + 1})` : '·', item))
      .join('\r\n')
  })
  return encodeWindows1251(
    [
      '<html xmlns:v="urn:schemas-microsoft-com:vml" xmlns:o="urn:schemas-microsoft-com:office:office" xmlns:w="urn:schemas-microsoft-com:office:word" xmlns="http://www.w3.org/TR/REC-html40">',
      '<head><meta http-equiv=Content-Type content="text/html; charset=windows-1251">',
      '<!--[if gte mso 9]><xml><w:WordDocument><w:View>Print</w:View></w:WordDocument></xml><![endif]-->',
      '<style><!-- p.MsoNormal {mso-style-parent:"";margin:0cm;} --></style><title>Карта</title></head>',
      "<body lang=RU style='tab-interval:35.4pt'><div class=WordSection1>",
      `<p class=MsoNormal align=center><b>${escapeHtml(model.title)}<o:p></o:p></b></p>`,
      `<p class=MsoNormal><o:p>&nbsp;</o:p></p>`,
      body,
      '<p class=MsoNormal>Директор ____________<o:p></o:p></p></div></body></html>',
    ].join('\r\n'),
  )
}

function wordParagraph(line: string): string {
  // Word wraps its sources in the middle of sentences.
  const words = escapeHtml(line).replaceAll(/(.{60,90}?) /g, '$1\r\n  ')
  return `<p class=MsoNormal style='mso-yfti-cnfc:4'><span lang=RU>${words}</span><span style='mso-spacerun:yes'> </span><o:p></o:p></p>`
}

function wordListItem(mark: string, item: string): string {
  return `<p class=MsoListParagraphCxSpFirst style='text-indent:-18.0pt;mso-list:l0 level1 lfo1'><![if !supportLists]><span style='mso-list:Ignore'>${mark}<span style='font:7.0pt "Times New Roman"'>&nbsp;&nbsp;&nbsp; </span></span><![endif]>${escapeHtml(item)}<o:p></o:p></p>`
}

function drawTable(model: RoadmapModel, drawCell: (cell: GridCell) => string): string {
  const rows = drawGrid(model).map((row) => {
    const cells = row.cells.map((cell) => {
      const across = cell.across > 1 ? ` colspan="${cell.across}"` : ''
      const down = cell.down > 1 ? ` rowspan="${cell.down}"` : ''
      return `<td${across}${down}>${drawCell(cell)}</td>`
    })
    return `<tr>${cells.join('')}</tr>`
  })
  return `<table border="1">${rows.join('\n')}</table>`
}

/** Words as they stand between tags of HTML and XML. */
export function escapeHtml(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;')
}
