import { expect, test } from 'vitest'
import { moscowDay } from './moscow-day.ts'

test.each([
  ['2026-09-01T20:59:59Z', '2026-09-01'],
  ['2026-09-01T21:00:00Z', '2026-09-02'],
  ['2026-12-31T21:30:00Z', '2027-01-01'],
  ['2026-02-28T23:59:59+03:00', '2026-02-28'],
])('at %s it is %s in Moscow', (at, day) => {
  expect(moscowDay(new Date(at))).toBe(day)
})
