import type { PlacedItem } from './deadline-item.ts'
import {
  type DatedTerm,
  dayBefore,
  fixedSpan,
  isConventional,
  type Moment,
  momentsOf,
  type PhraseTerm,
} from './deadline-term.ts'
import { edgeTerm, kindOf, momentOfDate, monthAfterYear, rangeTerm, sameInYear } from './span-terms.ts'

/** What a deadline says, piece by piece and in order; years may still be open. */
export interface ParsedDeadline {
  dated: DatedTerm[]
  phrases: PhraseTerm[]
  yearly: boolean
  frequency: string | null
  /** Weekdays by themselves: «пятница». */
  weekdays: string | null
  /** «Сентябрь, далее ежемесячно»: how often is said behind «далее», so what stands before is only the beginning. */
  frequencyOnward: boolean
  /** Day of the month that a frequency falls on. */
  monthDay: number | null
  /** Where «далее» stands; what lasts behind it begins after what stands before it. */
  onwardAt: number | null
  /** Places where «до 2024 г.» or «до мая» leaves open whether the named span itself counts. */
  ambiguousEnds: string[]
}

/** Puts items together: «с … по …», «… – …», «до …», lists of days, repetition. */
export function parseTerms(items: readonly PlacedItem[]): ParsedDeadline {
  const parsed: ParsedDeadline = {
    dated: [],
    phrases: [],
    yearly: false,
    frequency: null,
    weekdays: null,
    frequencyOnward: false,
    monthDay: null,
    onwardAt: null,
    ambiguousEnds: [],
  }
  const joined = items.filter((item, at) => item.type !== 'separator' || !besideDash(items, at))
  let index = 0
  while (index < joined.length) index += readOne(joined, index, parsed)
  takeWeekdays(parsed)
  takeMonthDay(parsed)
  return parsed
}

/** «Сентябрь (до 15 числа)» is by that day of that month. */
function takeMonthDay(parsed: ParsedDeadline): void {
  const [month, second] = parsed.dated
  if (parsed.monthDay === null || parsed.frequency !== null || second || month?.kind !== 'month' || !month.to)
    return
  parsed.dated = [{ ...month, kind: 'by-date', from: null, to: { ...month.to, day: parsed.monthDay } }]
}

/** «Еженедельно, пятница» repeats on it; «пятница, 6 сентября» says no more than the date. */
function takeWeekdays(parsed: ParsedDeadline): void {
  const { weekdays, dated } = parsed
  if (weekdays === null || (parsed.frequency === null && dated.some(isOneDay))) return
  parsed.frequency = narrowFrequency(parsed.frequency, weekdays)
}

function isOneDay(term: DatedTerm): boolean {
  return !term.byConvention && term.to !== null && (term.to.day !== null || term.to.nth !== undefined)
}

/** A line end beside a dash parts nothing. */
function besideDash(items: readonly PlacedItem[], at: number): boolean {
  return [items[at - 1], items[at + 1]].some((item) => item?.type === 'operator' && item.operator === 'dash')
}

/** Of two words that say how often the one with the days of the week says more: «еженедельно, по пятницам». */
function narrowFrequency(before: string | null, rule: string): string {
  return before === null || (!before.includes('BYDAY') && rule.includes('BYDAY')) ? rule : before
}

function readOne(items: readonly PlacedItem[], index: number, parsed: ParsedDeadline): number {
  const item = items[index]
  if (!item) return 1
  switch (item.type) {
    case 'yearly':
      parsed.yearly = true
      return 1
    case 'frequency':
      parsed.frequencyOnward ||=
        parsed.frequency === null && parsed.onwardAt !== null && parsed.dated.length > 0
      parsed.frequency = narrowFrequency(parsed.frequency, item.rule)
      return 1
    case 'weekdays':
      parsed.weekdays ??= item.rule
      return 1
    case 'onward':
      parsed.onwardAt ??= item.at
      return 1
    case 'month-day':
      parsed.monthDay = item.day
      return 1
    case 'phrase':
    case 'school-part':
      parsed.phrases.push({ phrase: item, at: item.at, end: item.end })
      return 1
    case 'separator':
      return 1
    case 'operator':
      return readAfterOperator(items, index, item, parsed)
    case 'number':
      return readDayList(items, index, parsed)
    default:
      return readSpan(items, index, item.at, parsed)
  }
}

function readAfterOperator(
  items: readonly PlacedItem[],
  index: number,
  operator: Extract<PlacedItem, { type: 'operator' }>,
  parsed: ParsedDeadline,
): number {
  const next = items[index + 1]
  if (!next) return 1
  if (operator.operator === 'dash') return 1
  if (operator.operator === 'from') return readFrom(items, index, operator.at, parsed)
  if (next.type === 'school-part') {
    parsed.phrases.push({ phrase: next, at: operator.at, end: next.end })
    return 2
  }
  const moments = momentsOf(next)
  const fixed = fixedSpan(next)
  if (!moments && !fixed) return 1
  if (operator.operator === 'start-of' || operator.operator === 'end-of') {
    if (moments) parsed.dated.push(edgeTerm(moments, operator, next))
    return moments ? 2 : 1
  }
  const exclusive =
    operator.operator === 'until' && !['day', 'window', 'weekday-of-month'].includes(next.type)
  if (exclusive) parsed.ambiguousEnds.push(next.type)
  const fixedEnd = fixed && (exclusive ? dayBeforeDate(fixed.start) : fixed.end)
  parsed.dated.push({
    kind: 'by-date',
    from: null,
    to: moments ? (exclusive ? moments.from : moments.to) : null,
    exclusiveEnd: exclusive,
    byConvention: isConventional(next),
    fixed: fixed ? { start: null, end: fixedEnd } : null,
    at: operator.at,
    end: next.end,
  })
  return 2
}

/** «с X по Y», «с X до Y», «с X»: without an end the span stays open. */
function readFrom(items: readonly PlacedItem[], index: number, at: number, parsed: ParsedDeadline): number {
  const first = items[index + 1]
  if (!first) return 1
  if (first.type === 'number') {
    const taken = readDayList(items, index + 1, parsed, at)
    return taken > 1 ? taken + 1 : 2
  }
  const taken = readSpan(items, index + 1, at, parsed)
  const term = parsed.dated.at(-1)
  if (taken === 1 && term && term.end === first.end && (term.from || term.fixed)) {
    term.to = null
    term.kind = 'date-range'
    if (term.fixed) term.fixed = { start: term.fixed.start, end: null }
  }
  return taken + 1
}

/** «1–15 сентября», «1 по 15 сентября», «10, 20 сентября»: bare days take month and year from the next day. */
function readDayList(
  items: readonly PlacedItem[],
  index: number,
  parsed: ParsedDeadline,
  from?: number,
): number {
  const days: PlacedItem[] = []
  let at = index
  let range = false
  for (; at < items.length && at < index + 40; at += 1) {
    const item = items[at]
    if (!item) break
    if (item.type === 'number' || item.type === 'separator') {
      days.push(item)
      continue
    }
    if (item.type !== 'operator') break
    if (item.operator === 'from' || item.operator === 'until' || item.operator === 'by') break
    range = true
  }
  const anchor = items[at]
  if (anchor?.type !== 'day') return 1
  const numbers = days.filter((item) => item.type === 'number')
  const first = numbers[0]
  if (!first) return 1
  const moment = { year: anchor.year, month: anchor.month }
  if (range && numbers.length === 1) {
    parsed.dated.push({
      kind: 'date-range',
      from: { ...moment, day: first.value },
      to: { ...moment, day: anchor.day },
      exclusiveEnd: false,
      byConvention: false,
      fixed: null,
      at: from ?? first.at,
      end: anchor.end,
    })
    return at - index + 1
  }
  for (const number of numbers) parsed.dated.push(singleDay({ ...moment, day: number.value }, number))
  parsed.dated.push(singleDay({ ...moment, day: anchor.day }, anchor))
  return at - index + 1
}

function singleDay(moment: Moment, item: PlacedItem): DatedTerm {
  return {
    kind: 'date',
    from: moment,
    to: moment,
    exclusiveEnd: false,
    byConvention: false,
    fixed: null,
    at: item.at,
    end: item.end,
  }
}

/** A calendar item alone, or a range that begins with it. */
function readSpan(items: readonly PlacedItem[], index: number, at: number, parsed: ParsedDeadline): number {
  const first = items[index]
  if (!first) return 1
  const operator = items[index + 1]
  const last = items[index + 2]
  const joins = operator?.type === 'operator' && ['dash', 'to', 'until'].includes(operator.operator)
  if (joins && last && (momentsOf(last) || fixedSpan(last))) {
    parsed.dated.push(rangeTerm(first, last, at))
    return 3
  }
  const leading = first.type === 'year' ? monthAfterYear(items, index, first) : null
  if (leading) {
    parsed.dated.push({ ...leading.term, at })
    return leading.taken
  }
  const again = first.type === 'year' ? sameInYear(items, index, first, parsed.dated.at(-1)) : null
  if (again) {
    parsed.dated.push(again)
    return 1
  }
  const moments = momentsOf(first)
  parsed.dated.push({
    kind: kindOf(first),
    from: moments?.from ?? null,
    to: moments?.to ?? null,
    exclusiveEnd: false,
    byConvention: isConventional(first),
    fixed: fixedSpan(first),
    at,
    end: first.end,
  })
  return 1
}

function dayBeforeDate(date: string | null): string | null {
  const moment = momentOfDate(date)
  if (!moment) return null
  if (moment.day !== null && moment.day > 1) return date
  return dayBefore({ ...moment, day: null })
}
