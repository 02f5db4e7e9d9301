import { expect, test } from 'vitest'
import { makeRow } from '../neutral-document.ts'
import { readRoadmap } from '../read-roadmap.ts'
import { markCloseCalls, markSlips } from './close-calls.ts'

const ROLES = ['number', 'activity', 'deadline', 'responsible'] as const
const table = (...deadlines: string[]) =>
  deadlines.map((deadline, index) => makeRow([`${index + 1}`, `Беседа ${index + 1}`, deadline, 'Куратор']))
const unsure = (rows: ReturnType<typeof markSlips>) => rows.map((row) => row.unsure === true)

test('rows that a second reading dates otherwise are unsure', () => {
  const marked = markCloseCalls(table('май', 'июнь', 'июль'), table('май', 'июль', 'июнь'), ROLES)
  expect(unsure(marked)).toEqual([false, true, true])
})

test('rows beside one that lacks what others have are unsure', () => {
  const marked = markSlips(table('май', 'июнь', 'июль', 'август', '', 'октябрь'), ROLES)
  expect(unsure(marked)).toEqual([false, false, false, true, true, true])
})

test('a row whose deadline was told by a close call is named in a warning', () => {
  const lines = [
    ['№', '1', '2', '3', '4'],
    ['Мероприятия', 'Издание приказа', 'Анкетирование', 'Семинар для наставников', 'Итоги'],
    ['Сроки', 'Сентябрь 2024', 'Октябрь 2024', 'Май 2025'],
    ['Ответственные', 'Директор', 'Куратор', 'Методист', 'Администрация'],
  ]
  const { outline } = readRoadmap(lines.map((run) => run.join('\n')).join('\n\n'))
  const told = outline.warnings.filter(({ code }) => code === 'rows-realigned').map(({ place }) => place)
  expect(told).toEqual(expect.arrayContaining([expect.stringContaining('строка')]))
})
