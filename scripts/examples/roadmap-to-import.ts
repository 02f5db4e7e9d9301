import { Document, Packer, Paragraph, Table, TableCell, TableRow } from 'docx'

/** A row of an invented school's roadmap: number, activity, deadline, people, result, what confirms it. */
export type ExampleRow = readonly [string, string, string, string, string, string]

const TITLE =
  'Дорожная карта по реализации системы наставничества педагогических работников МБОУ «СОШ № 5 с. Ясное» на 2026/2027 учебный год'
const HEADINGS: ExampleRow = ['№', 'Мероприятие', 'Срок', 'Ответственный', 'Результат', 'Чем закончилось']

/** Rows of the invented roadmap, its stages as rows of one cell; each kind of thing that is hard to read is there. */
export const EXAMPLE_ROWS: readonly (ExampleRow | readonly [string])[] = [
  ['I. Подготовка условий'],
  ['1', 'Издать приказ о наставничестве в школе', 'до 5 сентября', 'Директор', 'Приказ', 'Приказ № 41'],
  ['2', 'Назначить куратора наставничества', 'сентябрь', 'Директор', 'Приказ', 'Приказ № 42'],
  ['3', 'Провести анкетирование молодых учителей', 'сентябрь', 'Ясенева О.П., куратор', 'Анкеты', 'Справка'],
  ['II. Работа пар'],
  ['4', 'Составить программы наставнических пар', 'II квартал', 'Наставники', 'Программы пар', 'Программы'],
  [
    '5',
    'Посещать уроки друг друга и обсуждать их',
    'в течение года',
    'Наставники',
    'Листы наблюдений',
    'Листы',
  ],
  ['6', 'Провести педагогическую мастерскую', 'ноябрь', '', 'Мастерская проведена', 'Программа'],
  ['III. Итоги и информационная поддержка'],
  ['7', 'Рассказать о работе пар на сайте школы', 'ежемесячно', 'Ясенева О.П., куратор', 'Заметки', 'Ссылки'],
  ['8', 'Подвести итоги года на педагогическом совете', 'май', 'Директор', 'Протокол', 'Протокол № 9'],
]

/** The roadmap as a Word document; stages stand in cells across the table. */
export async function writeExampleDocx(
  rows: readonly (readonly string[])[] = EXAMPLE_ROWS,
): Promise<Uint8Array> {
  const table = new Table({
    rows: [HEADINGS, ...rows].map((texts) => {
      const [only = ''] = texts
      const isStage = texts.length === 1
      return new TableRow({
        children: isStage ? [drawCell(only, HEADINGS.length)] : texts.map((text) => drawCell(text, 1)),
      })
    }),
  })
  const document = new Document({
    sections: [{ children: [new Paragraph(TITLE), new Paragraph(''), table] }],
  })
  return new Uint8Array(await Packer.toArrayBuffer(document))
}

/** What Word puts on the clipboard when the table alone is copied. */
export function exampleClipboard(rows: readonly (readonly string[])[] = EXAMPLE_ROWS): {
  html: string
  text: string
} {
  const lines = [HEADINGS, ...rows].map(
    (texts) =>
      `<tr>${texts.map((text) => writeCell(text, texts.length === 1 ? HEADINGS.length : 1)).join('')}</tr>`,
  )
  return {
    html: `<html xmlns:o="urn:schemas-microsoft-com:office:office" xmlns:w="urn:schemas-microsoft-com:office:word"><body lang=RU><!--StartFragment--><table class=MsoTableGrid border=1 cellspacing=0>${lines.join('')}</table><!--EndFragment--></body></html>`,
    text: [HEADINGS, ...rows].map((texts) => texts.join('\t')).join('\r\n'),
  }
}

function drawCell(text: string, columnSpan: number): TableCell {
  return new TableCell({ columnSpan, children: [new Paragraph(text)] })
}

function writeCell(text: string, across: number): string {
  return `<td ${across > 1 ? `colspan=${across} ` : ''}style='border:solid windowtext 1.0pt;padding:0cm 5.4pt'><p class=MsoNormal><span style='font-family:"Times New Roman",serif'>${text}<o:p></o:p></span></p></td>`
}
