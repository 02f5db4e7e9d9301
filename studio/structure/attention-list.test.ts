import { expect, test } from 'vitest'
import { yearsBefore } from './attention-list.ts'

test.each([
  ['2026-11-21', 2, '2024-11-21'],
  ['2001-01-01', 2, '1999-01-01'],
])('%s less %i years is %s', (date, years, earlier) => {
  expect(yearsBefore(date, years)).toBe(earlier)
})
