import { expect, test } from 'vitest'
import { readDeadline } from '#content/deadlines/read-deadline.ts'
import { describeDeadline, fieldsOfReading, isAsRead } from './deadline-meaning.ts'

const context = { period: { start: '2024-09-01', end: '2025-08-31' } }

test.each([
  ['до 30 сентября 2024 г.', 'До определённого дня: до 30 сентября 2024'],
  ['сентябрь', 'В течение месяца: сентябрь 2024'],
  ['по запросу', 'По запросу'],
  ['Апрель 2024; октябрь 2024', 'Несколько сроков: апрель 2024; октябрь 2024'],
])('«%s» is told as «%s»', (words, told) => {
  expect(describeDeadline(readDeadline(words, context)).replaceAll('\u00A0', ' ')).toBe(told)
})

test.each(['до 30 сентября 2024 г.', 'Апрель 2024; октябрь 2024', 'Ежегодно, май', 'по запросу'])(
  'the fields filled from «%s» say what was read',
  (words) => {
    const reading = readDeadline(words, context)
    const fields = fieldsOfReading(reading)
    expect(isAsRead(fields, reading)).toBe(true)
    expect(isAsRead({ ...fields, end: '2031-01-01' }, reading)).toBe(false)
  },
)

test('what was supplied from elsewhere is kept with its source', () => {
  const { inferred } = fieldsOfReading(readDeadline('до 15 октября', context))
  expect(inferred).toEqual([
    { _key: 'inference1', _type: 'inference', field: 'end', from: 'срок дорожной карты' },
  ])
  expect(fieldsOfReading(readDeadline('до 15 октября 2024 г.', context)).inferred).toBeUndefined()
})

test('parts get keys of their own and no empty dates', () => {
  expect(fieldsOfReading(readDeadline('Апрель 2024; до 5 октября 2024', context)).parts).toEqual([
    {
      _key: 'part1',
      _type: 'deadlinePart',
      verbatim: 'Апрель 2024',
      kind: 'month',
      start: '2024-04-01',
      end: '2024-04-30',
    },
    {
      _key: 'part2',
      _type: 'deadlinePart',
      verbatim: 'до 5 октября 2024',
      kind: 'by-date',
      end: '2024-10-05',
    },
  ])
})

test('a deadline without anything is described by nothing', () => {
  expect(describeDeadline({})).toBe('')
})
