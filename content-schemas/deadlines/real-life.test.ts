import * as fc from 'fast-check'
import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { outerSpan } from './calendar.ts'
import type { DeadlineContext, DeadlinePart } from './deadline-reading.ts'
import { readDeadline } from './read-deadline.ts'

/** Deadlines as schools write them, with their meaning: `verbatim, period, kind, start, end, recurrence`; a period may be empty. */
const rows = readFileSync(new URL('real-life.tsv', import.meta.url), 'utf8')
  .split('\n')
  .slice(1, -1)
  .map((line) => {
    const [verbatim = '', period = '', ...meaning] = line.split('\t')
    const [start = '', end = ''] = period.split('/')
    const context = period === '' ? {} : { period: { start, end } }
    return { verbatim: verbatim.replaceAll('⏎', '\n'), context, meaning }
  })
const TWO_YEARS: DeadlineContext = { period: { start: '2024-01-01', end: '2025-12-31' } }

function meaningOf({ kind, start, end, recurrence }: DeadlinePart): string[] {
  return [kind, start ?? '', end ?? '', recurrence ?? '']
}

test.each(rows)('«$verbatim»', ({ verbatim, context, meaning }) => {
  expect(meaningOf(readDeadline(verbatim, context))).toEqual(meaning)
})

const anyRow = fc.constantFrom(...rows)
const variants: Record<string, (words: string) => string> = {
  capitals: (words) => words.toUpperCase(),
  'a capital first': (words) => words.charAt(0).toUpperCase() + words.slice(1),
  'wide spaces': (words) => ` ${words.replaceAll(/ (?=\S)/g, '  ')} `,
  'spaces that do not break': (words) => words.replaceAll(' ', '\u00a0'),
  'long dashes': (words) => words.replaceAll(/(?<=[а-я\d.] ?)-(?= ?[а-я\d])/gi, '–'),
  'longer dashes': (words) => words.replaceAll('–', '—'),
  'letters and their marks apart': (words) => words.normalize('NFD'),
  'е for ё': (words) => words.replaceAll('ё', 'е'),
  'a full stop behind': (words) => `${words}.`,
  brackets: (words) => `(${words})`,
}

test.each(Object.entries(variants))('%s change no meaning', (_, vary) => {
  // Letters set apart and words broken by a line are mended as they stand, not in every guise.
  const whole = rows.filter(({ verbatim }) => !/\n|\p{L} \p{L} \p{L}|-\s/u.test(verbatim))
  const changed = whole.flatMap(({ verbatim, context, meaning }) => {
    const varied = meaningOf(readDeadline(vary(verbatim), context))
    return varied.join() === meaning.join() ? [] : [[vary(verbatim), meaning, varied]]
  })
  expect(changed).toEqual([])
})

const writings: Record<string, (words: string) => string> = {
  'in capitals': (words) => words.toUpperCase(),
  'between wide spaces': (words) => ` ${words.replaceAll(/ (?=\S)/g, '  ')} `,
  'between narrow spaces': (words) => words.replaceAll(' ', '\u202f'),
  'with longer dashes': (words) => words.replaceAll('–', '—'),
}

const words = fc
  .array(
    fc.oneof(
      anyRow.map(({ verbatim }) => verbatim),
      fc.constantFrom(
        ',',
        ';',
        '-',
        ' и ',
        '\n',
        'далее',
        'ежегодно',
        'до',
        'с',
        'по',
        '2024',
        '15',
        'слово',
        '(',
      ),
    ),
    { maxLength: 5 },
  )
  .map((pieces) => pieces.join(' '))

function meaningWithParts(verbatim: string): string[][] {
  const reading = readDeadline(verbatim, TWO_YEARS)
  return [reading, ...reading.parts].map(meaningOf)
}

test.each(Object.entries(writings))('several deadlines mean the same %s', (_, vary) => {
  fc.assert(
    fc.property(words, (verbatim) => {
      // A cross for «none» behind a month looks like its ending.
      fc.pre(!/\n|\p{L} \p{L} \p{L}|-\s|\sХ/u.test(verbatim))
      expect(meaningWithParts(vary(verbatim))).toEqual(meaningWithParts(verbatim))
    }),
  )
})

test('the outer span is the hull of the parts, and begins before it ends or warns', () => {
  fc.assert(
    fc.property(words, (verbatim) => {
      const reading = readDeadline(verbatim, TWO_YEARS)
      expect(reading.verbatim).toBe(verbatim)
      const hull = reading.parts.length > 0 ? outerSpan(reading.parts) : reading
      expect([hull.start, hull.end]).toEqual([reading.start, reading.end])
      const warned = reading.warnings.some(({ code }) => code === 'impossible-date')
      for (const { start, end } of [reading, ...reading.parts]) {
        expect(start === null || end === null || start <= end || warned).toBe(true)
      }
    }),
  )
})

const anyContext = fc.constantFrom<DeadlineContext>(
  TWO_YEARS,
  { period: { start: '2024-01-01', end: '2024-12-31' } },
  { period: { start: '2024-09-01', end: '2025-05-31' }, periodOfSection: true },
  { period: { start: '2023-02-01', end: null }, periodDerived: true },
  { orderDate: '2024-08-30' },
  { period: { start: '2022-01-01', end: '2025-12-31' }, yearly: { until: '2025-12-31' } },
)

test('what the context adds or changes is named as inferred', () => {
  fc.assert(
    fc.property(words, anyContext, (verbatim, context) => {
      const alone = readDeadline(verbatim)
      const placed = readDeadline(verbatim, context)
      const named = new Set(placed.inferred.map(({ field }) => field))
      const added = (['start', 'end', 'recurrence'] as const).filter(
        (field) => placed[field] !== null && placed[field] !== alone[field],
      )
      expect(added.filter((field) => !named.has(field))).toEqual([])
    }),
  )
})

test.each([
  ['до 15.10.2024', []],
  ['сентябрь 2024', []],
  ['май', ['start:period', 'end:period']],
  ['до 1 октября', ['end:period']],
  ['апрель – сентябрь 2024', ['start:cell']],
  ['осень 2024', ['start:convention', 'end:convention']],
  ['последняя неделя мая 2025', ['start:convention', 'end:convention']],
  ['до 2025 г.', ['end:convention']],
  ['с 1 сентября 2024', ['end:period']],
  ['в течение года', ['start:period', 'end:period', 'recurrence:period']],
  [
    'конец учебного года',
    ['start:convention', 'start:period', 'end:convention', 'end:period', 'recurrence:period'],
  ],
  ['сентабрь 2024', ['verbatim:dictionary']],
  ['ежемесячно с октября 2024 г. по май 2025 г. далее', []],
  ['сентябрь 2024 г., далее ежемесячно', ['end:period']],
  ['до 10 сентября, далее по мере поступления заявок', ['end:period']],
  ['до 10 сентября, октябрь', ['start:period', 'end:period']],
  ['май 2024-2025 учебного года', ['start:cell', 'end:cell']],
  ['до конца срока реализации', ['end:period']],
])('«%s» infers %j', (verbatim, inferred) => {
  expect(readDeadline(verbatim, TWO_YEARS).inferred.map(({ field, from }) => `${field}:${from}`)).toEqual(
    inferred,
  )
})

test('the section is nearer than the roadmap', () => {
  const context = { period: { start: '2025-01-01', end: '2025-12-31' }, periodOfSection: true }
  expect(readDeadline('до 1 марта', context)).toMatchObject({
    end: '2025-03-01',
    inferred: [{ field: 'end', from: 'section' }],
  })
})

test('the order stands in for a period that is not stated', () => {
  expect(readDeadline('сентябрь', { orderDate: '2022-04-30' }).inferred).toEqual([
    { field: 'start', from: 'order' },
    { field: 'end', from: 'order' },
  ])
})
