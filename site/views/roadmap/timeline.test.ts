import { expect, test } from 'vitest'
import { drawBars, viewTimeline } from './timeline.ts'

const schoolYear = { start: '2024-09-01', end: '2025-05-31' }
const may = { start: '2025-05-01', end: '2025-05-31' }

test('a school year is a line of months', () => {
  const line = viewTimeline([may], schoolYear, '2024-10-16')
  expect(line).toMatchObject({ start: '2024-09', months: 9, today: 'M1.48 0v9' })
  expect(line?.ticks.map(({ label, year }) => `${label}${year}`)).toEqual([
    'сент2024',
    'окт',
    'нояб',
    'дек',
    'янв2025',
    'февр',
    'март',
    'апр',
    'май',
  ])
})

test.each([
  ['2024-01-01', '2025-12-31', 24, 'I\u00A0кв.', 8],
  ['2022-03-01', '2027-05-31', 72, '2022', 6],
])(
  'from %s to %s the line is %i months long, its ticks begin with «%s»',
  (start, end, months, label, count) => {
    const line = viewTimeline([may], { start, end }, '2000-01-01')
    expect(line?.months).toBe(months)
    expect(line?.ticks[0]?.label).toBe(label)
    expect(line?.ticks).toHaveLength(count)
    expect(line?.today).toBe('')
  },
)

test('nothing is drawn of a plan without dates', () => {
  expect(viewTimeline([], schoolYear, '2025-01-01')).toBeNull()
})

const line = { start: '2024-09', months: 9 }

test.each([
  ['a month', [may], { short: 'M8 0.2h1v0.6h-1z', long: '' }],
  ['a day', [{ start: null, end: '2024-09-30' }], { short: 'M0.8 0.2h0.2v0.6h-0.2z', long: '' }],
  ['the whole year', [{ start: '2024-09-01', end: '2025-05-31' }], { short: '', long: 'M0 0.4h9v0.2h-9z' }],
  ['what ends before the line', [{ start: '2024-01-01', end: '2024-02-29' }], { short: '', long: '' }],
])('%s', (_, windows, bars) => {
  expect(drawBars(windows, line)).toEqual(bars)
})
