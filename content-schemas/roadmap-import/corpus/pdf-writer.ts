/** Letters are all of one width: this part of their size. */
export const LETTER = 0.55
export const LETTER_SIZE = 9

export interface PdfPage {
  width: number
  height: number
  texts: { x: number; y: number; text: string }[]
  /** Rectangles that are drawn as frames. */
  frames: { x: number; y: number; width: number; height: number }[]
  /** Drawn lying on its side and turned upright by the page's own rotation. */
  turned?: boolean
}

/** A .pdf of texts and frames, in points from the lower left corner; the fonts are not embedded. */
export function writePdf(pages: readonly PdfPage[]): Uint8Array {
  const objects: string[] = [
    '<< /Type /Catalog /Pages 2 0 R >>',
    `<< /Type /Pages /Count ${pages.length} /Kids [${pages.map((_, index) => `${7 + index * 2} 0 R`).join(' ')}] >>`,
    '<< /Type /Font /Subtype /Type0 /BaseFont /Plain /Encoding /Identity-H /DescendantFonts [4 0 R] /ToUnicode 6 0 R >>',
    `<< /Type /Font /Subtype /CIDFontType2 /BaseFont /Plain /CIDSystemInfo << /Registry (Adobe) /Ordering (Identity) /Supplement 0 >> /DW ${LETTER * 1000} /FontDescriptor 5 0 R >>`,
    '<< /Type /FontDescriptor /FontName /Plain /Flags 4 /FontBBox [0 0 1000 1000] /ItalicAngle 0 /Ascent 800 /Descent -200 /CapHeight 700 /StemV 80 >>',
    stream(UNICODE_MAP),
  ]
  for (const [index, page] of pages.entries()) {
    const box = page.turned ? `${page.height} ${page.width}` : `${page.width} ${page.height}`
    const rotation = page.turned ? '/Rotate 90 ' : ''
    objects.push(
      `<< /Type /Page /Parent 2 0 R /MediaBox [0 0 ${box}] ${rotation}/Resources << /Font << /F1 3 0 R >> >> /Contents ${8 + index * 2} 0 R >>`,
      stream(drawPage(page)),
    )
  }
  return assemble(objects)
}

function drawPage({ texts, frames, turned, height }: PdfPage): string {
  return [
    ...(turned ? [`0 1 -1 0 ${height} 0 cm`] : []),
    '0.5 w',
    ...frames.map((frame) => `${frame.x} ${frame.y} ${frame.width} ${frame.height} re S`),
    ...texts.map(({ x, y, text }) => `BT /F1 ${LETTER_SIZE} Tf ${x} ${y} Td <${hex(text)}> Tj ET`),
  ].join('\n')
}

/** Lines of no more than so many letters. */
export function wrapText(text: string, letters: number): string[] {
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
