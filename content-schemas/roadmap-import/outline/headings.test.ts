import { expect, test } from 'vitest'
import { readHtmlRoadmap } from '../read-roadmap-file.ts'
import type { Outline } from './outline.ts'

const TITLE = 'Дорожная карта наставничества МБОУ СОШ № 7 на 2024-2025 учебный год'
const HEADER = '<tr><td>№</td><td>Мероприятия</td><td>Сроки</td><td>Ответственные</td></tr>'

function read(rows: string, before = ''): Outline {
  return readHtmlRoadmap(`${before}<table>${rows}</table>`).outline
}

function across(text: string): string {
  return `<tr><td colspan=4>${text}</td></tr>`
}

function row(number: string, text: string): string {
  return `<tr><td>${number}</td><td>${text}</td><td>май 2025</td><td>директор</td></tr>`
}

function underStage(name: string, rows: readonly string[]): string[] {
  const cell = `<td rowspan=${rows.length}>${name}</td>`
  return rows.map((one, at) => (at === 0 ? one.replace('<tr>', `<tr>${cell}`) : one))
}

function stagesOf({ stages }: Outline): (string | null)[][] {
  return stages.map(({ number, title, activities }) => [
    number,
    title,
    ...activities.map((activity) => activity.number),
  ])
}

test('the title is found in a row across the top of the table', () => {
  const rows = across('Раздел 1. Организация') + row('1', 'Приказ') + row('2', 'Беседа')
  const outline = read(across(TITLE) + HEADER + rows)
  expect(outline).toMatchObject({ title: TITLE, organization: 'МБОУ СОШ № 7' })
  expect(stagesOf(outline)).toEqual([['Раздел 1', 'Организация', '1', '2']])
})

test('a title over two rows of the table is put together', () => {
  const [one, two] = [TITLE.slice(0, 29), TITLE.slice(29)]
  expect(read(across(one) + across(two) + HEADER + row('1', 'Приказ')).title).toBe(TITLE)
})

test('a row across the table is no title where one stands before the table', () => {
  const rows = HEADER + across('План мероприятий по наставничеству') + row('1', 'Приказ')
  const outline = read(rows, `<p>${TITLE}</p>`)
  expect(outline.title).toBe(TITLE)
  expect(stagesOf(outline)).toEqual([[null, 'План мероприятий по наставничеству', '1']])
})

test('headings within headings are kept, and rows of labelled stages are counted by the number alone', () => {
  const rows =
    across('I. Организация') +
    across('1.1. Приказы') +
    row('1', 'Приказ') +
    across('1.2. Встречи') +
    row('2', 'Беседа')
  const outline = read(HEADER + rows, `<p>${TITLE}</p>`)
  expect(stagesOf(outline)).toEqual([
    ['I', 'Организация — 1.1. Приказы', '1'],
    ['1.2', 'Встречи', '2'],
  ])
  expect(outline.warnings.filter(({ code }) => code === 'text-left-out')).toEqual([])
  const staged = read(
    '<tr><td>Этап</td><td>Мероприятия</td><td>Сроки</td><td>Ответственные</td></tr>' +
      '<tr><td rowspan=2>Этап 2. Отбор</td><td>Анкета</td><td>май 2025</td><td>директор</td></tr>' +
      '<tr><td>Беседа</td><td>июнь 2025</td><td>директор</td></tr>',
    `<p>${TITLE}</p>`,
  )
  expect(stagesOf(staged)).toEqual([['Этап 2', 'Отбор', '2.1', '2.2']])
})

test.each([
  'Муниципальная дорожная карта реализации наставничества',
  'Комплексный план развития наставничества',
  'План наставнической работы',
  'План внедрения наставничества',
  'ПЛАН-ГРАФИК по наставничеству',
])('«%s» is a title', (title) => {
  expect(read(HEADER + row('1', 'Приказ'), `<p>${title}</p>`).title).toBe(title)
})

test('«2 этап. Отбор» keeps its word, and places are named by it', () => {
  const rows =
    across('1 этап. Подготовка') +
    row('1', 'Приказ') +
    across('II этап – Отбор') +
    row('2', 'Беседа').replace('директор', '')
  const outline = read(HEADER + rows, `<p>${TITLE}</p>`)
  expect(stagesOf(outline)).toEqual([
    ['1 этап', 'Подготовка', '1'],
    ['II этап', 'Отбор', '2'],
  ])
  expect(outline.warnings.map(({ place }) => place)).toEqual(['II этап, строка 2'])
})

test('the number in the name of a stage is the stage’s, those beside it are the rows’', () => {
  const cells = ['Этап', '№', 'Мероприятия', 'Сроки', 'Ответственные'].map((heading) => `<td>${heading}</td>`)
  const outline = read(
    [
      `<tr>${cells.join('')}</tr>`,
      ...underStage('1. Подготовка', [row('1.1', 'Приказ'), row('1.2', 'Встреча')]),
      ...underStage('II. Отбор', [row('7', 'Беседа'), row('8', 'Анкета')]),
    ].join(''),
    `<p>${TITLE}</p>`,
  )
  expect(stagesOf(outline)).toEqual([
    ['1', 'Подготовка', '1.1', '1.2'],
    ['II', 'Отбор', '7', '8'],
  ])
})

test.each([
  [
    '1. II квартал 2025 г.<br>2. по графику<br>3. март – апрель',
    ['II квартал 2025 г.', 'по графику', 'март – апрель'],
  ],
  ['<p>по графику</p><p>май 2025</p><p>июнь 2025</p>', ['по графику', 'май 2025', 'июнь 2025']],
])('deadlines «%s» line up with three activities', (deadlines, expected) => {
  const listed = row('1', '1. Приказ<br>2. Беседа<br>3. Анкета').replace('май 2025', deadlines)
  const [stage] = read(HEADER + listed, `<p>${TITLE}</p>`).stages
  expect(stage?.activities.map((activity) => activity.deadlines.map(({ verbatim }) => verbatim))).toEqual(
    expected.map((words) => [words]),
  )
})
