import { expect, test } from 'vitest'
import { type ReadingChoices, readRoadmap, rereadRoadmap } from './read-roadmap.ts'

const TEXT = `Дорожная карта МБОУ «СОШ № 7» на 2024-2025 учебный год
№\tМероприятие\tСрок\tОтветственный\tПримечание
I. Подготовка
1\tИздать приказ\tсентябрь 2024\tДиректор\tв архив
2\tСобрать анкеты\tоктябрь 2024\tКуратор\tна бумаге
II. Работа
3\tПровести занятия\tноябрь 2024\tНаставники\t`

const reading = readRoadmap(TEXT)
const reread = (choices: ReadingChoices) => rereadRoadmap(reading, choices).outline
const rowOf = (words: string) => {
  const [block] = reading.document.blocks.flatMap((each, at) => (each.type === 'table' ? [at] : []))
  const table = reading.document.blocks[block ?? 0]
  const row =
    table?.type === 'table' ? table.rows.findIndex(({ cells }) => cells.join(' ').includes(words)) : -1
  return `${block}:${row}`
}

test('without corrections the reading is the same', () => {
  expect(reread({})).toEqual(reading.outline)
})

test('every activity and stage knows the rows it was read from', () => {
  const { table, origins, outline } = reading
  const names = origins.stages.map(({ heading, activities }) =>
    [heading, ...activities].map((rows) => rows.map(({ block, row }) => `${block}:${row}`)),
  )
  expect(names).toEqual([
    [[rowOf('I. Подготовка')], [rowOf('Издать')], [rowOf('Собрать')]],
    [[rowOf('II. Работа')], [rowOf('Провести')]],
  ])
  expect(table.header.map(({ block, row }) => `${block}:${row}`)).toEqual([rowOf('Мероприятие')])
  expect(origins.warnings.length).toBe(outline.warnings.length)
})

test('a column takes the role that a person gives it, and what had the role gives it up', () => {
  const { columns, stages } = reread({ roles: { 4: 'responsible' } })
  expect(columns.map(({ role }) => role)).toEqual(['number', 'activity', 'deadline', 'other', 'responsible'])
  expect(stages[0]?.activities[0]).toMatchObject({
    responsible: [{ verbatim: 'в архив' }],
    extra: [{ heading: 'Ответственный', text: 'Директор' }],
  })
})

test('a column that is not to be read leaves no trace', () => {
  const { columns, stages } = reread({ roles: { 4: 'skip' } })
  expect(columns.map(({ heading }) => heading)).not.toContain('Примечание')
  expect(stages.flatMap(({ activities }) => activities.flatMap(({ extra }) => extra))).toEqual([])
})

test('a row can be left out, become a heading, or cease to be one', () => {
  expect(
    reread({ rows: { [rowOf('Собрать')]: 'skip' } }).stages[0]?.activities.map(({ text }) => text),
  ).toEqual(['Издать приказ'])
  expect(
    reread({ rows: { [rowOf('Издать')]: 'section' } }).stages.map(({ number, title }) => [number, title]),
  ).toEqual([
    ['I', 'Подготовка — 1. Издать приказ'],
    ['II', 'Работа'],
  ])
  const { stages } = reread({ rows: { [rowOf('II. Работа')]: 'row' } })
  expect(stages.map(({ activities }) => activities.length)).toEqual([4])
})

test('deadlines without a year are placed in the period that a person gives', () => {
  const undated = readRoadmap(TEXT.replaceAll(/ 2024(?:-2025 учебный год)?/g, ''))
  const period = { start: '2026-09-01', end: '2027-05-31' }
  const { outline } = rereadRoadmap(undated, { front: { title: 'Карта школы', period } })
  expect(outline).toMatchObject({ title: 'Карта школы', period })
  expect(outline.stages[0]?.activities[0]?.deadlines[0]).toMatchObject({ start: '2026-09-01' })
})

test('without a column of activities there is no roadmap', () => {
  expect(() => reread({ roles: { 1: 'skip' } })).toThrow(/столбцы с мероприятиями/)
})
