import { expect, test } from 'vitest'
import { type DateRange, formatDate, formatDateRange, formatMonth } from './dates.ts'

const plain = (text: string) => text.replaceAll('\u00A0', ' ')

test.each([
  ['2024-09-30', '30 сентября 2024'],
  ['2025-01-01', '1 января 2025'],
  ['2024-09-30T10:00:00Z', '30 сентября 2024'],
  ['2024-02-30', '2024-02-30'],
  ['скоро', 'скоро'],
])('day %s is %s', (date, words) => {
  expect(plain(formatDate(date))).toBe(words)
})

test('a month stands in the nominative', () => {
  expect(plain(formatMonth('2024-05-31'))).toBe('май 2024')
})

test.each<[DateRange, string]>([
  [{ start: '2024-04-01', end: '2024-09-30' }, 'апрель — сентябрь 2024'],
  [{ start: '2024-05-01', end: '2024-05-31' }, 'май 2024'],
  [{ start: '2024-02-01', end: '2024-02-29' }, 'февраль 2024'],
  [{ start: '2025-02-01', end: '2025-02-28' }, 'февраль 2025'],
  [{ start: '2024-11-01', end: '2025-02-28' }, 'ноябрь 2024 — февраль 2025'],
  [{ end: '2024-09-30' }, 'до 30 сентября 2024'],
  [{ start: null, end: '2024-09-30' }, 'до 30 сентября 2024'],
  [{ start: '2024-09-01' }, 'с 1 сентября 2024'],
  [{ start: '2024-09-30', end: '2024-09-30' }, '30 сентября 2024'],
  [{ start: '2024-05-05', end: '2024-05-12' }, '5–12 мая 2024'],
  [{ start: '2024-05-05', end: '2024-06-12' }, '5 мая — 12 июня 2024'],
  [{ start: '2024-12-25', end: '2025-01-10' }, '25 декабря 2024 — 10 января 2025'],
  [{ start: '2024-01-01', end: '2024-12-31' }, '2024 год'],
  [{ start: '2024-01-01', end: '2025-12-31' }, '2024–2025 годы'],
  [{ start: '2024-09-01', end: '2025-05-31' }, '2024–2025 учебный год'],
  [{ start: '2024-01-01', end: '2025-12-31', kind: 'year-round' }, 'весь год'],
  [{ start: 'скоро', end: null }, ''],
  [{}, ''],
])('%j is «%s»', (range, words) => {
  expect(plain(formatDateRange(range))).toBe(words)
})

test('a day never parts from its month and year', () => {
  expect(formatDate('2024-09-30')).toBe('30\u00A0сентября\u00A02024')
  expect(formatDateRange({ end: '2024-09-30' })).not.toContain(' ')
})
