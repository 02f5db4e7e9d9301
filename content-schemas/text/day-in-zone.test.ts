import { expect, test } from 'vitest'
import { dayInZone } from './day-in-zone.ts'

test.each([
  ['2026-09-01T20:59:59Z', 'Europe/Moscow', '2026-09-01'],
  ['2026-09-01T21:00:00Z', 'Europe/Moscow', '2026-09-02'],
  ['2026-09-01T21:30:00Z', 'Europe/Kaliningrad', '2026-09-01'],
  ['2026-09-01T12:00:00Z', 'Asia/Kamchatka', '2026-09-02'],
  ['2026-09-01T12:00:00Z', 'Asia/Vladivostok', '2026-09-01'],
  ['2026-12-31T19:00:00Z', 'Asia/Yekaterinburg', '2027-01-01'],
  ['2026-09-01T21:00:00Z', undefined, '2026-09-02'],
  ['2026-09-01T21:00:00Z', 'Mars/Olympus', '2026-09-02'],
  ['2026-09-01', 'Asia/Kamchatka', '2026-09-01'],
])('at %s in %s it is %s', (moment, zone, day) => {
  expect(dayInZone(moment, zone)).toBe(day)
})
