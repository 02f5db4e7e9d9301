import { NO_BREAK_SPACE } from './typography.ts'

/** Calendar day as the content stores it: `2024-09-30`. */
type IsoDate = string

/** First and last day, both included; either may be missing. */
export interface DateRange {
  readonly start?: IsoDate | null | undefined
  readonly end?: IsoDate | null | undefined
  /** Kind of the deadline: a year-round one is told in words. */
  readonly kind?: string | null | undefined
}

const genitive = new Intl.DateTimeFormat('ru', { day: 'numeric', month: 'long', timeZone: 'UTC' })
const nominative = new Intl.DateTimeFormat('ru', { month: 'long', timeZone: 'UTC' })
// Asking for each date anew takes a good part of the time of a page.
const firstDays = Array.from({ length: 12 }, (_, month) => new Date(Date.UTC(2024, month, 1)))
const monthsGenitive = firstDays.map((day) => genitive.format(day).replace(/^1\s/, ''))
const monthsNominative = firstDays.map((day) => nominative.format(day))

/** «30 сентября 2024»; the text itself when it is no ISO date. A time after the day is ignored. */
export function formatDate(date: IsoDate): string {
  const day = readDay(date)
  return day === undefined ? date : `${dayAndMonth(day)}${NO_BREAK_SPACE}${day.getUTCFullYear()}`
}

/** «сентябрь 2024» for any day of the month; the text itself when it is no ISO date. */
export function formatMonth(date: IsoDate): string {
  const day = readDay(date)
  return day === undefined
    ? date
    : `${monthsNominative[day.getUTCMonth()] ?? ''}${NO_BREAK_SPACE}${day.getUTCFullYear()}`
}

/**
 * A range in the fewest words that lose nothing: «апрель — сентябрь 2024», «до 30 сентября 2024», «с 1 мая 2024»,
 * «5–12 мая 2024», «2024 год», «2024–2025 учебный год», «весь год» (kind `year-round`). '' when there are no dates.
 */
export function formatDateRange({ start, end, kind }: DateRange): string {
  if (kind === 'year-round') return `весь${NO_BREAK_SPACE}год`
  const first = readDay(start)
  const last = readDay(end)
  if (first !== undefined && last !== undefined) return formatBetween(first, last)
  if (last !== undefined) return `до${NO_BREAK_SPACE}${formatDay(last)}`
  return first === undefined ? '' : `с${NO_BREAK_SPACE}${formatDay(first)}`
}

function formatBetween(first: Date, last: Date): string {
  const [firstYear, lastYear] = [first.getUTCFullYear(), last.getUTCFullYear()]
  const wholeMonths = first.getUTCDate() === 1 && isLastOfMonth(last)
  if (first.getTime() === last.getTime()) return formatDay(first)
  if (wholeMonths && first.getUTCMonth() === 0 && last.getUTCMonth() === 11)
    return formatYears(firstYear, lastYear)
  if (wholeMonths && first.getUTCMonth() === 8 && last.getUTCMonth() === 4 && lastYear === firstYear + 1) {
    return `${firstYear}–${lastYear}${NO_BREAK_SPACE}учебный год`
  }
  if (wholeMonths) return formatMonths(first, last)
  if (firstYear !== lastYear) return `${formatDay(first)}${NO_BREAK_SPACE}— ${formatDay(last)}`
  return first.getUTCMonth() === last.getUTCMonth()
    ? `${first.getUTCDate()}–${formatDay(last)}`
    : `${dayAndMonth(first)}${NO_BREAK_SPACE}— ${formatDay(last)}`
}

function formatYears(first: number, last: number): string {
  return first === last ? `${first}${NO_BREAK_SPACE}год` : `${first}–${last}${NO_BREAK_SPACE}годы`
}

function formatMonths(first: Date, last: Date): string {
  const end = `${monthsNominative[last.getUTCMonth()] ?? ''}${NO_BREAK_SPACE}${last.getUTCFullYear()}`
  if (first.getUTCFullYear() !== last.getUTCFullYear()) {
    return `${monthsNominative[first.getUTCMonth()] ?? ''}${NO_BREAK_SPACE}${first.getUTCFullYear()}${NO_BREAK_SPACE}— ${end}`
  }
  return first.getUTCMonth() === last.getUTCMonth()
    ? end
    : `${monthsNominative[first.getUTCMonth()] ?? ''}${NO_BREAK_SPACE}— ${end}`
}

function formatDay(day: Date): string {
  return `${dayAndMonth(day)}${NO_BREAK_SPACE}${day.getUTCFullYear()}`
}

function dayAndMonth(day: Date): string {
  return `${day.getUTCDate()}${NO_BREAK_SPACE}${monthsGenitive[day.getUTCMonth()] ?? ''}`
}

function isLastOfMonth(day: Date): boolean {
  return new Date(day.getTime() + 86_400_000).getUTCDate() === 1
}

/** Midnight UTC of an ISO date, undefined for anything else, impossible days too. */
function readDay(date: string | null | undefined): Date | undefined {
  const iso = date?.match(/^\d{4}-\d{2}-\d{2}(?=$|T)/)?.[0]
  if (iso === undefined) return undefined
  const day = new Date(`${iso}T00:00:00Z`)
  return Number.isNaN(day.getTime()) || !day.toISOString().startsWith(iso) ? undefined : day
}
