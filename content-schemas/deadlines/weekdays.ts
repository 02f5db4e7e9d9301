const STEMS = ['понедельник', 'вторник', 'сред', 'четверг', 'пятниц', 'суббот', 'воскресен']
const CODES = ['MO', 'TU', 'WE', 'TH', 'FR', 'SA', 'SU']
const ALL = new RegExp(STEMS.join('|'), 'g')

/** Regular expression source for the stem of a weekday, lower case, one capture group. */
export const WEEKDAY = `(${STEMS.join('|')})`

/** Number of a weekday (Monday is 0) by its stem. */
export function weekdayNumber(stem: string | undefined): number {
  return Math.max(0, STEMS.indexOf(stem ?? ''))
}

/** The weekday of an RRULE by its number. */
export function codeOfWeekday(weekday: number): string {
  return CODES[weekday] ?? 'MO'
}

/** The weekday of an RRULE by its stem. */
export function weekdayCode(stem: string | undefined): string {
  return codeOfWeekday(weekdayNumber(stem))
}

/** All weekdays that words name, as RRULE lists them. */
export function weekdaysOf(words: string): string {
  return [...new Set((words.match(ALL) ?? []).map(weekdayCode))].join(',')
}

/** Weekdays from one to another, as RRULE lists them: «с понедельника по пятницу». */
export function weekdaysBetween(first: string | undefined, last: string | undefined): string {
  const [from, to] = [weekdayNumber(first), weekdayNumber(last)]
  return (from <= to ? CODES.slice(from, to + 1) : [...CODES.slice(from), ...CODES.slice(0, to + 1)]).join(
    ',',
  )
}

/** Which of a month's weekdays an ordinal's stem or sign means: 1–5, −1 the last. */
export function positionOf(ordinal: string | undefined): number {
  if (ordinal === 'последн') return -1
  const word = ['перв', 'втор', 'трет', 'четверт'].indexOf(ordinal ?? '')
  const roman = ['i', 'ii', 'iii', 'iv'].indexOf(ordinal ?? '')
  return Number(ordinal) || Math.max(word, roman) + 1
}

/** Day of the month that its first, second … or last (−1) such weekday falls on; a fifth that is none is the last. */
export function dayOfWeekday(year: number, month: number, weekday: number, position: number): number {
  const last = new Date(Date.UTC(year, month, 0))
  const first = new Date(Date.UTC(year, month - 1, 1))
  const fromEnd = last.getUTCDate() - ((last.getUTCDay() + 6 - weekday) % 7)
  const fromStart = 1 + ((weekday + 7 - ((first.getUTCDay() + 6) % 7)) % 7)
  return position < 0 ? fromEnd : Math.min(fromStart + 7 * (position - 1), fromEnd)
}
