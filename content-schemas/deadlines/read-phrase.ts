import { monthOf, type Span, yearOf } from './calendar.ts'
import type { SchoolYearPart } from './deadline-item.ts'
import type { DeadlineContext, DeadlinePart } from './deadline-reading.ts'
import type { PhraseTerm } from './deadline-term.ts'
import type { ParsedDeadline } from './parse-terms.ts'
import { isSchoolYear, placeMonth } from './place-years.ts'

const SCHOOL_MONTHS = '9,10,11,12,1,2,3,4,5'

/** Meaning of a phrase that names no dates: they come from the roadmap's period, or stay open. */
export function readPhrase(
  term: PhraseTerm,
  text: string,
  parsed: ParsedDeadline,
  context: DeadlineContext,
): DeadlinePart {
  const verbatim = text.slice(term.at, term.end).trim()
  if (term.phrase.type === 'school-part') {
    const byDate = /^(?:до|к|не позднее)(?![а-яё])/i.test(verbatim)
    const part = readSchoolPart(term.phrase.part, parsed.yearly, context)
    return byDate ? { verbatim, ...part, kind: 'by-date', start: null } : { verbatim, ...part }
  }
  const { kind, span } = term.phrase
  const dates = span === 'period' && !/систематич|регулярн/i.test(verbatim) ? wholePeriod(context) : NO_DATES
  if (kind === 'year-round') {
    return {
      verbatim,
      kind: parsed.yearly ? 'recurring' : kind,
      ...dates,
      recurrence: parsed.yearly || repeatsYearly(context) ? 'FREQ=YEARLY' : null,
    }
  }
  const recurring = parsed.yearly && ['on-request', 'on-need', 'ongoing', 'absent'].includes(kind)
  return {
    verbatim,
    kind: recurring ? 'recurring' : kind,
    ...dates,
    recurrence: parsed.yearly ? 'FREQ=YEARLY' : null,
  }
}

const NO_DATES: Span = { start: null, end: null }

/** The roadmap's period, or from the date of its order with an open end. */
function wholePeriod(context: DeadlineContext): Span {
  if (context.period) return { start: context.period.start, end: context.period.end }
  return { start: context.orderDate ?? null, end: null }
}

/** «В течение года» repeats in a plan that spans more than a year or has no end. */
function repeatsYearly(context: DeadlineContext): boolean {
  const { start, end } = wholePeriod(context)
  if (start === null || end === null) return true
  return end >= `${yearOf(start) + 1}${start.slice(4)}`
}

function readSchoolPart(
  part: SchoolYearPart,
  yearly: boolean,
  context: DeadlineContext,
): Omit<DeadlinePart, 'verbatim'> {
  const repeats = yearly || repeatsYearly(context)
  if (part === 'whole') {
    const { start, end } = wholePeriod(context)
    const inTerm = start !== null && (monthOf(start) > 8 || (!yearly && monthOf(start) < 6))
    const begins = inTerm ? start : nextSeptember(start)
    return {
      kind: yearly ? 'recurring' : 'school-year',
      start: begins,
      end,
      recurrence: repeats && start !== null ? `FREQ=YEARLY;BYMONTH=${SCHOOL_MONTHS}` : yearlyRule(yearly),
    }
  }
  const planEnd = context.period?.end ?? null
  if (part === 'until-plan-end' || (part === 'until-year-end' && endsWithPlan(context, repeats))) {
    return { kind: yearly ? 'recurring' : 'by-date', start: null, end: planEnd, recurrence: null }
  }
  const [firstMonth, firstDay, lastMonth, lastDay] = WINDOWS[part]
  const months = firstMonth === lastMonth ? `${firstMonth}` : `${firstMonth},${lastMonth}`
  const year = placeMonth(firstMonth, context)?.year
  const undated = year === undefined || (part === 'after' && repeats)
  return {
    kind: yearly ? 'recurring' : 'relative',
    start: undated ? null : `${year}-${pad(firstMonth)}-${pad(firstDay)}`,
    end: undated ? null : `${year}-${pad(lastMonth)}-${pad(lastDay)}`,
    recurrence: repeats ? `FREQ=YEARLY;BYMONTH=${months}` : null,
  }
}

/** First month and day, last month and day of the stretches of a school year. */
const WINDOWS: Record<
  Exclude<SchoolYearPart, 'whole' | 'until-plan-end'>,
  readonly [number, number, number, number]
> = {
  start: [9, 1, 9, 30],
  before: [8, 1, 8, 31],
  'until-start': [9, 1, 9, 1],
  'until-end': [5, 31, 5, 31],
  'until-year-end': [12, 31, 12, 31],
  'until-calendar-year-end': [12, 31, 12, 31],
  end: [5, 1, 6, 30],
  after: [6, 1, 6, 30],
}

/** «До конца года» in the plan of one school year, or of no more than one year, is the end of the plan. */
function endsWithPlan({ period }: DeadlineContext, repeats: boolean): boolean {
  if (!period || period.end === null || repeats) return false
  return yearOf(period.start) === yearOf(period.end) || isSchoolYear(period.start, period.end)
}

function nextSeptember(start: string | null): string | null {
  return start === null ? null : `${yearOf(start)}-09-01`
}

function yearlyRule(yearly: boolean): string | null {
  return yearly ? `FREQ=YEARLY;BYMONTH=${SCHOOL_MONTHS}` : null
}

function pad(number: number): string {
  return String(number).padStart(2, '0')
}
