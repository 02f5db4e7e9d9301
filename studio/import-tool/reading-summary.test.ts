import { expect, test } from 'vitest'
import { readRoadmap } from '#content/roadmap-import/read-roadmap.ts'
import { summarizeOutline } from './reading-summary.ts'

const TABLE = `№\tМероприятие\tСрок\tОтветственный
1\tИздать приказ о наставничестве\tсентябрь 2024\tДиректор
2\tПровести обучение наставников\tоктябрь 2024\tКуратор`

test('the order is told with its date in words', () => {
  const { outline } = readRoadmap(TABLE)
  const approval = { kind: 'приказ', number: '88', date: '2022-04-30' }
  const told = summarizeOutline({ ...outline, approval }).find(({ name }) => name === 'Утверждена')
  expect(told?.words.replaceAll('\u00A0', ' ')).toBe('приказ № 88 от 30 апреля 2022')
})

test('what the document says is told, and what it does not say', () => {
  const words = Object.fromEntries(
    summarizeOutline(readRoadmap(TABLE).outline).map(({ name, words: told }) => [
      name,
      told.replaceAll('\u00A0', ' '),
    ]),
  )
  expect(words).toEqual({
    Название: 'не найдено',
    'Чья карта': 'не найдено',
    Уровень: 'не найден',
    Срок: 'не найден',
    Утверждена: 'не найдено',
    'В таблице': '1 этап, 2 мероприятия',
  })
})
