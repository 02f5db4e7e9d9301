import { drawRows, type DrawnRow } from './render-text.ts'
import type { RoadmapModel } from './roadmap-model.ts'

const PAGE = { width: 842, height: 595, margin: 40 }
const SIZE = 9
const LETTER = 0.55
const LEADING = 12

interface Line {
  x: number
  y: number
  text: string
}

/** A .pdf whose words stand at the places of a table's cells, over several pages; the fonts are not embedded. */
export function renderPdf(model: RoadmapModel): Uint8Array {
  const pages = layOut(model)
  const objects: string[] = [
    '<< /Type /Catalog /Pages 2 0 R >>',
    `<< /Type /Pages /Count ${pages.length} /Kids [${pages.map((_, index) => `${7 + index * 2} 0 R`).join(' ')}] >>`,
    '<< /Type /Font /Subtype /Type0 /BaseFont /Plain /Encoding /Identity-H /DescendantFonts [4 0 R] /ToUnicode 6 0 R >>',
    `<< /Type /Font /Subtype /CIDFontType2 /BaseFont /Plain /CIDSystemInfo << /Registry (Adobe) /Ordering (Identity) /Supplement 0 >> /DW ${LETTER * 1000} /FontDescriptor 5 0 R >>`,
    '<< /Type /FontDescriptor /FontName /Plain /Flags 4 /FontBBox [0 0 1000 1000] /ItalicAngle 0 /Ascent 800 /Descent -200 /CapHeight 700 /StemV 80 >>',
    stream(UNICODE_MAP),
  ]
  for (const [index, lines] of pages.entries()) {
    objects.push(
      `<< /Type /Page /Parent 2 0 R /MediaBox [0 0 ${PAGE.width} ${PAGE.height}] /Resources << /Font << /F1 3 0 R >> >> /Contents ${8 + index * 2} 0 R >>`,
      stream(
        lines.map((line) => `BT /F1 ${SIZE} Tf ${line.x} ${line.y} Td <${hex(line.text)}> Tj ET`).join('\n'),
      ),
    )
  }
  return assemble(objects)
}

function layOut(model: RoadmapModel): Line[][] {
  const pages: Line[][] = [[]]
  let y = PAGE.height - PAGE.margin
  const turn = (height: number) => {
    if (y - height > PAGE.margin) return
    pages.push([])
    y = PAGE.height - PAGE.margin
  }
  const put = (x: number, text: string, down: number) =>
    pages.at(-1)?.push({ x, y: y - down * LEADING, text })
  for (const line of wrap(model.title, 120)) {
    put(PAGE.margin, line, 0)
    y -= LEADING
  }
  y -= LEADING
  const widths = model.columns.map((column) =>
    column.role === 'number' ? 40 : column.role === 'activity' ? 210 : 110,
  )
  for (const row of drawRows(model)) {
    const cells = wrapRow(row, widths)
    const height = Math.max(...cells.map((cell) => cell.length)) * LEADING + 6
    turn(height)
    let x = PAGE.margin
    for (const [column, cell] of cells.entries()) {
      for (const [down, text] of cell.entries()) put(x, text, down)
      x += widths[column] ?? 0
    }
    y -= height
  }
  return pages
}

function wrapRow(row: DrawnRow, widths: readonly number[]): string[][] {
  if (!Array.isArray(row)) return [[row.section]]
  return row.map((cell, index) => wrap(cell, Math.floor(((widths[index] ?? 100) - 10) / (SIZE * LETTER))))
}

function wrap(text: string, letters: number): string[] {
  return text.split('\n').flatMap((paragraph) => {
    const lines: string[] = []
    for (const word of paragraph.split(' ')) {
      const last = lines.at(-1)
      if (last !== undefined && last.length + word.length < letters)
        lines[lines.length - 1] = `${last} ${word}`
      else lines.push(word)
    }
    return lines.filter((line) => line !== '')
  })
}

const UNICODE_MAP = `/CIDInit /ProcSet findresource begin 12 dict begin begincmap
/CMapName /Adobe-Identity-UCS def /CMapType 2 def
1 begincodespacerange <0000> <FFFF> endcodespacerange
${Array.from({ length: 0x22 }, (_, high) => `1 beginbfrange <${byte(high)}00> <${byte(high)}FF> <${byte(high)}00> endbfrange`).join('\n')}
endcmap end end`

function byte(value: number): string {
  return value.toString(16).padStart(2, '0').toUpperCase()
}

function hex(text: string): string {
  return Array.from({ length: text.length }, (_, index) =>
    text.charCodeAt(index).toString(16).padStart(4, '0'),
  ).join('')
}

function stream(content: string): string {
  return `<< /Length ${content.length} >>\nstream\n${content}\nendstream`
}

function assemble(objects: readonly string[]): Uint8Array {
  let file = '%PDF-1.7\n'
  const places: number[] = []
  for (const [index, content] of objects.entries()) {
    places.push(file.length)
    file += `${index + 1} 0 obj\n${content}\nendobj\n`
  }
  const start = file.length
  const entries = places.map((place) => `${String(place).padStart(10, '0')} 00000 n \n`).join('')
  file += `xref\n0 ${objects.length + 1}\n0000000000 65535 f \n${entries}trailer << /Size ${objects.length + 1} /Root 1 0 R >>\nstartxref\n${start}\n%%EOF\n`
  return new TextEncoder().encode(file)
}
