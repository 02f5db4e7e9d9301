import { expect, test } from 'vitest'
import { listCalendarEntries } from './calendar-entries.ts'

const period = { start: '2024-09-01', end: '2026-05-31' }

test.each([
  [{ kind: 'month', start: '2025-05-01', end: '2025-05-31' }, [['2025-05-01', '2025-05-31', null]]],
  [{ kind: 'by-date', end: '2024-09-30' }, [['2024-09-30', '2024-09-30', null]]],
  [{ kind: 'year-round', start: '2024-09-01', end: '2025-05-31' }, []],
  [{ kind: 'on-request' }, []],
  [
    { kind: 'month', start: '2024-10-01', end: '2024-10-31', recurrence: 'FREQ=YEARLY;BYMONTH=10' },
    [['2024-10-01', '2024-10-31', 'FREQ=YEARLY;UNTIL=20251001']],
  ],
  [
    { kind: 'month', start: '2025-02-01', end: '2025-02-28', recurrence: 'FREQ=YEARLY;BYMONTH=2' },
    [['2025-02-01', '2025-02-28', 'FREQ=YEARLY;UNTIL=20260201']],
  ],
  [
    { kind: 'recurring', recurrence: 'FREQ=MONTHLY' },
    [['2024-09-30', '2024-09-30', 'FREQ=MONTHLY;BYMONTHDAY=-1;UNTIL=20260531']],
  ],
  [
    { kind: 'recurring', recurrence: 'FREQ=MONTHLY;INTERVAL=3;BYMONTHDAY=5' },
    [['2024-09-05', '2024-09-05', 'FREQ=MONTHLY;INTERVAL=3;BYMONTHDAY=5;UNTIL=20260531']],
  ],
  [
    { kind: 'recurring', recurrence: 'FREQ=WEEKLY' },
    [['2024-09-06', '2024-09-06', 'FREQ=WEEKLY;BYDAY=FR;UNTIL=20260531']],
  ],
] as const)('%j', (times, expected) => {
  const deadline = { _type: 'deadline' as const, verbatim: 'срок', ...times }
  const entries = listCalendarEntries(deadline, period)
  expect(entries.map(({ start, end, rule }) => [start, end, rule])).toEqual(expected)
})

test('every part of a deadline is an entry of its own', () => {
  const part = { _type: 'deadlinePart' as const, kind: 'date' as const, verbatim: 'срок' }
  const parts = [
    { ...part, _key: 'a', start: '2025-01-10', end: '2025-01-10' },
    { ...part, _key: 'b', start: '2025-03-10', end: '2025-03-10' },
  ]
  const entries = listCalendarEntries(
    { _type: 'deadline', kind: 'multi-part', verbatim: '10 января, 10 марта', parts },
    period,
  )
  expect(entries.map(({ start }) => start)).toEqual(['2025-01-10', '2025-03-10'])
})

test('without a plan to end it, nothing comes every month', () => {
  const deadline = {
    _type: 'deadline' as const,
    verbatim: 'ежемесячно',
    kind: 'recurring' as const,
    recurrence: 'FREQ=MONTHLY',
  }
  expect(listCalendarEntries(deadline, null)).toEqual([])
})
