/** Dates are ISO strings `YYYY-MM-DD`, both ends of a span inclusive; months are 1–12. */

/** First and last day of a span; null is an open or unknown end. */
export interface Span {
  start: string | null
  end: string | null
}

/** A calendar date, or null when there is no such day. */
export function toIsoDate(year: number, month: number, day: number): string | null {
  if (month < 1 || month > 12 || day < 1 || day > lastDayOf(year, month)) return null
  return formatIso(year, month, day)
}

/** Number of days in a month. */
export function lastDayOf(year: number, month: number): number {
  if (month === 2) return (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0 ? 29 : 28
  return month === 4 || month === 6 || month === 9 || month === 11 ? 30 : 31
}

/** From the first day of one month to the last day of another. */
export function spanOfMonths(startYear: number, startMonth: number, endYear: number, endMonth: number): Span {
  return {
    start: formatIso(startYear, startMonth, 1),
    end: formatIso(endYear, endMonth, lastDayOf(endYear, endMonth)),
  }
}

/** The school year that begins in September of `year`: 1 September to 31 May. */
export function spanOfSchoolYear(year: number, lastYear: number = year + 1): Span {
  return { start: `${year}-09-01`, end: `${lastYear}-05-31` }
}

/** The day after an ISO date. */
export function nextDay(date: string): string {
  const [year, month, day] = [yearOf(date), monthOf(date), Number(date.slice(8, 10))]
  if (day < lastDayOf(year, month)) return formatIso(year, month, day + 1)
  return month < 12 ? formatIso(year, month + 1, 1) : formatIso(year + 1, 1, 1)
}

/** Year of an ISO date. */
export function yearOf(date: string): number {
  return Number(date.slice(0, 4))
}

/** Month of an ISO date, 1–12. */
export function monthOf(date: string): number {
  return Number(date.slice(5, 7))
}

/**
 * The smallest span that holds all, of those that have a date. What goes on without an end leaves the end open; last
 * days alone begin nothing.
 */
export function outerSpan(spans: readonly Span[]): Span {
  const begins = spans.some(({ start }) => start !== null)
  const goesOn = spans.some(({ start, end }) => start !== null && end === null)
  return {
    start: begins ? minimum(spans.flatMap(({ start, end }) => start ?? end ?? [])) : null,
    end: goesOn ? null : maximum(spans.flatMap(({ end }) => end ?? [])),
  }
}

function minimum(dates: readonly string[]): string | null {
  return dates.reduce<string | null>((least, date) => (least === null || date < least ? date : least), null)
}

function maximum(dates: readonly string[]): string | null {
  return dates.reduce<string | null>((most, date) => (most === null || date > most ? date : most), null)
}

function formatIso(year: number, month: number, day: number): string {
  return `${String(year).padStart(4, '0')}-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}`
}
