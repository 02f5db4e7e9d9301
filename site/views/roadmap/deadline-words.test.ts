import { expect, test } from 'vitest'
import type { Deadline } from '#content/generated/types.ts'
import { deadlineOf } from '../../content/site.fixture.ts'
import { describeDeadline } from './deadline-words.ts'

const plain = (text: string | null) => text?.replaceAll('\u00A0', ' ') ?? null

const parts = (...list: Deadline[]): Deadline['parts'] =>
  list.map(({ verbatim, kind, start, end }, index) => ({
    _type: 'deadlinePart',
    _key: String(index),
    verbatim,
    kind,
    ...(start && { start }),
    ...(end && { end }),
  }))

const yearly = { recurrence: 'FREQ=YEARLY;UNTIL=2025-12-31' }

test.each<[Deadline, string, string | null]>([
  [deadlineOf('Февраль 2024', 'month', '2024-02-01', '2024-02-29'), 'февраль 2024', null],
  [
    deadlineOf('Апрель-сентябрь 2024 г.', 'month-range', '2024-04-01', '2024-09-30'),
    'апрель — сентябрь 2024',
    null,
  ],
  [deadlineOf('до 9.09.2022', 'by-date', undefined, '2022-09-09'), 'до 9 сентября 2022', 'до 9.09.2022'],
  [
    { ...deadlineOf('до 9.09.2022', 'by-date', undefined, '2022-09-09'), ...yearly },
    'до 9 сентября 2022, каждый год',
    'до 9.09.2022',
  ],
  [
    { ...deadlineOf('в течение года', 'year-round', '2022-01-01', '2025-12-31'), ...yearly },
    'весь год',
    'в течение года',
  ],
  [deadlineOf('Постоянно', 'ongoing', '2024-01-01'), 'постоянно', null],
  [deadlineOf('(по запросу)', 'on-request'), 'по запросу', '(по запросу)'],
  [
    { ...deadlineOf('1 раз в месяц', 'recurring'), recurrence: 'FREQ=MONTHLY' },
    'каждый месяц',
    '1 раз в месяц',
  ],
  [
    {
      ...deadlineOf('Май Июнь', 'multi-part', '2024-05-01', '2024-06-30'),
      parts: parts(
        deadlineOf('Май', 'month', '2024-05-01', '2024-05-31'),
        deadlineOf('Июнь', 'month', '2024-06-01', '2024-06-30'),
      ),
    },
    'май 2024; июнь 2024',
    'Май Июнь',
  ],
  [
    {
      ...deadlineOf('Ежегодно в течение учебного года', 'recurring', '2025-09-01', '2027-12-31'),
      recurrence: 'FREQ=YEARLY;BYMONTH=9,10,11,12,1,2,3,4,5',
    },
    'каждый год, сентябрь — май',
    'Ежегодно в течение учебного года',
  ],
  [
    {
      ...deadlineOf('Ежегодно май', 'recurring', '2025-05-01', '2025-05-31'),
      recurrence: 'FREQ=YEARLY;BYMONTH=5',
    },
    'каждый год, май',
    'Ежегодно май',
  ],
  [
    {
      ...deadlineOf('к началу каждого полугодия', 'recurring', '2025-01-01', '2025-09-30'),
      recurrence: 'FREQ=YEARLY;BYMONTH=9,1',
    },
    'каждый год, сентябрь, январь',
    'к началу каждого полугодия',
  ],
  [deadlineOf('-', 'absent'), 'срок не указан', '-'],
  [{ ...deadlineOf('после приказа', 'relative'), relativeTo: 'издание приказа' }, 'после приказа', null],
])('%j', (deadline, meaning, verbatim) => {
  const words = describeDeadline(deadline)
  expect([plain(words.meaning), plain(words.verbatim)]).toEqual([meaning, verbatim])
})
