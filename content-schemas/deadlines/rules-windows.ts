import type { DeadlineItem } from './deadline-item.ts'
import {
  type LexRule,
  lexRule,
  MONTH_YEAR,
  ordinalNumber,
  SCHOOL_YEARS,
  schoolYears,
  YEAR,
  YEAR_TAIL,
} from './lex-rule.ts'
import { MONTH, monthNumber } from './months.ts'
import { positionOf, WEEKDAY, weekdayNumber } from './weekdays.ts'

const WHICH = '(перв|втор|трет|четверт|последн|iv|i{1,3}|[1-5])(?:[а-я]{1,3}|-?(?:я|й|ю|ая|ую|ой))?'

const HALF =
  'перв[а-я]{2,3} (?:половин|числ|дн)|втор[а-я]{2} половин|(?:1|i)(?:-я|-ую|-ой)? половин|(?:2|ii)(?:-я|-ую|-ой)? половин'

/** Stretches of a month or a year: «последняя неделя августа», «конец мая», «последняя пятница мая». */
export const WINDOW_RULES: readonly LexRule[] = [
  lexRule(`${WHICH}(?:\\s*-\\s*${WHICH})?\\s*(недел|декад)[а-я]{1,2}\\s*${MONTH}${MONTH_YEAR}`, weeks),
  lexRule(`${MONTH}${MONTH_YEAR}\\s*[,(]?\\s*${WHICH}\\s*(недел|декад)[а-я]{1,2}\\)?(?![а-я])`, (match) =>
    weeks([match[0], match[3], undefined, match[4], match[1], match[2]]),
  ),
  lexRule(`${WHICH}\\s*${WEEKDAY}[а-я]{0,3}\\s*${MONTH}${MONTH_YEAR}`, (match) => ({
    type: 'weekday-of-month',
    position: positionOf(match[1]),
    weekday: weekdayNumber(match[2]),
    month: monthNumber(match[3] ?? ''),
    year: match[4] ? Number(match[4]) : null,
  })),
  lexRule(
    `(начал|середин|кон(?:е)?ц|последн[а-я]{2,3} (?:числ|дн)|${HALF})[а-я]{0,2}\\s*${MONTH}${MONTH_YEAR}`,
    (match) => windowOf(thirdOf(match[1] ?? ''), match[2], match[3]),
  ),
  lexRule(`${MONTH}${MONTH_YEAR}\\s*[,(]?\\s*(${HALF})[а-я]{0,2}\\)?(?![а-я])`, (match) =>
    windowOf(thirdOf(match[3] ?? ''), match[1], match[2]),
  ),
  lexRule(
    `(?:(?:в\\s*теч[а-я]{3,4}|на протяжении|весь|за|на|в) )?(?:всего )?учебн[а-я]{2,3} год[а-я]{0,2}\\s*${SCHOOL_YEARS}(?!\\s*-)`,
    (match) => schoolYears(match[1], match[2]),
  ),
  lexRule(
    `(?:(?:в\\s*теч[а-я]{3,4}|на протяжении|весь|за|на|в) )?(?:всего )?уч\\.?\\s*г(?:од[а-я]{0,2}|\\.)\\s*${SCHOOL_YEARS}(?!\\s*-)`,
    (match) => schoolYears(match[1], match[2]),
  ),
  lexRule(`(кон(?:ец|ца|це|цу)|начал[а-я]{1,2}) ${YEAR}${YEAR_TAIL}`, (match) =>
    windowOf([1, null], match[1]?.startsWith('кон') ? 'дек' : 'янв', match[2]),
  ),
]

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
