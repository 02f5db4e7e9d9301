import type { DeadlineKindKey } from '../vocabulary/deadline-kinds.ts'
import type { PlacedItem } from './deadline-item.ts'
import {
  type DatedTerm,
  dayBefore,
  fixedSpan,
  type Moment,
  momentsOf,
  type PhraseTerm,
} from './deadline-term.ts'

/** What a deadline says, piece by piece and in order; years may still be open. */
export interface ParsedDeadline {
  dated: DatedTerm[]
  phrases: PhraseTerm[]
  yearly: boolean
  frequency: string | null
  /** Day of the month that a frequency falls on. */
  monthDay: number | null
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
    monthDay: null,
    ambiguousEnds: [],
  }
  let index = 0
  while (index < items.length) index += readOne(items, index, parsed)
  return parsed
}

function readOne(items: readonly PlacedItem[], index: number, parsed: ParsedDeadline): number {
  const item = items[index]
  if (!item) return 1
  switch (item.type) {
    case 'yearly':
      parsed.yearly = true
      return 1
    case 'frequency':
      parsed.frequency ??= item.rule
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
  const exclusive = operator.operator === 'until' && next.type !== 'day' && next.type !== 'window'
  if (exclusive) parsed.ambiguousEnds.push(next.type)
  const fixedEnd = fixed && (exclusive ? dayBeforeDate(fixed.start) : fixed.end)
  parsed.dated.push({
    kind: 'by-date',
    from: null,
    to: moments ? (exclusive ? moments.from : moments.to) : null,
    exclusiveEnd: exclusive && moments !== null,
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
  const moments = momentsOf(first)
  parsed.dated.push({
    kind: kindOf(first),
    from: moments?.from ?? null,
    to: moments?.to ?? null,
    exclusiveEnd: false,
    fixed: fixedSpan(first),
    at,
    end: first.end,
  })
  return 1
}

/** «2024 г., сентябрь»: a year in front belongs to the month behind it. */
function monthAfterYear(
  items: readonly PlacedItem[],
  index: number,
  year: Extract<PlacedItem, { type: 'year' }>,
): { term: DatedTerm; taken: number } | null {
  const gap = items[index + 1]?.type === 'separator' ? 2 : 1
  const month = items[index + gap]
  const follower = items[index + gap + 1]
  if (month?.type !== 'month' || month.year !== null) return null
  if (follower?.type === 'operator') {
    const last = items[index + gap + 2]
    if (follower.operator !== 'dash' || last?.type !== 'month' || last.year !== null) return null
    const lastYear = last.month < month.month ? year.year + 1 : year.year
    const term = rangeTerm({ ...month, year: year.year }, { ...last, year: lastYear }, year.at)
    return { term, taken: gap + 3 }
  }
  const moment = { year: year.year, month: month.month, day: null }
  const term: DatedTerm = {
    kind: 'month',
    from: moment,
    to: moment,
    exclusiveEnd: false,
    fixed: null,
    at: year.at,
    end: month.end,
  }
  return { term, taken: gap + 1 }
}

function rangeTerm(first: PlacedItem, last: PlacedItem, at: number): DatedTerm {
  const start = fixedSpan(first)
  const finish = fixedSpan(last)
  const months = first.type === 'month' && last.type === 'month'
  const quarters = first.type === 'quarter' && last.type === 'quarter'
  return {
    kind: months ? 'month-range' : quarters ? 'quarter' : 'date-range',
    from: momentsOf(first)?.from ?? momentOfDate(start?.start),
    to: momentsOf(last)?.to ?? momentOfDate(finish?.end),
    exclusiveEnd: false,
    fixed: start && finish ? { start: start.start, end: finish.end } : null,
    at,
    end: last.end,
  }
}

function kindOf(item: PlacedItem): DeadlineKindKey {
  switch (item.type) {
    case 'day':
      return 'date'
    case 'window':
      return 'relative'
    case 'years':
      return 'date-range'
    case 'month':
    case 'year':
    case 'school-year':
    case 'quarter':
    case 'half-year':
      return item.type
    default:
      return 'relative'
  }
}

function momentOfDate(date: string | null | undefined): Moment | null {
  if (!date) return null
  return { year: Number(date.slice(0, 4)), month: Number(date.slice(5, 7)), day: Number(date.slice(8, 10)) }
}

function dayBeforeDate(date: string | null): string | null {
  const moment = momentOfDate(date)
  if (!moment) return null
  if (moment.day !== null && moment.day > 1) return date
  return dayBefore({ ...moment, day: null })
}
