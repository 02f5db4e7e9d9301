import type { DeadlineItem } from './deadline-item.ts'
import { type LexRule, lexRule as rule, WORD_END } from './lex-rule.ts'
import { MONTH } from './months.ts'
import { positionOf, WEEKDAY, weekdayCode, weekdaysBetween, weekdaysOf } from './weekdays.ts'

/** Ends of the four school quarters: October, December, March, May. */
export const SCHOOL_QUARTER_RULE = 'FREQ=YEARLY;BYMONTH=10,12,3,5'

const UNITS: readonly (readonly [RegExp, string])[] = [
  [/^дн|^день|^сут/, 'FREQ=DAILY'],
  [/^недел/, 'FREQ=WEEKLY'],
  [/^месяц|^мес/, 'FREQ=MONTHLY'],
  [/^квартал/, 'FREQ=MONTHLY;INTERVAL=3'],
  [/^четверт|^уч.*четв/, SCHOOL_QUARTER_RULE],
  [/^триместр/, 'FREQ=MONTHLY;INTERVAL=3'],
  [/^полу?г|^семестр/, 'FREQ=MONTHLY;INTERVAL=6'],
  [/^год|^уч|^лет/, 'FREQ=YEARLY'],
]
const UNIT =
  '(дн(?:я|ей)|день|недел[а-я]{1,2}|месяц[а-я]{0,2}|мес|квартал[а-я]{0,2}|(?:учебн[а-я]{2,3} )?четверт[а-я]{1,3}' +
  '|триместр[а-я]{0,2}|полугоди[а-я]{1,2}|полгода|семестр[а-я]{0,2}|(?:учебн[а-я]{2,3} |уч\\.?\\s*)?год[а-я]{0,2}|уч\\.?\\s*г|лет)(?![а-я])\\.?'
const DAY = `${WEEKDAY}[а-я]{0,3}`
const WHICH = '(перв|втор|трет|четверт|последн|iv|i{1,3}|[1-5])(?:[а-я]{1,3}|-?[а-я]{1,2})?'
const COUNTS = ['ноль', 'один', 'два', 'три', 'четыре', 'пять', 'шесть']
const COUNT = '(\\d{1,2}|один|одного|два|две|двух|три|трех|четыре|четырех)'

/** Words that say how often: «ежемесячно», «1 раз в четверть», «каждую пятницу». */
export const RECURRENCE_RULES: readonly LexRule[] = [
  rule(
    `(?:не (?:реже|менее)(?: чем)? )?(?:${COUNT}(?:-?(?:х|го|ого|и))?(?:\\s*-\\s*\\d{1,2}(?:-?х)?)?\\s*)?(?:раза?|р(?:аз)?\\.?)\\s*(?:(?:в|за)${WORD_END}|/)\\s*(?:${COUNT} )?${UNIT}`,
    (match) => timesPer(match[1], match[2], match[3] ?? ''),
  ),
  rule(`(?:в (?:начале|середине|конце) )?кажд[а-я]{2,3} (?:${COUNT} )?${UNIT}`, (match) =>
    timesPer(undefined, match[1], match[2] ?? ''),
  ),
  rule(`(?:по|кажд[а-я]{2,3}) (?:рабоч[а-я]{2,3} дн[а-я]{1,2}|будн[а-я]{1,3}|рабочий день)${WORD_END}`, () =>
    frequency('FREQ=WEEKLY;BYDAY=MO,TU,WE,TH,FR'),
  ),
  rule(`(?:(?:с )?${DAY}(?:\\s*-\\s*| по )${DAY}${WORD_END})`, (match) =>
    frequency(`FREQ=WEEKLY;BYDAY=${weekdaysBetween(match[1], match[2])}`),
  ),
  rule(
    `(?:кажд[а-я]{2,3}|по) ${DAY}${WORD_END}(?:(?:\\s*,\\s*| и | или )(?:по |кажд[а-я]{2,3} )?${DAY}${WORD_END}){0,5}`,
    (match) => frequency(`FREQ=WEEKLY;BYDAY=${weekdaysOf(match[0])}`),
  ),
  rule(
    `(?:${WHICH}(?:\\s*,\\s*| и ))?${WHICH} ${DAY}(?: (?:кажд[а-я]{2,3} )?месяц[а-я]{0,2}|${WORD_END}(?!\\s*${MONTH}))`,
    (match) => {
      const places = [match[1], match[2]].filter((place) => place !== undefined)
      const days = places.map((place) => `${positionOf(place)}${weekdayCode(match[3])}`)
      return frequency(`FREQ=MONTHLY;BYDAY=${days.join(',')}`)
    },
  ),
  rule(`${DAY}${WORD_END}(?:(?:\\s*,\\s*| и )${DAY}${WORD_END}){0,5}`, (match) => ({
    type: 'weekdays',
    rule: `FREQ=WEEKLY;BYDAY=${weekdaysOf(match[0])}`,
  })),
  rule(
    '(?:(?:перв|втор|трет|последн)[а-я]{2,3}|[1-4]-?[а-я]{1,2}) недел[а-я]{1,2} (?:кажд[а-я]{2,3} )?месяц[а-я]{0,2}',
    () => frequency('FREQ=MONTHLY'),
  ),
  rule(`ежегодн[а-я]{1,3}|кажд[а-я]{2,3} год[а-я]{0,2}|каждом году|из года в год`, () => ({
    type: 'yearly',
  })),
  rule(`(дважды|трижды) в ${UNIT}`, (match) =>
    timesPer(match[1] === 'дважды' ? '2' : '3', undefined, match[2] ?? ''),
  ),
  rule(`кажд[а-я]{2,3} (?=${MONTH})`, () => ({ type: 'yearly' })),
  rule(`ежем(?:есячн|ес)?(?:[а-я]{1,3}(?![а-я])|\\.|(?![а-я]))`, () => frequency('FREQ=MONTHLY')),
  rule('еженедельн[а-я]{1,3}', () => frequency('FREQ=WEEKLY')),
  rule('ежедневн[а-я]{1,3}', () => frequency('FREQ=DAILY')),
  rule('ежекварталь?н[а-я]{1,3}|поквартально', () => frequency('FREQ=MONTHLY;INTERVAL=3')),
  rule('ежечетвертн[а-я]{1,3}|по четвертям', () => frequency(SCHOOL_QUARTER_RULE)),
  rule('по полугодиям', () => frequency('FREQ=MONTHLY;INTERVAL=6')),
  rule('помесячно', () => frequency('FREQ=MONTHLY')),
  rule(
    `(?:до|к|не позднее|по) (\\d{1,2})(?:-?(?:го|му))? (?:числ[а-яу]|дн[а-я]{1,2})(?!\\s*${MONTH})(?: (?:кажд[а-я]{2,3} |отчетн[а-я]{2,3} |следующ[а-я]{2,3} )?месяц[а-я]{0,2})?(?:, следующ[а-я]{2,3} за отчетн[а-я]{2,3}(?: (?:месяц[а-я]{0,2}|квартал[а-я]{0,2}|период[а-я]{0,2}))?)?`,
    (match) => monthDay(match[1]),
  ),
  rule('(\\d{1,2})(?:-?го)? (?:числа|число) кажд[а-я]{2,3} месяц[а-я]{0,2}', (match) => monthlyOn(match[1])),
]

function timesPer(count: string | undefined, every: string | undefined, unit: string): DeadlineItem | null {
  const base = UNITS.find(([pattern]) => pattern.test(unit))?.[1]
  if (!base) return null
  const interval = numberOf(every) ?? 1
  const times = numberOf(count) ?? 1
  if (base === 'FREQ=YEARLY' && interval === 1 && times === 1) return { type: 'yearly' }
  if (base === 'FREQ=YEARLY' && interval === 1 && 12 % times === 0) {
    return frequency(times === 12 ? 'FREQ=MONTHLY' : `FREQ=MONTHLY;INTERVAL=${12 / times}`)
  }
  return frequency(interval > 1 && !base.includes(';') ? `${base};INTERVAL=${interval}` : base)
}

function monthDay(digits: string | undefined): DeadlineItem | null {
  const day = Number(digits)
  return day >= 1 && day <= 31 ? { type: 'month-day', day } : null
}

function monthlyOn(digits: string | undefined): DeadlineItem | null {
  const day = Number(digits)
  return day >= 1 && day <= 31 ? frequency(`FREQ=MONTHLY;BYMONTHDAY=${day}`) : null
}

function numberOf(word: string | undefined): number | null {
  if (word === undefined) return null
  if (/^\d+$/.test(word)) return Math.max(1, Number(word))
  const place = COUNTS.findIndex((count) => word.slice(0, 3) === count.slice(0, 3))
  return place > 0 ? place : word.startsWith('дв') ? 2 : 1
}

function frequency(recurrence: string): DeadlineItem {
  return { type: 'frequency', rule: recurrence }
}
