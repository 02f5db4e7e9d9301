import { encodeWindows1251 } from './encode-windows1251.ts'
import { renderPdf } from './render-pdf.ts'
import type { ModelRow, RoadmapModel } from './roadmap-model.ts'
import { deflate, joinBytes, writeZip } from './write-zip.ts'

const ROWS = 10_000
const MILLION = 1_000_000
const PLAIN_HABITS = { headings: true, countRow: false, repeatHeader: 0, tornWords: false }

/** Files made to exhaust a reader: bombs, endless nesting, absurd spans, tables of ten thousand rows. */
export const HOSTILE_FILES: Record<string, () => Promise<Uint8Array> | Uint8Array> = {
  'zip bomb as .docx': () =>
    writeZip([{ name: 'word/document.xml', content: new Uint8Array(100 * MILLION) }]),
  'zip bomb as .odt': () =>
    writeZip([
      { name: 'META-INF/manifest.xml', content: '' },
      { name: 'content.xml', content: new Uint8Array(100 * MILLION).fill(32) },
    ]),
  'archive of fifteen thousand files': () =>
    writeZip(
      Array.from({ length: 15_000 }, (_, index) => ({ name: `word/document${index}.xml`, content: '' })),
    ),
  'entity bomb as .docx': () =>
    docx(`${ENTITIES}<w:document><w:body><w:p>&lol9;</w:p></w:body></w:document>`),
  'entity bomb as .odt': () =>
    odt(`${ENTITIES}<office:document-content><office:body>&lol9;</office:body></office:document-content>`),
  'entity bomb as .html': () => new TextEncoder().encode(`${ENTITIES}<html><table><tr><td>&lol9;</table>`),
  'outer entity as .docx': () =>
    docx(
      '<!DOCTYPE a [<!ENTITY x SYSTEM "file:///etc/passwd">]><w:document><w:body>&x;</w:body></w:document>',
    ),
  'nested elements as .docx': () =>
    docx(`<w:document><w:body>${'<w:tbl><w:tr><w:tc>'.repeat(50_000)}</w:body></w:document>`),
  'millions of elements as .docx': () =>
    docx(`<w:document><w:body>${'<w:p/>'.repeat(3 * MILLION)}</w:body></w:document>`),
  'repeated cells as .odt': () =>
    odt(
      `<office:document-content><office:body><office:text><table:table>${`<table:table-row table:number-rows-repeated="99999999"><table:table-cell table:number-columns-repeated="99999999"><text:p>Срок</text:p></table:table-cell></table:table-row>`.repeat(300)}</table:table></office:text></office:body></office:document-content>`,
    ),
  'nested groups as .rtf': () => new TextEncoder().encode(`{\\rtf1 ${'{'.repeat(3 * MILLION)}`),
  'cells without end as .rtf': () =>
    new TextEncoder().encode(
      `{\\rtf1 \\trowd${'\\cellx1'.repeat(100_000)}${'\\intbl a\\cell'.repeat(100_000)}\\row}`,
    ),
  'unclosed formatting as .html': () =>
    new TextEncoder().encode(
      `<table>${Array.from({ length: 20_000 }, (_, index) => `<font size=${index}><p>a`).join('')}`,
    ),
  'wide and tall cells as .html': () =>
    new TextEncoder().encode(
      `<table>${'<tr><td rowspan=99999 colspan=99999>Срок</td><td>Мероприятие</td></tr>'.repeat(5000)}</table>`,
    ),
  'nested tables as .html': () => new TextEncoder().encode('<table><tr><td>'.repeat(20_000)),
  'unpacking stream as .pdf': streamBomb,
  'ten thousand rows as .docx': () => docx(wordTable(tenThousandRows())),
  'ten thousand rows as .odt': () => odt(openDocumentTable(tenThousandRows())),
  'ten thousand rows as .xlsx': () => xlsx(tenThousandRows()),
  'ten thousand rows as .html': () => html(tenThousandRows()),
  'ten thousand rows as .rtf': () => rtf(tenThousandRows()),
  'ten thousand rows as .pdf': () => renderPdf(tenThousandRowModel()),
  'ten thousand rows as .csv': () =>
    new TextEncoder().encode(
      tenThousandRows()
        .map((row) => row.join(';'))
        .join('\r\n'),
    ),
}

const ENTITIES = `<?xml version="1.0"?><!DOCTYPE lolz [<!ENTITY lol "lol">${Array.from(
  { length: 9 },
  (_, index) => `<!ENTITY lol${index + 1} "${`&lol${index || ''};`.repeat(10)}">`,
).join('')}]>`

async function streamBomb(): Promise<Uint8Array> {
  const encoder = new TextEncoder()
  const content = await deflate(encoder.encode('0 0 m 9 9 l S\n'.repeat(3 * MILLION)))
  return joinBytes([
    encoder.encode(`%PDF-1.4
1 0 obj <</Type/Catalog/Pages 2 0 R>> endobj
2 0 obj <</Type/Pages/Kids[3 0 R]/Count 1>> endobj
3 0 obj <</Type/Page/Parent 2 0 R/MediaBox[0 0 500 500]/Contents 4 0 R>> endobj
4 0 obj <</Length ${content.length + 2}/Filter/FlateDecode>> stream\nx\u005e`),
    content,
    encoder.encode('\nendstream endobj\ntrailer <</Root 1 0 R>>'),
  ])
}

function tenThousandRows(): string[][] {
  const rows = Array.from({ length: ROWS }, (_, index) => [
    `${index + 1}`,
    `Встреча наставников № ${index + 1}`,
    'май 2025',
    'куратор',
  ])
  return [['№', 'Мероприятие', 'Срок', 'Ответственный'], ...rows]
}

function tenThousandRowModel(): RoadmapModel {
  return {
    title: 'Дорожная карта на 2024-2025 учебный год',
    organization: '',
    shape: 'flat',
    parts: [
      { number: null, title: null, rows: Array.from({ length: ROWS }, (_, index) => modelRow(index + 1)) },
    ],
    habits: PLAIN_HABITS,
    columns: [
      { role: 'number', heading: '№' },
      { role: 'activity', heading: 'Мероприятие' },
      { role: 'deadline', heading: 'Срок' },
      { role: 'responsible', heading: 'Ответственный' },
    ],
  }
}

function modelRow(number: number): ModelRow {
  return {
    number: `${number}`,
    activities: [`Встреча наставников № ${number}`],
    listStyle: 'one',
    deadline: { words: 'май 2025', kind: 'month', start: '2025-05-01', end: '2025-05-31' },
    people: { words: 'куратор', persons: [], roles: ['куратор'], bodies: [] },
    documents: '',
    result: '',
    other: '',
  }
}

function wordTable(rows: readonly string[][]): string {
  const body = drawRows(rows, ['<w:tr>', '</w:tr>'], ['<w:tc><w:p><w:r><w:t>', '</w:t></w:r></w:p></w:tc>'])
  return `<w:document><w:body><w:tbl>${body}</w:tbl></w:body></w:document>`
}

function openDocumentTable(rows: readonly string[][]): string {
  const body = drawRows(
    rows,
    ['<table:table-row>', '</table:table-row>'],
    ['<table:table-cell><text:p>', '</text:p></table:table-cell>'],
  )
  return `<office:document-content><office:body><office:text><table:table>${body}</table:table></office:text></office:body></office:document-content>`
}

function docx(content: string): Promise<Uint8Array> {
  return writeZip([{ name: 'word/document.xml', content }])
}

function odt(content: string): Promise<Uint8Array> {
  return writeZip([
    { name: 'META-INF/manifest.xml', content: '' },
    { name: 'content.xml', content },
  ])
}

function xlsx(rows: readonly string[][]): Promise<Uint8Array> {
  const body = drawRows(rows, ['<row>', '</row>'], ['<c t="inlineStr"><is><t>', '</t></is></c>'])
  return writeZip([
    { name: 'xl/workbook.xml', content: '<workbook><sheets><sheet name="1" r:id="r1"/></sheets></workbook>' },
    {
      name: 'xl/_rels/workbook.xml.rels',
      content: '<Relationships><Relationship Id="r1" Target="worksheets/sheet1.xml"/></Relationships>',
    },
    {
      name: 'xl/worksheets/sheet1.xml',
      content: `<worksheet><sheetData>${body}</sheetData></worksheet>`,
    },
  ])
}

function html(rows: readonly string[][]): Uint8Array {
  return new TextEncoder().encode(`<table>${drawRows(rows, ['<tr>', '</tr>'], ['<td>', '</td>'])}</table>`)
}

function rtf(rows: readonly string[][]): Uint8Array {
  const body = drawRows(
    rows,
    ['\\trowd\\cellx900\\cellx5000\\cellx7000\\cellx9000 ', '\\row\n'],
    ['\\pard\\intbl ', '\\cell'],
  )
  const letters = Array.from(encodeWindows1251(body), (byte) =>
    byte < 128 ? String.fromCharCode(byte) : `\\'${byte.toString(16)}`,
  )
  return new TextEncoder().encode(`{\\rtf1\\ansi\\ansicpg1251 ${letters.join('')}}`)
}

type Around = readonly [before: string, after: string]

function drawRows(rows: readonly string[][], aroundRow: Around, aroundCell: Around): string {
  return rows
    .map((row) => `${aroundRow[0]}${row.map((cell) => aroundCell.join(cell)).join('')}${aroundRow[1]}`)
    .join('')
}
