import { expect, test } from 'vitest'
import { readRoadmap } from '#content/roadmap-import/read-roadmap.ts'
import { findMissing, summarizeOutline } from './reading-summary.ts'

const TABLE = `№\tМероприятие\tСрок\tОтветственный
1\tИздать приказ о наставничестве\tсентябрь 2024\tДиректор
2\tПровести обучение наставников\tоктябрь 2024\tКуратор`
const { outline } = readRoadmap(TABLE)
const summarize = (changes: Partial<typeof outline>) =>
  summarizeOutline({ ...outline, ...changes }).replaceAll('\u00A0', ' ')

test('what was read is told in short', () => {
  expect(summarize({})).toBe('1 этап, 2 мероприятия')
  expect(
    summarize({
      level: 'school',
      period: { start: '2024-09-01', end: '2025-05-31' },
      approval: { kind: 'приказ', number: '88', date: '2022-04-30' },
    }),
  ).toBe('Школа · 2024–2025 учебный год · приказ № 88 от 30 апреля 2022 · 1 этап, 2 мероприятия')
})

test('what the document does not say is named', () => {
  expect(findMissing(outline)).toEqual(['название', 'организация', 'уровень', 'срок'])
  expect(findMissing({ ...outline, title: 'Карта', level: 'school' })).toEqual(['организация', 'срок'])
})
