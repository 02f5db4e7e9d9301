import { existsSync, readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import type { DeadlineContext } from './deadline-reading.ts'
import { readDeadline } from './read-deadline.ts'

const GOLD = new URL('../../../shared/gold/', import.meta.url)
const present = existsSync(GOLD)

if (!present) process.stderr.write('deadlines/gold.test.ts: папки ../shared нет, образцы не проверяются\n')

function rows(file: string): string[][] {
  if (!present) return []
  return readFileSync(new URL(file, GOLD), 'utf8')
    .trimEnd()
    .split('\n')
    .slice(1)
    .map((line) => line.split('\t'))
}

/** The gold says the period, or from what it was derived; a rule of the preamble shows in the recurrence. */
function contextOf(period: string, recurrence: string): DeadlineContext {
  const yearly = recurrence.includes('UNTIL') ? { until: '2025-12-31' } : null
  const order = /order ([\d-]+)/.exec(period)?.[1]
  if (order) return { orderDate: order, yearly }
  const dates = /([\d-]{10})\/([\d-]{10}|…)/.exec(period)
  const end = dates?.[2] === '…' ? null : (dates?.[2] ?? null)
  return { period: { start: dates?.[1] ?? '', end }, periodDerived: period.startsWith('none'), yearly }
}

test.each(rows('deadlines.tsv'))('gold %s: «%s»', (_, words = '', period = '', kind = '', ...dates) => {
  const [start = '', end = '', recurrence = ''] = dates
  const reading = readDeadline(words, contextOf(period, recurrence))
  // The period of a title is no deadline of its own kind: a span of years.
  const kinds = kind === 'period(title)' ? ['date-range'] : kind.split(/[+ ]/)
  expect(kinds).toContain(reading.kind)
  expect([reading.start ?? '', reading.end ?? '', reading.recurrence ?? '']).toEqual([start, end, recurrence])
})

/** What each common string means in our kinds, where the gold's words are not kinds themselves. */
const COMMON: Record<string, readonly [string, string | null, string | null, string | null]> = {
  '1 раз в месяц': ['recurring', null, null, 'FREQ=MONTHLY'],
  'не реже 1 раза в четверть': ['recurring', null, null, 'FREQ=YEARLY;BYMONTH=10,12,3,5'],
  'ежеквартально, до 5 числа месяца, следующего за отчетным': [
    'recurring',
    null,
    null,
    'FREQ=MONTHLY;INTERVAL=3;BYMONTHDAY=5',
  ],
  еженедельно: ['recurring', null, null, 'FREQ=WEEKLY'],
  '1 полугодие 2024': ['half-year', '2024-01-01', '2024-06-30', null],
  'к 1 сентября': ['by-date', null, '2024-09-01', null],
  'с 01.09.2023 по 31.05.2024': ['date-range', '2023-09-01', '2024-05-31', null],
  '2022/23 уч. год': ['school-year', '2022-09-01', '2023-05-31', null],
  'в течение уч. г.': ['school-year', '2024-01-01', '2025-12-31', 'FREQ=YEARLY;BYMONTH=9,10,11,12,1,2,3,4,5'],
  'весь период': ['ongoing', '2024-01-01', '2025-12-31', null],
  'конец учебного года': ['relative', '2024-05-01', '2024-06-30', 'FREQ=YEARLY;BYMONTH=5,6'],
  'ежегодно до 1 октября': ['recurring', null, '2024-10-01', 'FREQ=YEARLY;BYMONTH=10;BYMONTHDAY=1'],
  'по мере необходимости': ['on-need', null, null, null],
  'по графику': ['per-plan', null, null, null],
  'в течение 10 рабочих дней после издания приказа': ['relative', null, null, null],
  'не менее 2 месяцев': ['relative', null, null, null],
  'последняя неделя августа': ['relative', '2024-08-25', '2024-08-31', null],
  '-': ['absent', null, null, null],
}

test.each(rows('deadlines-common.tsv').map(([words = '']) => words))('common gold «%s»', (words) => {
  const reading = readDeadline(words, { period: { start: '2024-01-01', end: '2025-12-31' } })
  expect([reading.kind, reading.start, reading.end, reading.recurrence]).toEqual(COMMON[words])
})

test('a relative deadline names what it is counted from', () => {
  expect(readDeadline('в течение 10 рабочих дней после издания приказа').relativeTo).toContain(
    'издания приказа',
  )
})
