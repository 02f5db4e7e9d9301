import { expect, test } from 'vitest'
import { writeZip } from '../corpus/write-zip.ts'
import type { Outline } from '../outline/outline.ts'
import { readRoadmapBytes } from '../read-roadmap-file.ts'

const NUMBERING = `<w:numbering><w:abstractNum w:abstractNumId="1"><w:lvl w:ilvl="0"><w:start w:val="1"/><w:numFmt w:val="decimal"/><w:lvlText w:val="%1."/></w:lvl><w:lvl w:ilvl="1"><w:start w:val="1"/><w:numFmt w:val="decimal"/><w:lvlText w:val="%1.%2."/></w:lvl></w:abstractNum><w:abstractNum w:abstractNumId="2"><w:lvl w:ilvl="0"><w:numFmt w:val="bullet"/><w:lvlText w:val=""/></w:lvl></w:abstractNum><w:num w:numId="1"><w:abstractNumId w:val="1"/></w:num><w:num w:numId="2"><w:abstractNumId w:val="2"/></w:num></w:numbering>`

async function read(body: string): Promise<Outline> {
  const bytes = await writeZip([
    { name: 'word/document.xml', content: `<w:document><w:body>${body}</w:body></w:document>` },
    { name: 'word/numbering.xml', content: NUMBERING },
  ])
  return (await readRoadmapBytes(bytes)).outline
}

function paragraph(text: string, properties = ''): string {
  return `<w:p><w:pPr>${properties}</w:pPr><w:r><w:t xml:space="preserve">${text}</w:t></w:r></w:p>`
}

function cell(content: string, properties = ''): string {
  return `<w:tc><w:tcPr>${properties}</w:tcPr>${content.startsWith('<') ? content : paragraph(content)}</w:tc>`
}

function row(...cells: string[]): string {
  return `<w:tr>${cells.map((one) => (one.startsWith('<w:tc>') ? one : cell(one))).join('')}</w:tr>`
}

function table(...rows: string[]): string {
  return `<w:tbl>${row('№', 'Мероприятия', 'Сроки', 'Ответственные')}${rows.join('')}</w:tbl>`
}

function listed(level: number, list = 1): string {
  return `<w:numPr><w:ilvl w:val="${level}"/><w:numId w:val="${list}"/></w:numPr>`
}

/** A cell with nothing in it but the number that Word counts. */
function counted(level: number): string {
  return cell(paragraph('', listed(level)))
}

function spans(...widths: number[]): string[] {
  return widths.map((width) => `<w:gridSpan w:val="${width}"/>`)
}

function drawn(texts: readonly string[], widths: readonly string[]): string {
  return row(...texts.map((text, index) => cell(text, widths[index])))
}

function activitiesOf(outline: Outline) {
  return outline.stages.flatMap((stage) => stage.activities)
}

test('numbers that Word counts stand in no text and are counted as Word does', async () => {
  const outline = await read(
    table(
      row(counted(0), 'Подготовка условий', '', ''),
      row(counted(1), 'Приказ о кураторе', 'сентябрь 2024', 'директор'),
      row(counted(1), 'Положение о наставничестве', 'октябрь 2024', 'директор'),
      row(counted(0), 'Завершение', '', ''),
      row(counted(1), 'Итоговая встреча', 'май 2025', 'куратор'),
    ),
  )
  expect(outline.stages.map(({ number, title }) => [number, title])).toEqual([
    ['1', 'Подготовка условий'],
    ['2', 'Завершение'],
  ])
  expect(activitiesOf(outline).map(({ number }) => number)).toEqual(['1.1', '1.2', '2.1'])
})

test('items of a list in a cell are activities', async () => {
  const list = ['Анкетирование', 'Собеседование'].map((item) => paragraph(item, listed(0, 2))).join('')
  const outline = await read(table(row('1', cell(list), 'май 2025', 'куратор')))
  expect(activitiesOf(outline).map(({ text }) => text)).toEqual(['Анкетирование', 'Собеседование'])
})

test('of tracked changes the inserted words are read and the deleted are not', async () => {
  const changed = `<w:p><w:r><w:t>Приказ </w:t></w:r><w:del><w:r><w:delText>об отмене</w:delText></w:r></w:del><w:ins><w:r><w:t>о кураторе</w:t></w:r></w:ins></w:p>`
  const gone = row('2', 'Лишняя строка', 'май 2025', 'куратор').replace(
    '<w:tr>',
    '<w:tr><w:trPr><w:del/></w:trPr>',
  )
  const outline = await read(table(row('1', cell(changed), 'май 2025', 'куратор'), gone))
  expect(activitiesOf(outline).map(({ text }) => text)).toEqual(['Приказ о кураторе'])
})

test('footnotes, hidden words and codes of fields are left out, links and line breaks stay', async () => {
  const words = `<w:p><w:r><w:t>Публикация</w:t><w:br/><w:t>на сайте</w:t></w:r><w:r><w:footnoteReference w:id="1"/></w:r><w:r><w:rPr><w:vanish/></w:rPr><w:t>тайное</w:t></w:r><w:r><w:instrText>HYPERLINK "http://a"</w:instrText></w:r><w:hyperlink><w:r><w:t> школы</w:t></w:r></w:hyperlink></w:p>`
  const outline = await read(table(row('1', cell(words), 'май 2025', 'куратор')))
  expect(activitiesOf(outline).map(({ text }) => text.replaceAll(/\s+/g, ' '))).toEqual([
    'Публикация на сайте школы',
  ])
})

test('merged cells hold for all their rows, whichever way Word writes them', async () => {
  const top = '<w:vMerge w:val="restart"/>'
  const outline = await read(
    table(
      row('1', 'Анкетирование', cell('май 2025', top), cell('куратор', top)),
      row('2', 'Собеседование', cell('', '<w:vMerge/>'), cell('', '<w:vMerge w:val="continue"/>')),
    ),
  )
  expect(activitiesOf(outline).map(({ deadlines }) => deadlines[0]?.start)).toEqual([
    '2025-05-01',
    '2025-05-01',
  ])
  expect(activitiesOf(outline).map(({ responsible }) => responsible[0]?.roles)).toEqual([
    ['куратор'],
    ['куратор'],
  ])
})

test('rows whose lines were drawn a little off have the same columns', async () => {
  const grid = [600, 30, 4000, 40, 2000, 2000].map((width) => `<w:gridCol w:w="${width}"/>`).join('')
  const [plain, shifted] = [spans(1, 3, 1, 1), spans(2, 1, 2, 1)]
  const outline = await read(
    `<w:tbl><w:tblGrid>${grid}</w:tblGrid>${[
      drawn(['№', 'Мероприятия', 'Сроки', 'Ответственные'], plain),
      drawn(['1', 'Анкетирование', 'май 2025', 'куратор'], plain),
      drawn(['2', 'Собеседование', 'июнь 2025', 'директор'], shifted),
    ].join('')}</w:tbl>`,
  )
  expect(outline.columns.map(({ role }) => role)).toEqual(['number', 'activity', 'deadline', 'responsible'])
  expect(activitiesOf(outline).map(({ text, deadlines }) => [text, deadlines[0]?.start])).toEqual([
    ['Анкетирование', '2025-05-01'],
    ['Собеседование', '2025-06-01'],
  ])
})

test('a table inside a table that arranges the page is the roadmap', async () => {
  const inner = table(
    row('1', 'Анкетирование', 'май 2025', 'куратор'),
    row('2', 'Собеседование', 'июнь 2025', 'директор'),
  )
  const outline = await read(`<w:tbl>${row(cell(`${paragraph('Дорожная карта')}${inner}`), '')}</w:tbl>`)
  expect(activitiesOf(outline).map(({ text }) => text)).toEqual(['Анкетирование', 'Собеседование'])
})

test('«УТВЕРЖДАЮ» in a table beside «СОГЛАСОВАНО» and words of text boxes are read', async () => {
  const approval = `<w:tbl>${row(
    cell(`${paragraph('СОГЛАСОВАНО')}${paragraph('Протокол от 29.08.2024 № 4')}`),
    cell(`${paragraph('УТВЕРЖДАЮ')}${paragraph('Приказ от 30.08.2024 № 155')}`),
  )}</w:tbl>`
  const box = `<w:p><w:r><mc:AlternateContent><mc:Choice><w:drawing><wps:txbx><w:txbxContent>${paragraph('Дорожная карта на 2024-2025 учебный год')}</w:txbxContent></wps:txbx></w:drawing></mc:Choice><mc:Fallback><w:pict><w:txbxContent>${paragraph('Дорожная карта на 2024-2025 учебный год')}</w:txbxContent></w:pict></mc:Fallback></mc:AlternateContent></w:r></w:p>`
  const outline = await read(approval + box + table(row('1', 'Анкетирование', 'май', 'куратор')))
  expect(outline.approval).toMatchObject({ number: '155', date: '2024-08-30' })
  expect(outline.title).toBe('Дорожная карта на 2024-2025 учебный год')
})
