import type { Deadline, DeadlinePart } from '#content/generated/types.ts'
import { isLong, listWindows, type PlanPeriod, shiftDay, type TimeWindow } from './deadline-windows.ts'

/** A time to put in a calendar: whole days, ISO dates, both included. */
export interface CalendarEntry {
  readonly start: string
  readonly end: string
  /** An RRULE without its name, its UNTIL a date; null when the time comes once. */
  readonly rule: string | null
}

/**
 * What a calendar shows of a deadline. Work that goes on for half a year would only fill it and is left out, as are
 * words that name no date. What comes every year on the same days is one entry that repeats. «Ежемесячно» is the last
 * day of each month, «ежеквартально» of each quarter, «еженедельно» each Friday, as far as the plan goes.
 */
export function listCalendarEntries(deadline: Deadline, period: PlanPeriod | null): CalendarEntry[] {
  const parts = deadline.parts?.length ? deadline.parts : [deadline]
  return parts.flatMap((part) => entriesOf(part, period))
}

function entriesOf(part: Deadline | DeadlinePart, period: PlanPeriod | null): CalendarEntry[] {
  const often = period === null ? null : frequentEntry(part.recurrence ?? '', part, period)
  if (often !== null) return [often]
  const once: Deadline = { _type: 'deadline', ...pickTimes(part) }
  const windows = listWindows(once, period).flatMap((window) => dayWindow(window))
  const [first, ...others] = windows
  const last = others.at(-1)
  if (first === undefined || last === undefined || !others.every((window) => repeats(window, first))) {
    return windows.map((window) => ({ ...window, rule: null }))
  }
  return [{ ...first, rule: `FREQ=YEARLY;UNTIL=${compact(last.start)}` }]
}

function pickTimes({ verbatim, kind, start, end, recurrence }: Deadline | DeadlinePart) {
  return { verbatim, kind, ...(start && { start }), ...(end && { end }), ...(recurrence && { recurrence }) }
}

function dayWindow(window: TimeWindow): { start: string; end: string }[] {
  return window.end === null || isLong(window) ? [] : [{ start: window.start ?? window.end, end: window.end }]
}

/** Whether a time is the same days of another year: not so in February of a leap year. */
function repeats(window: { start: string; end: string }, first: { start: string; end: string }): boolean {
  return window.start.slice(4) === first.start.slice(4) && window.end.slice(4) === first.end.slice(4)
}

/** The entry of a monthly or weekly rule; null for any other rule. */
function frequentEntry(
  recurrence: string,
  { start, end }: Pick<DeadlinePart, 'start' | 'end'>,
  period: PlanPeriod,
): CalendarEntry | null {
  const [from, to] = [start ?? period.start, end ?? period.end]
  const [, frequency, interval = '1'] = /^FREQ=(MONTHLY|WEEKLY)(?:;INTERVAL=(\d+))?/.exec(recurrence) ?? []
  if (frequency === undefined) return null
  const step = Number(interval)
  const day = frequency === 'WEEKLY' ? firstFriday(from) : firstMonthDay(from, step, monthDayOf(recurrence))
  if (day === null || day > to) return null
  const every = step === 1 ? '' : `;INTERVAL=${step}`
  const on = frequency === 'WEEKLY' ? ';BYDAY=FR' : `;BYMONTHDAY=${monthDayOf(recurrence) ?? -1}`
  return { start: day, end: day, rule: `FREQ=${frequency}${every}${on};UNTIL=${compact(to)}` }
}

function monthDayOf(recurrence: string): number | null {
  const day = /BYMONTHDAY=(\d+)/.exec(recurrence)?.[1]
  return day === undefined ? null : Number(day)
}

function firstFriday(from: string): string | null {
  const weekday = new Date(`${from}T00:00:00Z`).getUTCDay()
  return shiftDay(from, (5 - weekday + 7) % 7)
}

/** The first day from which a monthly rule counts; quarters and half-years end with those of the calendar. */
function firstMonthDay(from: string, step: number, day: number | null): string | null {
  const [year = 0, month = 1] = from.split('-').map(Number)
  const whole = 12 % step === 0 ? Math.ceil(month / step) * step : month
  for (let ahead = 0; ahead < 24; ahead += 1) {
    const last = new Date(Date.UTC(year, whole + ahead * step, 0))
    const date = day === null ? last.getUTCDate() : day
    const found = new Date(Date.UTC(last.getUTCFullYear(), last.getUTCMonth(), date))
    const iso = found.toISOString().slice(0, 10)
    if (date <= last.getUTCDate() && iso >= from) return iso
  }
  return null
}

function compact(day: string): string {
  return day.replaceAll('-', '')
}
