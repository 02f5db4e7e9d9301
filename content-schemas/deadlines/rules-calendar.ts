import type { DeadlineItem } from './deadline-item.ts'
import {
  fullYear,
  type LexRule,
  lexRule as rule,
  MONTH_YEAR,
  ORDINAL,
  ordinalNumber,
  SCHOOL,
  SCHOOL_YEARS,
  schoolYears,
  WORD_END,
  YEAR,
  YEAR_TAIL,
} from './lex-rule.ts'
import { MONTH, monthNumber } from './months.ts'
import { SPELT_DAY, speltDay } from './spelt-days.ts'

/** Months as Roman numerals, in their order. */
const ROMAN = '(?:i|ii|iii|iv|v|vi|vii|viii|ix|x|xi|xii)'

/** Dates, months, years, quarters: everything that names a place in the calendar. */
export const CALENDAR_RULES: readonly LexRule[] = [
  rule(`${YEAR}([-./])(\\d{2})\\2(\\d{2})(?!\\d)`, (match) => day(match[4], match[3], match[1])),
  rule(`(\\d{1,2})(?:\\s?\\.\\s?| )(${ROMAN})(?:\\s?\\.\\s?| )${YEAR}${YEAR_TAIL}`, (match) =>
    day(match[1], String(romanMonth(match[2])), match[3]),
  ),
  rule(`${SPELT_DAY}(?: числ[а-я]{1,3})? ${MONTH}${MONTH_YEAR}`, (match) =>
    dayOfMonth(String(speltDay(match[1], match[2])), match[3], match[4]),
  ),
  rule(
    `${SPELT_DAY}(?=(?:\\s*[-,]\\s*| и | по | до )${SPELT_DAY} (?:числ[а-я]{1,3} )?${MONTH})`,
    (match) => ({
      type: 'number',
      value: speltDay(match[1], match[2]),
    }),
  ),
  rule(`(\\d{1,2})-(\\d{1,2})-((?:19|20)\\d{2})(?!\\d)${YEAR_TAIL}`, (match) =>
    day(match[1], match[2], match[3]),
  ),
  rule(`(\\d{1,2})\\s{0,3},\\s{0,3}(\\d{1,2})\\s{0,3},\\s{0,3}${YEAR}${YEAR_TAIL}`, (match) =>
    day(match[1], match[2], match[3]),
  ),
  rule(
    `(\\d{1,2})\\s{0,3}[./]\\s{0,3}(\\d{1,2})\\s{0,3}[./]\\s{0,3}((?:19|20)\\d{2}|\\d{2})(?!\\d)${YEAR_TAIL}`,
    (match) => day(match[1], match[2], match[3]),
  ),
  rule(`(20\\d{2})-(0[1-9]|1[0-2])(?![\\d-])(?!\\s*(?:уч|гг|год))`, (match) =>
    numericMonth(match[2], match[1]),
  ),
  rule(`(\\d{1,2})[./]((?:19|20)\\d{2})(?!\\d)${YEAR_TAIL}`, (match) => numericMonth(match[1], match[2])),
  rule(`(\\d{1,2})\\.(\\d{2})(?![\\d])\\.?`, (match) => day(match[1], match[2], undefined)),
  // «09.24»: no day of any month is meant.
  rule(`(0?[1-9]|1[0-2])\\.(2\\d|3[0-5])(?!\\d|\\.\\d)\\.?`, (match) =>
    numericMonth(match[1], String(fullYear(match[2] ?? ''))),
  ),
  rule(
    `(\\d{1,2})(?:\\s?-?\\s?(?:го|ого|ое|е))?\\s*(?:числа\\s*)?${MONTH}(?:\\s*месяца)?${MONTH_YEAR}`,
    (match) => dayOfMonth(match[1], match[2], match[3]),
  ),
  rule(
    `${MONTH}\\s+((?:2[0-9]|3[0-5]))(?!\\d|[.,]\\s?\\d|-го|\\s*(?:-\\s*\\d|раз|дн|числ|${MONTH}))${YEAR_TAIL}`,
    (match) => ({ type: 'month', month: monthNumber(match[1] ?? ''), year: fullYear(match[2] ?? '') }),
  ),
  rule(
    `(${ROMAN})(?![a-z])(?:(?:\\s*\\.\\s*| )${YEAR}${YEAR_TAIL}|(?=\\s*-\\s*${ROMAN}[. ]\\s*20\\d\\d))`,
    (match) => ({
      type: 'month',
      month: romanMonth(match[1]),
      year: match[2] ? Number(match[2]) : null,
    }),
  ),
  rule(`${MONTH}(?:\\s*месяц[а-я]{0,2})?${MONTH_YEAR}`, (match) => ({
    type: 'month',
    month: monthNumber(match[1] ?? ''),
    year: match[2] ? Number(match[2]) : null,
  })),
  rule(`${SCHOOL_YEARS}\\s*${SCHOOL}`, (match) => schoolYears(match[1], match[2])),
  rule(`(\\d{2})\\s*[-/]\\s*(\\d{2})\\s*${SCHOOL}`, (match) => schoolYears(match[1], match[2])),
  // «2024-2025, 2025-2026 уч. гг.»
  rule(`${SCHOOL_YEARS}(?=(?:\\s*(?:,|и)\\s*20\\d{2}\\s*[-/]\\s*(?:20)?\\d{2}){1,4}\\s*${SCHOOL})`, (match) =>
    schoolYears(match[1], match[2]),
  ),
  rule(`((?:19|20)\\d{2})\\s*/\\s*((?:19|20)\\d{2}|\\d{2})(?!\\d)${YEAR_TAIL}`, (match) =>
    schoolYears(match[1], match[2]),
  ),
  rule(`((?:19|20)\\d{2})\\s*-\\s*((?:19|20)\\d{2}|\\d{2})(?![\\d.])${YEAR_TAIL}`, (match) =>
    years(match[1], match[2]),
  ),
  ...quarterRules(),
  rule(
    `(осен|зим|весн|лет)(?:ь|ью|и|ой|ою|а|у|ы|е|о|ом)?(?: период[а-я]{0,2})?(?![а-я])(?:\\s*(?:${SCHOOL_YEARS}(?:\\s*${SCHOOL})?|${YEAR}${YEAR_TAIL}))?`,
    season,
  ),
  rule(`(осенн|зимн|весенн|летн)[а-я]{2,3} период[а-я]{0,2}(?:\\s*${YEAR}${YEAR_TAIL})?`, (match) =>
    seasonOf(match[1], match[2]),
  ),
  rule(`${YEAR}${YEAR_TAIL}`, (match) => ({ type: 'year', year: Number(match[1]) })),
  rule(`(\\d{1,2})(?:-?го)?(?:\\s*числа)?(?![\\d])`, (match) => numberItem(match[1])),
  rule('-+|\\.{2,4}', () => ({ type: 'operator', operator: 'dash' })),
  rule(`(?:начиная )?(?:с|со|от)${WORD_END}`, () => ({ type: 'operator', operator: 'from' })),
  // «С 2022 г. по настоящее время»: the end stays open.
  rule(`(?:по|до) (?:настояще[а-я]{1,3} врем[а-я]{1,3}${WORD_END}|н\\s?[./]\\s?в${WORD_END}\\.?)`, () => ({
    type: 'separator',
  })),
  rule(`не (?:ранее|раньше)(?:,? чем)?${WORD_END}`, () => ({ type: 'operator', operator: 'from' })),
  rule(`по${WORD_END}`, () => ({ type: 'operator', operator: 'to' })),
  rule('(?:далее|затем|в дальнейшем|впоследствии)(?![а-я])(?:\\s*[-:])?', () => ({ type: 'onward' })),
  rule(`(?:вплоть )?(?:до|к|не позднее) кон(?:ца|цу)${WORD_END}`, () => ({
    type: 'operator',
    operator: 'by',
  })),
  rule(`(?:не (?:позднее|позже)(?:,? чем)?|к|ко)${WORD_END}`, () => ({ type: 'operator', operator: 'by' })),
  rule(`(начал|кон(?:е)?ц)[а-я]{0,2}(?=\\s*${ORDINAL})`, (match) => ({
    type: 'operator',
    operator: match[1] === 'начал' ? 'start-of' : 'end-of',
  })),
  rule(`(?:вплоть )?до${WORD_END}`, () => ({ type: 'operator', operator: 'until' })),
  rule('[,;/+]|и(?![а-я])', () => ({ type: 'separator' })),
]

/** Years behind a quarter or a half-year, with what marks two of them as a school year. */
function tailOf(school: string): string {
  return `(?:\\s*\\(?(?:${SCHOOL_YEARS}${school}|${YEAR}${YEAR_TAIL}|(${SCHOOL})))?`
}

function quarterRules(): LexRule[] {
  const tail = tailOf(`\\s*${SCHOOL}`)
  // Halves and quarters of a school are never those of two calendar years.
  const schoolTail = tailOf(`(?:\\s*${SCHOOL})?`)
  return [
    // «1, 3 квартал»: apart, so each is a part of its own.
    rule(
      `${ORDINAL}(?=(?:\\s*(?:,|и)\\s*${ORDINAL}){1,3}\\s*(?:квартал|кв)(?:[а-я]{1,3}|\\.|(?![а-я])))`,
      apart,
    ),
    rule(
      `${ORDINAL}(?:\\s*(?:-|,|и)\\s*${ORDINAL})?\\s*(?:квартал[а-я]{0,3}|кв)(?![а-я])\\.?\\s*${tail}`,
      (match) => quarter(match, false),
    ),
    rule(
      `${ORDINAL}(?:\\s*(?:-|,|и)\\s*${ORDINAL})?\\s*(?:учебн[а-я]{2,3}\\s*)?(?:четверт[а-я]{1,3}|четв)(?![а-я])\\.?\\s*${schoolTail}`,
      (match) => quarter(match, true),
    ),
    rule(
      `${ORDINAL}(?:\\s*(?:-|,|и)\\s*${ORDINAL})?\\s*(?:полугоди[а-я]{1,3}|п/г)(?![а-я])\\s*${schoolTail}`,
      halfYear,
    ),
  ]
}

function apart(match: RegExpExecArray): DeadlineItem | null {
  const first = ordinalNumber(match[1], match[2])
  const next = ordinalNumber(match[3], match[4])
  return next > first + 1 ? { type: 'quarter', first, last: first, year: null, school: false } : null
}

function quarter(match: RegExpExecArray, school: boolean): DeadlineItem {
  const first = ordinalNumber(match[1], match[2])
  const last = ordinalNumber(match[3], match[4]) || first
  const year = match[5] ?? match[7]
  return { type: 'quarter', first, last: Math.max(first, last), year: year ? Number(year) : null, school }
}

function halfYear(match: RegExpExecArray): DeadlineItem {
  const half = Math.min(2, ordinalNumber(match[1], match[2]))
  const last = Math.min(2, ordinalNumber(match[3], match[4]) || half)
  const year = match[5] ?? match[7]
  return {
    type: 'half-year',
    half,
    last: Math.max(half, last),
    year: year ? Number(year) : null,
    school: match[5] !== undefined || match[8] !== undefined,
  }
}

/** First and last month of the seasons, by their first letter. */
const SEASONS: Readonly<Record<string, readonly [number, number]>> = {
  о: [9, 11],
  з: [12, 2],
  в: [3, 5],
  л: [6, 8],
}

/** «Осень 2024», «зима 2024-2025», «весна 2024/2025 учебного года»: spring is the second year's. */
function season(match: RegExpExecArray): DeadlineItem {
  const [, word, first, last, year] = match
  if (first === undefined || last === undefined) return seasonOf(word, year)
  return seasonOf(word, /^[оз]/.test(word ?? '') ? first : String(fullYear(last)))
}

function seasonOf(word: string | undefined, year: string | undefined): DeadlineItem {
  const [first, last] = SEASONS[word?.charAt(0) ?? ''] ?? [9, 11]
  const begins = year === undefined ? null : Number(year)
  return {
    type: 'season',
    first,
    last,
    year: begins,
    lastYear: begins !== null && last < first ? begins + 1 : begins,
  }
}

/** A day as it is written: a whole date that is none in the calendar («31.09.2024») stays to be warned about. */
function day(dayDigits?: string, monthDigits?: string, yearDigits?: string): DeadlineItem | null {
  const month = Number(monthDigits)
  const year = yearDigits === undefined ? null : fullYear(yearDigits)
  const date = Number(dayDigits)
  const likely = month >= 1 && month <= 12 && date >= 1 && date <= 31
  return likely || year !== null ? { type: 'day', day: date, month, year } : null
}

function romanMonth(numeral: string | undefined): number {
  return (
    ROMAN.slice(3, -1)
      .split('|')
      .indexOf(numeral ?? '') + 1
  )
}

function dayOfMonth(dayDigits?: string, month?: string, year?: string): DeadlineItem | null {
  return day(dayDigits, String(monthNumber(month ?? '')), year)
}

function numericMonth(month?: string, year?: string): DeadlineItem | null {
  const number = Number(month)
  return number >= 1 && number <= 12 ? { type: 'month', month: number, year: Number(year) } : null
}

function years(first?: string, last?: string): DeadlineItem | null {
  const end = fullYear(last ?? '')
  const start = Number(first)
  return end >= start && end - start < 30 ? { type: 'years', first: start, last: end } : null
}

function numberItem(digits?: string): DeadlineItem | null {
  const value = Number(digits)
  return value >= 1 && value <= 31 ? { type: 'number', value } : null
}
