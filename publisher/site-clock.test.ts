import { expect, test } from 'vitest'
import { moscowDay, siteClock } from './site-clock.ts'

test.each([
  ['2026-09-01T11:59:59Z', '2026-08-31T22:00:00.000Z'],
  ['2026-09-01T12:00:00Z', '2026-09-01T12:00:00.000Z'],
  ['2026-09-01T21:30:00Z', '2026-09-01T21:00:00.000Z'],
  ['2026-09-01T23:30:00Z', '2026-09-01T22:00:00.000Z'],
])('at %s the last day began at %s', (at, clock) => {
  expect(siteClock(new Date(at))).toBe(clock)
})

test('a day has as many clocks as Russia has offsets from UTC', () => {
  const hours = Array.from({ length: 24 }, (_, hour) => siteClock(new Date(Date.UTC(2026, 8, 1, hour))))
  expect(new Set(hours).size).toBe(11 + 1)
})

test.each([
  ['2026-09-01T20:59:59Z', '2026-09-01'],
  ['2026-09-01T21:00:00Z', '2026-09-02'],
])('at %s it is %s in Moscow', (at, day) => {
  expect(moscowDay(new Date(at))).toBe(day)
})
