import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { DEADLINE_KINDS } from '../vocabulary/deadline-kinds.ts'
import type { DeadlineContext } from './deadline-reading.ts'
import { deadlineLikeness, readDeadline } from './read-deadline.ts'

const TWO_YEARS: DeadlineContext = { period: { start: '2024-01-01', end: '2025-12-31' } }
const SCHOOL_YEAR: DeadlineContext = { period: { start: '2024-09-01', end: '2025-05-31' } }

type Expected = readonly [string, string, string | null, string | null, string | null]

const inTwoYears: Expected[] = [
  ['Май, 2025', 'month', '2025-05-01', '2025-05-31', null],
  ['Сентябрь2024', 'month', '2024-09-01', '2024-09-30', null],
  ['Cентябрь 2024', 'month', '2024-09-01', '2024-09-30', null],
  ['сент. 2024 г.', 'month', '2024-09-01', '2024-09-30', null],
  ['09.2024', 'month', '2024-09-01', '2024-09-30', null],
  ['сентябрь', 'month', '2024-09-01', '2024-09-30', null],
  ['с сентября по май', 'month-range', '2024-09-01', '2025-05-31', null],
  ['Октябрь 2024 – март 2025', 'month-range', '2024-10-01', '2025-03-31', null],
  ['сен–дек 2024', 'month-range', '2024-09-01', '2024-12-31', null],
  ['2024 г., сентябрь-октябрь', 'month-range', '2024-09-01', '2024-10-31', null],
  ['Декабрь-январь 2025', 'month-range', '2024-12-01', '2025-01-31', null],
  ['Сентябр / ьдекабр / ь', 'month-range', '2024-09-01', '2024-12-31', null],
  ['1-15 сентября 2024 года', 'date-range', '2024-09-01', '2024-09-15', null],
  ['с 1 по 15 сентября 2024', 'date-range', '2024-09-01', '2024-09-15', null],
  ['01.09.2024-31.05.2025', 'date-range', '2024-09-01', '2025-05-31', null],
  ['В период с 01.09.2024 по 30.09.2024', 'date-range', '2024-09-01', '2024-09-30', null],
  ['« 30 » апреля 2024г.', 'date', '2024-04-30', '2024-04-30', null],
  ['15.09.24', 'date', '2024-09-15', '2024-09-15', null],
  ['до 15 сентября', 'by-date', null, '2024-09-15', null],
  ['не позднее 1 октября 2024 г.', 'by-date', null, '2024-10-01', null],
  ['до конца мая 2025', 'by-date', null, '2025-05-31', null],
  ['до конца 2024 года', 'by-date', null, '2024-12-31', null],
  ['до 2025 г.', 'by-date', null, '2024-12-31', null],
  ['III-IV квартал 2024 г.', 'quarter', '2024-07-01', '2024-12-31', null],
  ['2 квартал', 'quarter', null, null, null],
  ['II полугодие 2024-2025 учебного года', 'half-year', '2025-01-01', '2025-05-31', null],
  ['2024 год', 'year', '2024-01-01', '2024-12-31', null],
  ['2024/2025 учебный год', 'school-year', '2024-09-01', '2025-05-31', null],
  ['на протяжении всего периода', 'ongoing', '2024-01-01', '2025-12-31', null],
  ['систематически', 'ongoing', null, null, null],
  ['по запросу педагогов', 'on-request', null, null, null],
  ['при необходимости', 'on-need', null, null, null],
  ['согласно плану работы', 'per-plan', null, null, null],
  ['В сроки, установленные приказом', 'per-plan', null, null, null],
  ['после утверждения программы', 'relative', null, null, null],
  ['конец августа 2024', 'relative', '2024-08-21', '2024-08-31', null],
  ['1-2 неделя октября 2024', 'relative', '2024-10-01', '2024-10-14', null],
  ['Ежемесячно с сентября 2024 по май 2025', 'recurring', '2024-09-01', '2025-05-31', 'FREQ=MONTHLY'],
  ['каждую пятницу', 'recurring', null, null, 'FREQ=WEEKLY;BYDAY=FR'],
  ['последний четверг каждого месяца', 'recurring', null, null, 'FREQ=MONTHLY;BYDAY=-1TH'],
  ['раз в две недели', 'recurring', null, null, 'FREQ=WEEKLY;INTERVAL=2'],
  ['2 раза в год', 'recurring', null, null, 'FREQ=MONTHLY;INTERVAL=6'],
  ['до 20 числа ежемесячно', 'recurring', null, null, 'FREQ=MONTHLY;BYMONTHDAY=20'],
  ['Сентябрь (ежегодно)', 'recurring', '2024-09-01', '2024-09-30', 'FREQ=YEARLY;BYMONTH=9'],
  ['сентябрь, декабрь, май 2025', 'multi-part', '2024-09-01', '2025-05-31', null],
  ['29.08.2024, 30.08.2024', 'multi-part', '2024-08-29', '2024-08-30', null],
  ['—', 'absent', null, null, null],
  ['не установлен', 'absent', null, null, null],
  ['', 'absent', null, null, null],
]

test.each(inTwoYears)('«%s» in a plan of two years', (words, kind, start, end, recurrence) => {
  expect(readDeadline(words, TWO_YEARS)).toMatchObject({ verbatim: words, kind, start, end, recurrence })
})

const inSchoolYear: Expected[] = [
  ['сентябрь', 'month', '2024-09-01', '2024-09-30', null],
  ['май', 'month', '2025-05-01', '2025-05-31', null],
  ['август', 'month', '2024-08-01', '2024-08-31', null],
  ['июнь', 'month', '2025-06-01', '2025-06-30', null],
  ['1 полугодие', 'half-year', '2024-09-01', '2024-12-31', null],
  ['в течение учебного года', 'school-year', '2024-09-01', '2025-05-31', null],
  ['в течение года', 'year-round', '2024-09-01', '2025-05-31', null],
  ['до конца учебного года', 'by-date', null, '2025-05-31', null],
  ['по окончании учебного года', 'relative', '2025-06-01', '2025-06-30', null],
]

test.each(inSchoolYear)('«%s» in a plan of one school year', (words, kind, start, end, recurrence) => {
  expect(readDeadline(words, SCHOOL_YEAR)).toMatchObject({ kind, start, end, recurrence })
})

test('parts keep their order and their words', () => {
  const { parts } = readDeadline('Май –декабрь Апрель Апрель', { orderDate: '2022-04-30' })
  expect(parts.map((part) => [part.verbatim, part.start, part.end])).toEqual([
    ['Май –декабрь', '2022-05-01', '2022-12-31'],
    ['Апрель', '2023-04-01', '2023-04-30'],
    ['Апрель', '2023-04-01', '2023-04-30'],
  ])
})

test('the preamble makes dated rows yearly and leaves the others', () => {
  const context: DeadlineContext = {
    period: { start: '2022-01-01', end: '2025-12-31' },
    yearly: { until: '2025-12-31' },
  }
  expect(readDeadline('до 9.09.2022', context).recurrence).toBe('FREQ=YEARLY;UNTIL=2025-12-31')
  expect(readDeadline('по графику', context).recurrence).toBeNull()
})

test('what was taken from the context is said', () => {
  expect(readDeadline('май', SCHOOL_YEAR).inferred).toEqual([
    { field: 'start', from: 'period' },
    { field: 'end', from: 'period' },
  ])
  expect(readDeadline('май 2025', SCHOOL_YEAR).inferred).toEqual([])
  expect(readDeadline('май, июнь 2025').inferred).toEqual([
    { field: 'start', from: 'cell' },
    { field: 'end', from: 'cell' },
  ])
})

test.each([
  ['сентябрь', {}, 'year-missing'],
  ['2 квартал', {}, 'quarter-without-year'],
  ['2 квартал', SCHOOL_YEAR, 'quarter-without-year'],
  ['до 2024 г.', {}, 'ambiguous-year'],
  ['до мая 2025', {}, 'ambiguous-end'],
  ['Апрель Апрель', { orderDate: '2024-01-10' }, 'duplicate-part'],
  ['сентябрь', { orderDate: '2022-04-30' }, 'year-inferred'],
  ['Сентябр ь 2024', {}, 'mended-word'],
  ['абракадабра', {}, 'unread-deadline'],
  ['31.09.2024', {}, 'impossible-date'],
  ['до 30 февраля', SCHOOL_YEAR, 'impossible-date'],
  ['сентябрь 2024-2026 гг.', {}, 'year-inferred'],
] as const)('«%s» warns: %s', (words, context, code) => {
  expect(readDeadline(words, context).warnings.map((warning) => warning.code)).toContain(code)
})

const kinds = new Set<string>(DEADLINE_KINDS.map(({ key }) => key))
const PIECES =
  'май|до|с|по|-|2024|ежегодно|1|15.09|,|(|)|в течение|года|\n|квартал|II|учебного|г.|декабрь|—|неделя|раз в|месяц|слово|31.12.2025'
const piece = fc.constantFrom(...PIECES.split('|'))

test('any words give a known kind, real dates and the words unchanged', () => {
  fc.assert(
    fc.property(fc.array(piece, { maxLength: 14 }), (pieces) => {
      const words = pieces.join(' ')
      const reading = readDeadline(words, TWO_YEARS)
      expect(reading.verbatim).toBe(words)
      for (const part of [reading, ...reading.parts]) {
        expect(kinds).toContain(part.kind)
        for (const date of [part.start, part.end]) {
          expect(date === null || !Number.isNaN(Date.parse(date))).toBe(true)
        }
      }
    }),
  )
})

test('any letters are read without an error', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary', maxLength: 300 }), (words) => {
      expect(readDeadline(words).verbatim).toBe(words)
    }),
  )
})

test.each([
  ['Сентябрь 2024', 1],
  ['в течение учебного года', 1],
  ['Иванова М.П.', 0],
  ['Проведение педагогического совета', 0],
  ['нет', 0],
])('«%s» looks like a deadline: %d', (words, likeness) => {
  expect(deadlineLikeness(words)).toBe(likeness)
})
