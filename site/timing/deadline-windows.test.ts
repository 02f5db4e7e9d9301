import { expect, test } from 'vitest'
import type { Deadline } from '#content/generated/types.ts'
import { deadlineOf } from '../content/site.fixture.ts'
import { listWindows, shiftDay } from './deadline-windows.ts'

const period = { start: '2022-01-01', end: '2025-12-31' }
const show = (deadline: Deadline, within: typeof period | null = period) =>
  listWindows(deadline, within).map(({ start, end }) => `${start ?? ''}/${end ?? ''}`)

test.each<[string, Deadline, string[]]>([
  ['one month', deadlineOf('Май 2024', 'month', '2024-05-01', '2024-05-31'), ['2024-05-01/2024-05-31']],
  ['no dates', deadlineOf('по запросу', 'on-request'), []],
  [
    'open end lasts as long as the plan',
    deadlineOf('Постоянно', 'ongoing', '2023-01-01'),
    ['2023-01-01/2025-12-31'],
  ],
  [
    'a yearly day comes every year of the plan',
    {
      ...deadlineOf('до 9.09', 'by-date', undefined, '2022-09-09'),
      recurrence: 'FREQ=YEARLY;UNTIL=2024-12-31',
    },
    ['/2022-09-09', '/2023-09-09', '/2024-09-09'],
  ],
  [
    'the end of February stays the end of February',
    {
      ...deadlineOf('февраль', 'month', '2022-02-01', '2022-02-28'),
      recurrence: 'FREQ=YEARLY;UNTIL=2024-12-31',
    },
    ['2022-02-01/2022-02-28', '2023-02-01/2023-02-28', '2024-02-01/2024-02-29'],
  ],
  [
    'what fills whole years is not repeated',
    { ...deadlineOf('в течение года', 'year-round', '2022-01-01', '2025-12-31'), recurrence: 'FREQ=YEARLY' },
    ['2022-01-01/2025-12-31'],
  ],
  [
    'months of a rule that pass the new year',
    {
      ...deadlineOf('в течение учебного года', 'recurring', '2023-09-01'),
      recurrence: 'FREQ=YEARLY;BYMONTH=9,10,11,12,1,2,3,4,5',
    },
    ['2023-09-01/2024-05-31', '2024-09-01/2025-05-31', '2025-09-01/2026-05-31'],
  ],
  [
    'a rule with a month and no dates begins with the plan',
    { ...deadlineOf('по окончании года', 'relative'), recurrence: 'FREQ=YEARLY;BYMONTH=6' },
    ['2022-06-01/2022-06-30', '2023-06-01/2023-06-30', '2024-06-01/2024-06-30', '2025-06-01/2025-06-30'],
  ],
])('%s', (_, deadline, windows) => {
  expect(show(deadline)).toEqual(windows)
})

test('a yearly deadline of a plan without an end stops somewhere', () => {
  const endless = {
    ...deadlineOf('ежегодно май', 'recurring', '2024-05-01', '2024-05-31'),
    recurrence: 'FREQ=YEARLY',
  }
  expect(show(endless, null)).toHaveLength(12)
})

test('days are shifted over the ends of months and years', () => {
  expect([shiftDay('2024-12-31', 1), shiftDay('2024-03-01', -1), shiftDay(null, 5)]).toEqual([
    '2025-01-01',
    '2024-02-29',
    null,
  ])
})
