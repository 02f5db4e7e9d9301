import { drawGrid, type GridCell, type GridRow } from './draw-grid.ts'
import { escapeHtml } from './render-html.ts'
import type { RoadmapModel } from './roadmap-model.ts'
import { writeZip } from './write-zip.ts'

const NAMESPACES = [
  ['office', 'office'],
  ['text', 'text'],
  ['table', 'table'],
  ['style', 'style'],
]
  .map(([prefix, name]) => `xmlns:${prefix}="urn:oasis:names:tc:opendocument:xmlns:${name}:1.0"`)
  .join(' ')

/** A text of LibreOffice Writer: merged cells with the covered ones after them, a header that repeats, lists. */
export function renderOdt(model: RoadmapModel): Promise<Uint8Array> {
  const width = model.columns.length
  const [header, ...rows] = coverCells(drawGrid(model), width)
  const table = [
    `<table:table table:name="Таблица1"><table:table-column table:number-columns-repeated="${width}"/>`,
    `<table:table-header-rows>${header ?? ''}</table:table-header-rows>${rows.join('')}</table:table>`,
  ].join('')
  const body = `<text:h text:outline-level="1">${escapeHtml(model.title)}</text:h><text:p/>${table}<text:p>Директор<text:s text:c="3"/>________</text:p>`
  const content = `<?xml version="1.0" encoding="UTF-8"?>\n<office:document-content ${NAMESPACES} office:version="1.3"><office:automatic-styles>${LIST_STYLES}</office:automatic-styles><office:body><office:text>${body}</office:text></office:body></office:document-content>`
  return writeZip([
    { name: 'mimetype', content: 'application/vnd.oasis.opendocument.text', stored: true },
    { name: 'content.xml', content },
    {
      name: 'META-INF/manifest.xml',
      content: `<?xml version="1.0"?><manifest:manifest xmlns:manifest="urn:oasis:names:tc:opendocument:xmlns:manifest:1.0" manifest:version="1.3"><manifest:file-entry manifest:full-path="/" manifest:media-type="application/vnd.oasis.opendocument.text"/><manifest:file-entry manifest:full-path="content.xml" manifest:media-type="text/xml"/></manifest:manifest>`,
    },
  ])
}

const LIST_STYLES = `<text:list-style style:name="numbers"><text:list-level-style-number text:level="1" style:num-format="1" style:num-suffix=")"/></text:list-style><text:list-style style:name="dashes"><text:list-level-style-bullet text:level="1" text:bullet-char="-"/></text:list-style>`

/** Rows in XML, with a covered cell wherever a merged cell goes on. */
function coverCells(rows: readonly GridRow[], width: number): string[] {
  const held = Array.from({ length: width }, () => 0)
  return rows.map(({ cells }) => {
    const pending = [...cells]
    let drawn = ''
    for (let column = 0; column < width; column += 1) {
      const left = held[column] ?? 0
      const cell = left > 0 ? undefined : pending.shift()
      held[column] = cell ? cell.down - 1 : Math.max(0, left - 1)
      drawn += cell ? drawCell(cell) : '<table:covered-table-cell/>'
      if (cell && cell.across > 1) {
        drawn += `<table:covered-table-cell table:number-columns-repeated="${cell.across - 1}"/>`
        column += cell.across - 1
      }
    }
    return `<table:table-row>${drawn}</table:table-row>`
  })
}

function drawCell({ text, across, down, list }: GridCell): string {
  const spans = `${across > 1 ? ` table:number-columns-spanned="${across}"` : ''}${down > 1 ? ` table:number-rows-spanned="${down}"` : ''}`
  const words = list
    ? `<text:list text:style-name="${list.style}">${paragraphs(list.items, '<text:list-item>')}</text:list>`
    : paragraphs(text.split('\n'), '')
  return `<table:table-cell${spans}>${words}</table:table-cell>`
}

function paragraphs(lines: readonly string[], tag: string): string {
  return lines
    .map((line) => `${tag}<text:p>${escapeHtml(line)}</text:p>${tag && '</text:list-item>'}`)
    .join('')
}
