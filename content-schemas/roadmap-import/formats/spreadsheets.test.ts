import { expect, test } from 'vitest'
import { writeZip } from '../corpus/write-zip.ts'
import { readRoadmapBytes } from '../read-roadmap-file.ts'
import { showNumber } from './excel/number-formats.ts'

const STYLES = `<styleSheet><numFmts><numFmt numFmtId="170" formatCode="[$-419]mmmm\\ yyyy;@"/><numFmt numFmtId="171" formatCode="0.00"/></numFmts><cellXfs><xf numFmtId="0"/><xf numFmtId="14"/><xf numFmtId="170"/><xf numFmtId="171"/></cellXfs></styleSheet>`
const SHEET = `<worksheet><sheetData>
<row r="1"><c r="D1" t="inlineStr"><is><t>УТВЕРЖДАЮ</t></is></c></row>
<row r="2"><c r="D2" t="inlineStr"><is><t>Приказ от 30.08.2024 № 155</t></is></c></row>
<row r="4"><c r="A4" t="inlineStr"><is><t>Дорожная карта на 2024-2025 учебный год</t></is></c></row>
<row r="6"><c r="A6" t="s"><v>0</v></c><c r="B6" t="s"><v>1</v></c><c r="C6" t="s"><v>2</v></c><c r="D6" t="s"><v>3</v></c></row>
<row r="7"><c r="A7" t="inlineStr"><is><r><t>1. Подготовка </t></r><r><t>условий</t></r></is></c></row>
<row r="8"><c r="A8"><v>1.1000000000000001</v></c><c r="B8" t="s"><v>4</v></c><c r="C8" s="1"><v>45550</v></c><c r="D8" t="s"><v>5</v></c></row>
<row r="9"><c r="A9" s="3"><v>1.1</v></c><c r="B9" t="str"><f>A1</f><v>Собеседование</v></c><c r="C9" s="2"><v>45580</v></c></row>
</sheetData><mergeCells><mergeCell ref="A4:D4"/><mergeCell ref="A7:D7"/><mergeCell ref="D8:D9"/></mergeCells></worksheet>`

test('a workbook: dates, numbers, formulas and rich text as their cells show them, merged cells, approval', async () => {
  const strings = ['№', 'Мероприятия', 'Сроки', 'Ответственные', 'Анкетирование', 'куратор']
  const bytes = await writeZip([
    {
      name: 'xl/workbook.xml',
      content:
        '<workbook><sheets><sheet name="a" state="hidden" r:id="r9"/><sheet name="b" r:id="r1"/></sheets></workbook>',
    },
    {
      name: 'xl/_rels/workbook.xml.rels',
      content: '<Relationships><Relationship Id="r1" Target="/xl/worksheets/sheet1.xml"/></Relationships>',
    },
    {
      name: 'xl/sharedStrings.xml',
      content: `<sst>${strings.map((text) => `<si><t>${text}</t></si>`).join('')}</sst>`,
    },
    { name: 'xl/styles.xml', content: STYLES },
    { name: 'xl/worksheets/sheet1.xml', content: SHEET },
  ])
  const { outline } = await readRoadmapBytes(bytes)
  expect(outline).toMatchObject({
    title: 'Дорожная карта на 2024-2025 учебный год',
    approval: { number: '155', date: '2024-08-30' },
    stages: [{ number: '1', title: 'Подготовка условий' }],
  })
  const read = outline.stages[0]?.activities.map(({ number, text, deadlines, responsible }) => [
    number,
    text,
    deadlines[0]?.verbatim,
    responsible[0]?.roles,
  ])
  expect(read).toEqual([
    ['1.1', 'Анкетирование', '15.09.2024', ['куратор']],
    ['1.10', 'Собеседование', 'октябрь 2024', ['куратор']],
  ])
})

function cell(place: string, words: string): string {
  return `<c r="${place}" t="inlineStr"><is><t>${words}</t></is></c>`
}

test('a hidden column is not read, and named', async () => {
  const lines = [
    ['Мероприятие', 'Срок', 'Ответственный', 'Код'],
    ['I. Подготовка', '', '', '01'],
    ['Анкетирование', 'май 2024', 'Куратор', '02'],
  ]
  const rows = lines.map(
    (words, row) =>
      `<row r="${row + 1}">${words.map((word, at) => (word === '' ? '' : cell(`${'ABCD'.charAt(at)}${row + 1}`, word))).join('')}</row>`,
  )
  const bytes = await writeZip([
    {
      name: 'xl/workbook.xml',
      content: '<workbook><sheets><sheet name="a" r:id="r1"/></sheets></workbook>',
    },
    {
      name: 'xl/_rels/workbook.xml.rels',
      content: '<Relationships><Relationship Id="r1" Target="worksheets/sheet1.xml"/></Relationships>',
    },
    {
      name: 'xl/worksheets/sheet1.xml',
      content: `<worksheet><cols><col min="4" max="16384" hidden="1"/></cols><sheetData>${rows.join('')}</sheetData><mergeCells><mergeCell ref="A2:C2"/></mergeCells></worksheet>`,
    },
  ])
  const { outline } = await readRoadmapBytes(bytes)
  expect(outline).toMatchObject({
    columns: [{ heading: 'Мероприятие' }, { heading: 'Срок' }, { heading: 'Ответственный' }],
    stages: [{ title: 'Подготовка', activities: [{ text: 'Анкетирование', extra: [] }] }],
  })
  expect(outline.warnings.map(({ message }) => message).join()).toContain('«скрытый столбец: Код»')
})

test.each([
  [45550, 'dd.mm.yyyy', '15.09.2024'],
  [45550, 'd-mmm', '15 сентября'],
  [45550, 'mmm-yy', 'сентябрь 2024'],
  [45550, 'yyyy', '2024'],
  [45550.5, 'dd.mm.yyyy h:mm', '15.09.2024'],
  [0.5, 'h:mm', '12:00'],
  [1.1, '', '1.1'],
  [0.1 + 0.2, '', '0.3'],
  [1.1, '0.00', '1.10'],
  [0.25, '0%', '25%'],
  [12, '0" дней"', '12'],
  [1e300, 'dd.mm.yyyy', '1e+300'],
  [-1, 'dd.mm.yyyy', '-1'],
])('%d with the format «%s» shows «%s»', (value, code, shown) => {
  expect(showNumber(value, code, false)).toBe(shown)
})
