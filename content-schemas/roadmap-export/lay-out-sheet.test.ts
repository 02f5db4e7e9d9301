import { unzipSync } from 'fflate'
import { expect, test, vi } from 'vitest'
import { readRoadmapBytes } from '../roadmap-import/read-roadmap-file.ts'
import { wordsOf } from './cell-lines.ts'
import { writeDocx } from './docx/write-docx.ts'
import { layOutSheet } from './lay-out-sheet.ts'
import type { PrintableActivity, PrintableRoadmap, PrintContext } from './printable-roadmap.ts'

const context: PrintContext = {
  owner: { name: 'МБОУ «СОШ № 7»', fullName: 'Муниципальная школа № 7', headPosition: 'директор школы' },
  signer: 'Сидорова И.И.',
  nameOf: (id) => (id === 'person-1' ? 'Иванова М.П.' : null),
  source: { url: 'https://kopilka.example/organizacii/sosh-7/karta/2024-2025/', updated: '2024-08-30' },
}

const activity: PrintableActivity = {
  number: '1.1',
  text: 'Провести педагогический совет',
  deadlines: [{ verbatim: 'до 15 сентября 2024 г.' }],
  responsible: [{ verbatim: 'Иванова М.П.', persons: [{ _ref: 'person-1' }], roles: [], bodies: [] }],
}

const roadmap: PrintableRoadmap = {
  title: 'Дорожная карта наставничества в МБОУ «СОШ № 7» на 2024-2025 учебный год',
  period: { start: '2024-09-01', end: '2025-05-31' },
  approval: { kind: 'приказ', number: '112-од', date: '2024-08-30' },
  stages: [{ number: '1.', title: 'Подготовка условий', activities: [activity] }],
}

const withActivity = (fields: Partial<PrintableActivity>): PrintableRoadmap => ({
  ...roadmap,
  stages: [{ number: '1', title: 'Подготовка условий', activities: [{ ...activity, ...fields }] }],
})

/** Words of the cells of the first row that is no heading, by the headings of their columns. */
function cellsOf(printed: PrintableRoadmap, given = context): Record<string, string> {
  const { columns, rows } = layOutSheet(printed, given)
  const row = rows.find(({ type }) => type === 'cells')
  const cells = row?.type === 'cells' ? row.cells : []
  return Object.fromEntries(
    columns.map(({ heading }, index) => [heading, wordsOf(cells[index]?.lines ?? [])]),
  )
}

test('the block of approval names who approves and by which act', () => {
  expect(layOutSheet(roadmap, context).approval).toEqual({
    position: 'Директор школы',
    organization: 'МБОУ «СОШ № 7»',
    name: 'И.И. Сидорова',
    act: 'Приказ от 30.08.2024 № 112-од',
  })
})

test('where the name may not be shown or the act is not known there is room to write them', () => {
  const sheet = layOutSheet({ ...roadmap, approval: undefined }, { ...context, signer: null })
  expect(sheet.approval).toMatchObject({ name: null, act: null })
})

test('a roadmap that never was a table gets the columns it needs, stages stand across it', () => {
  const { columns, rows } = layOutSheet(withActivity({ results: ['Протокол'] }), context)
  expect(columns.map(({ heading }) => heading)).toEqual([
    '№',
    'Мероприятие',
    'Срок',
    'Ответственные',
    'Результат',
  ])
  expect(rows[0]).toEqual({ type: 'section', text: '1. Подготовка условий' })
})

test('the columns of the document keep their headings and order; what it had no column for gets one', () => {
  const columns = [
    { role: 'activity', heading: 'Содержание' },
    { role: 'responsible', heading: 'Кто' },
    { role: 'deadline', heading: 'Когда' },
    { role: 'other', heading: 'Риски' },
  ] as const
  const extra = [
    { heading: 'Риски', text: 'низкая мотивация' },
    { heading: 'Отметка', text: 'сделано' },
  ]
  expect(cellsOf({ ...withActivity({ extra, documents: ['приказ', 'протокол'] }), columns })).toEqual({
    Содержание: '1.1. Провести педагогический совет',
    Кто: 'Иванова М.П.',
    Когда: 'до 15 сентября 2024 г.',
    Риски: 'низкая мотивация',
    Документы: '• приказ\n• протокол',
    Отметка: 'сделано',
  })
})

test('a stage of a document with a column for stages reaches down its rows', () => {
  const columns = [
    { role: 'number', heading: '№' },
    { role: 'stage', heading: 'Этап' },
    { role: 'activity', heading: 'Содержание' },
  ] as const
  const activities = [activity, { ...activity, number: '1.2', text: 'Издать приказ' }]
  const { rows } = layOutSheet(
    { ...roadmap, columns, stages: [{ title: 'Подготовка', activities }] },
    context,
  )
  expect(rows.map((row) => (row.type === 'cells' ? row.cells[1]?.rows : 'section'))).toEqual([2, undefined])
})

test.each([
  [{ verbatim: 'Иванова М.П.', persons: [{ _ref: 'person-1' }] }, 'Иванова М.П.'],
  [{ persons: [{ _ref: 'person-1' }], roles: ['педагог-психолог'] }, 'Педагог-психолог Иванова М.П.'],
  [{ persons: [{ _ref: 'hidden' }], roles: ['педагог-психолог'] }, 'Педагог-психолог'],
  [{ verbatim: 'Петрова А.А.', persons: [{ _ref: 'person-1' }] }, 'Иванова М.П.'],
])('%j is printed as «%s»', (party, words) => {
  expect(cellsOf(withActivity({ responsible: [party] }))['Ответственные']).toBe(words)
})

test('the same roadmap gives the same bytes, and no moment but that of its last change', async () => {
  vi.useFakeTimers({ now: new Date('2025-03-01T10:00:00Z'), toFake: ['Date'] })
  const bytes = await writeDocx(layOutSheet(roadmap, context))
  vi.setSystemTime(new Date('2026-11-21T17:30:00Z'))
  expect(await writeDocx(layOutSheet(roadmap, context))).toEqual(bytes)
  vi.useRealTimers()
  const moments = Object.values(unzipSync(bytes)).flatMap((file) =>
    [...new TextDecoder().decode(file).matchAll(/\d{4}-\d\d-\d\dT[\d:]+/g)].map(([moment]) => moment),
  )
  expect([...new Set(moments)]).toEqual(['2024-08-30T00:00:00'])
})

test('what the sheet says is read again', async () => {
  const { outline } = await readRoadmapBytes(await writeDocx(layOutSheet(roadmap, context)))
  expect(outline).toMatchObject({
    title: roadmap.title,
    organization: 'МБОУ «СОШ № 7»',
    period: roadmap.period,
    approval: roadmap.approval,
  })
})
