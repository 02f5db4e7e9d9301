import { expect, test } from 'vitest'
import { readTypedDate, showDate } from './typed-date.ts'

test.each([
  ['01.09.2024', '2024-09-01'],
  ['1.9.24', '2024-09-01'],
  ['31/05/2025', '2025-05-31'],
  ['31.02.2025', null],
  ['сентябрь', null],
  ['', null],
])('«%s» is read as %s', (words, date) => {
  expect(readTypedDate(words)).toBe(date)
})

test('a date is shown as people write it', () => {
  expect(showDate('2024-09-01')).toBe('01.09.2024')
  expect(showDate(undefined)).toBe('')
})
