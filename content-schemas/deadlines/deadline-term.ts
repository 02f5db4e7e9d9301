import type { DeadlineKindKey } from '../vocabulary/deadline-kinds.ts'
import { lastDayOf, type Span, spanOfMonths, spanOfSchoolYear, toIsoDate } from './calendar.ts'
import type { DeadlineItem, PlacedItem } from './deadline-item.ts'
import { dayOfWeekday } from './weekdays.ts'

/** A place in the calendar whose year may still be open. */
export interface Moment {
  year: number | null
  month: number
  /** Null stands for the whole month; a negative one is counted from its end. */
  day: number | null
  /** «Последняя пятница»: a day that depends on the year. */
  nth?: { weekday: number; position: number }
}

/** A piece of a deadline with a place in the calendar. */
export interface DatedTerm {
  kind: DeadlineKindKey
  /** First moment; null for a by-date. */
  from: Moment | null
  /** Last moment; null for an open end. */
  to: Moment | null
  /** How many days before `to` (a month) the span ends: «до мая» ends the day before. */
  exclusiveEnd: boolean
  /** True when the days are not in the words but agreed on: a season, a week of a month, a school quarter. */
  byConvention: boolean
  /** Dates that need no year placed. */
  fixed: Span | null
  at: number
  end: number
}

/** A piece without a place in the calendar. */
export interface PhraseTerm {
  phrase: Extract<DeadlineItem, { type: 'phrase' } | { type: 'school-part' }>
  at: number
  end: number
}

/** Whole month, single day, or several months, as the first and last moment it covers. */
export function momentsOf(item: PlacedItem): { from: Moment; to: Moment } | null {
  switch (item.type) {
    case 'day': {
      const moment = { year: item.year, month: item.month, day: item.day }
      return { from: moment, to: moment }
    }
    case 'month': {
      const moment = { year: item.year, month: item.month, day: null }
      return { from: moment, to: moment }
    }
    case 'season':
      return {
        from: { year: item.year, month: item.first, day: null },
        to: { year: item.lastYear, month: item.last, day: null },
      }
    case 'window':
      return windowMoments(item)
    case 'weekday-of-month': {
      const { year, month, weekday, position } = item
      const moment = { year, month, day: null, nth: { weekday, position } }
      return { from: moment, to: moment }
    }
    case 'quarter':
      return item.school ? schoolQuarterMoments(item) : quarterMoments(item)
    case 'half-year':
      return halfYearMoments(item)
    default:
      return null
  }
}

/** Whether the days of an item are agreed on, not said. */
export function isConventional(item: PlacedItem): boolean {
  if (item.type === 'quarter' || item.type === 'half-year') return item.school
  return item.type === 'window' || item.type === 'season'
}

/** Dates of an item that carries its years itself. */
export function fixedSpan(item: PlacedItem): Span | null {
  if (item.type === 'year') return { start: `${item.year}-01-01`, end: `${item.year}-12-31` }
  if (item.type === 'years') return { start: `${item.first}-01-01`, end: `${item.last}-12-31` }
  if (item.type === 'school-year') return spanOfSchoolYear(item.first, item.last)
  return null
}

/** Last day of a term, null while it or its year is open. */
export function endOf(term: DatedTerm): string | null {
  if (term.fixed) return term.fixed.end
  return term.to && (term.exclusiveEnd ? dayBefore(term.to) : lastDay(term.to))
}

/** First day of a moment, null while its year is open, or where there is no such day. */
export function firstDay(moment: Moment | null): string | null {
  if (!moment || moment.year === null) return null
  return toIsoDate(moment.year, moment.month, dayOf(moment, moment.year) ?? 1)
}

/** Last day of a moment, null while its year is open, or where there is no such day. */
export function lastDay(moment: Moment | null): string | null {
  if (!moment || moment.year === null) return null
  return toIsoDate(
    moment.year,
    moment.month,
    dayOf(moment, moment.year) ?? lastDayOf(moment.year, moment.month),
  )
}

/** Whether a moment names a day that its month has not: «31 сентября». */
export function isImpossible(moment: Moment | null): boolean {
  return moment !== null && lastDay({ ...moment, year: moment.year ?? 2024 }) === null
}

function dayOf({ month, day, nth }: Moment, year: number): number | null {
  if (nth) return dayOfWeekday(year, month, nth.weekday, nth.position)
  return day !== null && day < 0 ? lastDayOf(year, month) + 1 + day : day
}

/** The day before a moment begins. */
export function dayBefore(moment: Moment): string | null {
  if (moment.year === null) return null
  if (moment.month === 1) return `${moment.year - 1}-12-31`
  return spanOfMonths(moment.year, moment.month - 1, moment.year, moment.month - 1).end
}

function windowMoments(item: Extract<DeadlineItem, { type: 'window' }>): { from: Moment; to: Moment } {
  return {
    from: { year: item.year, month: item.month, day: item.firstDay },
    to: { year: item.year, month: item.month, day: item.lastDay },
  }
}

function quarterMoments(item: Extract<DeadlineItem, { type: 'quarter' }>): { from: Moment; to: Moment } {
  return {
    from: { year: item.year, month: item.first * 3 - 2, day: null },
    to: { year: item.year, month: item.last * 3, day: null },
  }
}

/** School quarters: September–October, November–December, January–March, April–May. */
function schoolQuarterMoments(item: Extract<DeadlineItem, { type: 'quarter' }>): {
  from: Moment
  to: Moment
} {
  const starts = [9, 11, 1, 4]
  const ends = [10, 12, 3, 5]
  const yearFor = (quarter: number) => (item.year === null ? null : item.year + (quarter > 2 ? 1 : 0))
  return {
    from: { year: yearFor(item.first), month: starts[item.first - 1] ?? 9, day: null },
    to: { year: yearFor(item.last), month: ends[item.last - 1] ?? 5, day: null },
  }
}

/** Calendar halves, or the school's: September to December, January to May. */
function halfYearMoments(item: Extract<DeadlineItem, { type: 'half-year' }>): { from: Moment; to: Moment } {
  const starts = item.school ? [9, 1] : [1, 7]
  const ends = item.school ? [12, 5] : [6, 12]
  const yearFor = (half: number) => (item.year === null ? null : item.year + (item.school ? half - 1 : 0))
  return {
    from: { year: yearFor(item.half), month: starts[item.half - 1] ?? 1, day: null },
    to: { year: yearFor(item.last), month: ends[item.last - 1] ?? 12, day: null },
  }
}
