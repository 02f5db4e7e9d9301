import type { DeadlineKindKey } from '../vocabulary/deadline-kinds.ts'
import type { PlacedItem } from './deadline-item.ts'
import { type DatedTerm, fixedSpan, isConventional, type Moment, momentsOf } from './deadline-term.ts'

/** «2024 г., сентябрь», «2024 год, 4 квартал»: a year in front belongs to what stands behind it without one. */
export function monthAfterYear(
  items: readonly PlacedItem[],
  index: number,
  year: Extract<PlacedItem, { type: 'year' }>,
): { term: DatedTerm; taken: number } | null {
  const gap = items[index + 1]?.type === 'separator' ? 2 : 1
  const first = items[index + gap]
  const own = first && momentsOf(first)
  if (!first || !own || own.from.year !== null) return null
  const follower = items[index + gap + 1]
  const last = follower?.type === 'operator' ? items[index + gap + 2] : null
  if (last === null) {
    const from = { ...own.from, year: year.year }
    const to = { ...own.to, year: year.year + (own.to.month < own.from.month ? 1 : 0) }
    const term: DatedTerm = {
      kind: kindOf(first),
      from,
      to,
      exclusiveEnd: false,
      byConvention: isConventional(first),
      fixed: null,
      at: year.at,
      end: first.end,
    }
    return { term, taken: gap + 1 }
  }
  const second = items[index + gap + 3]
  const dash = follower?.type === 'operator' && follower.operator === 'dash'
  if (
    dash &&
    first.type === 'month' &&
    last?.type === 'year' &&
    second?.type === 'month' &&
    second.year === null
  ) {
    const term = rangeTerm({ ...first, year: year.year }, { ...second, year: last.year }, year.at)
    return { term, taken: gap + 4 }
  }
  const months = first.type === 'month' && last?.type === 'month' && last.year === null
  if (!months || !dash) return null
  const lastYear = last.month < first.month ? year.year + 1 : year.year
  const term = rangeTerm({ ...first, year: year.year }, { ...last, year: lastYear }, year.at)
  return { term, taken: gap + 3 }
}

/** «Сентябрь 2024, 2025 гг.»: a year behind a dated term repeats it in that year. */
export function sameInYear(
  items: readonly PlacedItem[],
  index: number,
  year: Extract<PlacedItem, { type: 'year' }>,
  before: DatedTerm | undefined,
): DatedTerm | null {
  const last = before?.to?.year
  if (!before || last == null || items[index - 1]?.type !== 'separator') return null
  const adjoins = items[index - 2]?.end === before.end
  const later = year.year - last
  if (!adjoins || later < 1 || later > 10) return null
  const moved = (moment: Moment | null) =>
    moment && { ...moment, year: moment.year === null ? null : moment.year + later }
  return { ...before, from: moved(before.from), to: moved(before.to), at: year.at, end: year.end }
}

/** «Начало I квартала», «конец полугодия»: the first or the last month of it. */
export function edgeTerm(
  { from, to }: { from: Moment; to: Moment },
  operator: Extract<PlacedItem, { type: 'operator' }>,
  item: PlacedItem,
): DatedTerm {
  const month = operator.operator === 'start-of' ? from : to
  return {
    kind: 'relative',
    from: { ...month, day: null },
    to: { ...month, day: null },
    exclusiveEnd: false,
    byConvention: true,
    fixed: null,
    at: operator.at,
    end: item.end,
  }
}

/** From the beginning of one calendar item to the end of another. */
export function rangeTerm(first: PlacedItem, last: PlacedItem, at: number): DatedTerm {
  const start = fixedSpan(first)
  const finish = fixedSpan(last)
  const months = first.type === 'month' && last.type === 'month'
  const seasons = first.type === 'season' && last.type === 'season'
  const quarters = first.type === 'quarter' && last.type === 'quarter'
  return {
    kind: months || seasons ? 'month-range' : quarters ? 'quarter' : 'date-range',
    from: momentsOf(first)?.from ?? momentOfDate(start?.start),
    to: momentsOf(last)?.to ?? momentOfDate(finish?.end),
    exclusiveEnd: false,
    byConvention: isConventional(first) || isConventional(last),
    fixed: start && finish ? { start: start.start, end: finish.end } : null,
    at,
    end: last.end,
  }
}

/** The kind of a deadline that is one calendar item. */
export function kindOf(item: PlacedItem): DeadlineKindKey {
  switch (item.type) {
    case 'day':
    case 'weekday-of-month':
      return 'date'
    case 'window':
      return 'relative'
    case 'years':
      return 'date-range'
    case 'season':
      return 'month-range'
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

/** An ISO date as a moment. */
export function momentOfDate(date: string | null | undefined): Moment | null {
  if (!date) return null
  return { year: Number(date.slice(0, 4)), month: Number(date.slice(5, 7)), day: Number(date.slice(8, 10)) }
}
