import { lastDayOf } from './calendar.ts'
import type { DeadlineItem } from './deadline-item.ts'
import {
  fullYear,
  type LexRule,
  ORDINAL,
  ordinalNumber,
  stickyPattern,
  WORD_END,
  YEAR,
  YEAR_TAIL,
} from './lex-rule.ts'
import { MONTH, monthNumber } from './months.ts'

const SCHOOL = '(?:уч(?:ебн[а-я]{2,3})?\\.?\\s*(?:г|год[а-я]{0,2})?(?![а-я])\\.?|у\\.\\s?г\\.)'
const SCHOOL_YEARS = `((?:19|20)\\d{2})\\s*[-/]\\s*((?:19|20)\\d{2}|\\d{2})(?!\\d)(?:\\s*(?:г\\.?г|гг|г)\\.?)?`
/** Months as Roman numerals, in their order. */
const ROMAN = '(?:i|ii|iii|iv|v|vi|vii|viii|ix|x|xi|xii)'
const MONTH_YEAR = `(?:\\s*[,.]?\\s*${YEAR}(?!\\s*[-/]\\s*(?:20)?\\d{2}\\s*(?:уч|гг|год))${YEAR_TAIL})?`

/** Stretches of a month or a year: «последняя неделя августа», «конец мая», «конец 2024 года». */
export const WINDOW_RULES: readonly LexRule[] = windowRules()

/** Dates, months, years, quarters: everything that names a place in the calendar. */
export const CALENDAR_RULES: readonly LexRule[] = [
  rule(`${YEAR}-(\\d{2})-(\\d{2})(?!\\d)`, (match) => day(match[3], match[2], match[1])),
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
      month:
        ROMAN.slice(3, -1)
          .split('|')
          .indexOf(match[1] ?? '') + 1,
      year: match[2] ? Number(match[2]) : null,
    }),
  ),
  rule(`${MONTH}(?:\\s*месяц[а-я]{0,2})?${MONTH_YEAR}`, (match) => ({
    type: 'month',
    month: monthNumber(match[1] ?? ''),
    year: match[2] ? Number(match[2]) : null,
  })),
  rule(`${SCHOOL_YEARS}\\s*${SCHOOL}`, (match) => schoolYears(match[1], match[2])),
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
  rule('-', () => ({ type: 'operator', operator: 'dash' })),
  rule(`(?:начиная )?(?:с|со|от)${WORD_END}`, () => ({ type: 'operator', operator: 'from' })),
  rule(`по${WORD_END}`, () => ({ type: 'operator', operator: 'to' })),
  rule('(?:далее|затем|в дальнейшем|впоследствии)(?![а-я])(?:\\s*[-:])?', () => ({ type: 'onward' })),
  rule(`(?:не (?:позднее|позже)(?:,? чем)?|к|ко)${WORD_END}`, () => ({ type: 'operator', operator: 'by' })),
  rule(`(?:вплоть )?до конца${WORD_END}`, () => ({ type: 'operator', operator: 'by' })),
  rule(`(?:вплоть )?до${WORD_END}`, () => ({ type: 'operator', operator: 'until' })),
  rule('[,;/+]|и(?![а-я])', () => ({ type: 'separator' })),
]

function quarterRules(): LexRule[] {
  const tail = `(?:\\s*(?:${SCHOOL_YEARS}\\s*${SCHOOL}|${YEAR}${YEAR_TAIL}|(${SCHOOL})))?`
  return [
    rule(
      `${ORDINAL}(?:\\s*(?:-|,|и)\\s*${ORDINAL})?\\s*(?:квартал[а-я]{0,3}|кв)(?![а-я])\\.?\\s*${tail}`,
      (match) => quarter(match, false),
    ),
    rule(
      `${ORDINAL}(?:\\s*(?:-|,|и)\\s*${ORDINAL})?\\s*(?:учебн[а-я]{2,3}\\s*)?(?:четверт[а-я]{1,3}|четв)(?![а-я])\\.?\\s*${tail}`,
      (match) => quarter(match, true),
    ),
    rule(
      `${ORDINAL}(?:\\s*(?:-|,|и)\\s*${ORDINAL})?\\s*(?:полугоди[а-я]{1,3}|п/г)(?![а-я])\\s*${tail}`,
      halfYear,
    ),
  ]
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

function windowRules(): LexRule[] {
  const which = '(перв|втор|трет|четверт|последн|iv|i{1,3}|[1-5])(?:[а-я]{1,3}|-?(?:я|й|ю|ая|ую|ой))?'
  return [
    rule(`${which}(?:\\s*-\\s*${which})?\\s*(недел|декад)[а-я]{1,2}\\s*${MONTH}${MONTH_YEAR}`, (match) =>
      weeks(match),
    ),
    rule(`${MONTH}${MONTH_YEAR}\\s*[,(]?\\s*${which}\\s*(недел|декад)[а-я]{1,2}\\)?(?![а-я])`, (match) =>
      weeks([match[0], match[3], undefined, match[4], match[1], match[2]]),
    ),
    rule(
      `(начал|середин|кон(?:е)?ц|перв[а-я]{2,3} (?:половин|числ|дн)|втор[а-я]{2} половин|последн[а-я]{2,3} (?:числ|дн)|(?:1|i)(?:-я|-ую|-ой)? половин|(?:2|ii)(?:-я|-ую|-ой)? половин)[а-я]{0,2}\\s*${MONTH}${MONTH_YEAR}`,
      (match) => windowOf(thirdOf(match[1] ?? ''), match[2], match[3]),
    ),
    rule(
      `(?:(?:в\\s*теч[а-я]{3,4}|на протяжении|весь|за|на|в) )?(?:всего )?учебн[а-я]{2,3} год[а-я]{0,2}\\s*${SCHOOL_YEARS}(?!\\s*-)`,
      (match) => schoolYears(match[1], match[2]),
    ),
    rule(
      `(?:(?:в\\s*теч[а-я]{3,4}|на протяжении|весь|за|на|в) )?(?:всего )?уч\\.?\\s*г(?:од[а-я]{0,2}|\\.)\\s*${SCHOOL_YEARS}(?!\\s*-)`,
      (match) => schoolYears(match[1], match[2]),
    ),
    rule(`кон(?:ец|ца|це|цу) ${YEAR}${YEAR_TAIL}`, (match) => windowOf([1, null], 'дек', match[1])),
  ]
}

function weeks(match: readonly (string | undefined)[]): DeadlineItem {
  const length = match[3] === 'декад' ? 10 : 7
  const last = match[3] === 'декад' ? 3 : 5
  const first = weekNumber(match[1], last)
  const until = match[2] ? weekNumber(match[2], last) : first
  if (match[1] === 'последн' && length === 7) return windowOf([-7, null], match[4], match[5])
  const lastDay = until >= last ? null : until * length
  return windowOf([(first - 1) * length + 1, lastDay], match[4], match[5])
}

function weekNumber(word: string | undefined, last: number): number {
  if (word === 'последн') return last
  return Number(word) || ordinalNumber(undefined, word) || ordinalNumber(word, undefined)
}

function thirdOf(word: string): [number, number | null] {
  if (word.startsWith('начал')) return [1, 10]
  if (word.startsWith('середин')) return [11, 20]
  if (/(?:числ|дн)$/.test(word)) return word.startsWith('перв') ? [1, 10] : [21, null]
  if (/^(?:втор|2|ii(?!i))/.test(word)) return [16, null]
  if (/^(?:перв|1|i)/.test(word)) return [1, 15]
  return [21, null]
}

/** A negative first day counts from the end: −7 begins the last seven days of the month. */
function windowOf(
  [firstDay, lastDay]: [number, number | null],
  month: string | undefined,
  year: string | undefined,
): DeadlineItem {
  return {
    type: 'window',
    month: monthNumber(month ?? ''),
    firstDay,
    lastDay,
    year: year ? Number(year) : null,
  }
}

function day(dayDigits?: string, monthDigits?: string, yearDigits?: string): DeadlineItem | null {
  const month = Number(monthDigits)
  const year = yearDigits === undefined ? null : fullYear(yearDigits)
  const date = Number(dayDigits)
  if (month < 1 || month > 12 || date < 1 || date > lastDayOf(year ?? 2024, month)) return null
  return { type: 'day', day: date, month, year }
}

function dayOfMonth(dayDigits?: string, month?: string, year?: string): DeadlineItem | null {
  return day(dayDigits, String(monthNumber(month ?? '')), year)
}

function numericMonth(month?: string, year?: string): DeadlineItem | null {
  const number = Number(month)
  return number >= 1 && number <= 12 ? { type: 'month', month: number, year: Number(year) } : null
}

function schoolYears(first?: string, last?: string): DeadlineItem | null {
  const end = fullYear(last ?? '')
  const start = Number(first)
  return end > start && end - start < 30 ? { type: 'school-year', first: start, last: end } : null
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

function rule(source: string, read: LexRule['read']): LexRule {
  return { pattern: stickyPattern(source), read }
}
