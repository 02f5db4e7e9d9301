import { expect, test } from 'vitest'
import type { Activity } from '#content/generated/types.ts'
import { activityOf, deadlineOf } from '../content/site.fixture.ts'
import { type ActivityState, timeActivity } from './activity-timing.ts'

const period = { start: '2024-01-01', end: '2025-12-31' }
const may = [deadlineOf('Май 2025', 'month', '2025-05-01', '2025-05-31')]
const allYear = [deadlineOf('в течение года', 'year-round', '2024-01-01', '2025-12-31')]
const byDay = [deadlineOf('до 30 сентября', 'by-date', undefined, '2025-09-30')]

test.each<[string, Partial<Activity>, string, ActivityState]>([
  ['before its month', { deadlines: may }, '2025-04-30', 'next'],
  ['on the first day', { deadlines: may }, '2025-05-01', 'now'],
  ['on the last day', { deadlines: may }, '2025-05-31', 'now'],
  ['the day after', { deadlines: may }, '2025-06-01', 'late'],
  ['done in time', { deadlines: may, status: 'done' }, '2025-06-01', 'done'],
  ['cancelled', { deadlines: may, status: 'cancelled' }, '2025-06-01', 'cancelled'],
  ['all year round', { deadlines: allYear }, '2025-03-01', 'always'],
  ['a month of all year round work', { deadlines: [...allYear, ...may] }, '2025-05-10', 'now'],
  ['long before a day', { deadlines: byDay }, '2025-06-01', 'next'],
  ['a month before a day', { deadlines: byDay }, '2025-09-01', 'now'],
  ['no date', { deadlines: [deadlineOf('по запросу', 'on-request')] }, '2025-06-01', 'undated'],
  ['no deadline at all', {}, '2025-06-01', 'undated'],
])('%s', (_, fields, today, state) => {
  expect(timeActivity(activityOf('a', 'Дело', fields), period, today).state).toBe(state)
})

test('a yearly deadline is ahead again after it has passed', () => {
  const deadlines = [
    {
      ...may[0],
      ...deadlineOf('ежегодно май', 'recurring', '2024-05-01', '2024-05-31'),
      recurrence: 'FREQ=YEARLY',
    },
  ]
  const timing = timeActivity(activityOf('a', 'Дело', { deadlines }), period, '2024-08-01')
  expect(timing).toMatchObject({ state: 'next', passed: true, window: { start: '2025-05-01' } })
})
