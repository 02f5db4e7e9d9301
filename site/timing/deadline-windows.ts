import type { Deadline, DeadlinePart } from '#content/generated/types.ts'

/** Days between which something is to be done; null where the deadline leaves a side open. ISO dates. */
export interface TimeWindow {
  readonly start: string | null
  readonly end: string | null
}

/** First and last day of a plan, ISO dates. */
export interface PlanPeriod {
  readonly start: string
  readonly end: string
}

/** A yearly deadline with no stated end is followed this far. */
const MAX_YEARS = 12

/**
 * When a deadline falls due, in order of time: each of its parts, each year of a yearly one until the rule or
 * the plan ends. [] when the words name no date («по запросу»).
 */
export function listWindows(deadline: Deadline, period: PlanPeriod | null): TimeWindow[] {
  const parts = deadline.parts?.length ? deadline.parts : [deadline]
  return parts.flatMap((part) => windowsOf(part, period)).toSorted(compareWindows)
}

/** What comes this often goes on as long as the plan does. */
const OFTEN = new Set(['DAILY', 'WEEKLY', 'MONTHLY'])

/** A window longer than this many days is work that goes on, not a date to keep. */
const LONG_DAYS = 183
const DAY_MS = 86_400_000

/** Whether a window is work that goes on for half a year or more. */
export function isLong({ start, end }: TimeWindow): boolean {
  return start !== null && (end === null || Date.parse(end) - Date.parse(start) > LONG_DAYS * DAY_MS)
}

/** Compares by the last day, then by the first; open ends come last. */
export function compareWindows(a: TimeWindow, b: TimeWindow): number {
  return compareText(a.end ?? '9999', b.end ?? '9999') || compareText(a.start ?? '0000', b.start ?? '0000')
}

function compareText(a: string, b: string): number {
  if (a === b) return 0
  return a < b ? -1 : 1
}

function windowsOf(part: Deadline | DeadlinePart, period: PlanPeriod | null): TimeWindow[] {
  const rule = readRule(part.recurrence)
  const first = firstWindow(part, rule, period)
  if (first === null) return []
  if (rule['FREQ'] !== 'YEARLY' || spansYear(first)) return [first]
  const last = readUntil(rule['UNTIL']) ?? period?.end ?? null
  return repeatYearly(first, last)
}

function firstWindow(
  part: Deadline | DeadlinePart,
  rule: Rule,
  period: PlanPeriod | null,
): TimeWindow | null {
  const start = part.start ?? null
  const end = part.end ?? null
  if (end !== null) return { start, end }
  if (OFTEN.has(rule['FREQ'] ?? '')) return start === null ? period : { start, end: period?.end ?? null }
  const months = readMonths(rule['BYMONTH'])
  const from = start ?? period?.start ?? null
  if (months !== null && from !== null) return windowOfMonths(months, from)
  return start === null ? null : { start, end: period?.end ?? null }
}

function repeatYearly(first: TimeWindow, last: string | null): TimeWindow[] {
  const windows = [first]
  for (let years = 1; years < MAX_YEARS; years += 1) {
    const next = { start: shiftYears(first.start, years), end: shiftYears(first.end, years) }
    if (last !== null && (next.start ?? next.end ?? '9999') > last) break
    windows.push(next)
  }
  return windows
}

/** Whether a window is so long that a yearly rule adds nothing to it. */
function spansYear({ start, end }: TimeWindow): boolean {
  return start !== null && (end === null || end >= (shiftDay(shiftYears(start, 1), -1) ?? ''))
}

type Rule = Readonly<Record<string, string | undefined>>

function readRule(recurrence: string | undefined): Rule {
  return Object.fromEntries((recurrence ?? '').split(';').map((pair) => pair.split('=')))
}

function readUntil(until: string | undefined): string | null {
  const [, year, month, day] = /^(\d{4})-?(\d{2})-?(\d{2})/.exec(until ?? '') ?? []
  return year === undefined ? null : `${year}-${month}-${day}`
}

/** First and last month of a run that may pass the new year: 9,10,…,5 is [9, 5]. */
function readMonths(months: string | undefined): { first: number; last: number } | null {
  const list = (months ?? '')
    .split(',')
    .map(Number)
    .filter((month) => month >= 1 && month <= 12)
  const [first] = list
  const last = list.at(-1)
  return first === undefined || last === undefined ? null : { first, last }
}

function windowOfMonths({ first, last }: { first: number; last: number }, from: string): TimeWindow {
  const year = Number(from.slice(0, 4))
  const startYear = Number(from.slice(5, 7)) > Math.max(first, last) ? year + 1 : year
  const endYear = last < first ? startYear + 1 : startYear
  return { start: isoDay(startYear, first, 1), end: isoDay(endYear, last + 1, 0) }
}

function shiftYears(day: string | null, years: number): string | null {
  if (day === null) return null
  const [year = 0, month = 1, date = 1] = day.split('-').map(Number)
  const endOfMonth = isoDay(year, month + 1, 0) === day
  return endOfMonth ? isoDay(year + years, month + 1, 0) : isoDay(year + years, month, date)
}

/** The day so many days later, or earlier when negative; null stays null. */
export function shiftDay(day: string | null, days: number): string | null {
  if (day === null) return null
  const [year = 0, month = 1, date = 1] = day.split('-').map(Number)
  return isoDay(year, month, date + days)
}

function isoDay(year: number, month: number, day: number): string {
  return new Date(Date.UTC(year, month - 1, day)).toISOString().slice(0, 10)
}
