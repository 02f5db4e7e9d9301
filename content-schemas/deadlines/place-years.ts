import { monthOf, yearOf } from './calendar.ts'
import type { DeadlineContext, Inference } from './deadline-reading.ts'
import type { DatedTerm, Moment } from './deadline-term.ts'

/** Where the years that were missing came from; null when every year was written. */
export type YearSource = Extract<
  Inference['from'],
  'cell' | 'section' | 'period' | 'order' | 'derived'
> | null

export interface PlacedYears {
  terms: DatedTerm[]
  source: YearSource
  /** True when the period holds the month more than once, or does not hold it at all. */
  uncertain: boolean
}

/**
 * Fills the years that the words leave out: from the other dates of the cell, then from the period, then from the
 * date of the order. Terms that follow each other in a cell follow each other in time. What cannot be placed keeps
 * a null year.
 */
export function placeYears(terms: readonly DatedTerm[], context: DeadlineContext): PlacedYears {
  const placed = terms.map(completeRange)
  let source: YearSource = null
  let uncertain = false
  if (placed.some(hasYear)) {
    source = fillFromNeighbours(placed) ? 'cell' : null
    return { terms: placed, source, uncertain }
  }
  for (const [index, term] of placed.entries()) {
    const month = openMonth(term)
    if (month === null) continue
    const previous = placed.slice(0, index).findLast(hasYear)
    const found = (previous && yearAfter(previous, month, context)) ?? placeMonth(month, context)
    const quarter = term.kind === 'quarter' || term.kind === 'half-year'
    if (!found || (quarter && found.uncertain)) continue
    source = found.source
    uncertain ||= found.uncertain
    placed[index] = withYear(term, found.year)
  }
  return { terms: placed, source, uncertain }
}

/** The year in which a month falls inside the period, or after the order; null when nothing is known. */
export function placeMonth(
  month: number,
  context: DeadlineContext,
): { year: number; source: YearSource; uncertain: boolean } | null {
  if (context.period) {
    const { start, end } = context.period
    const source = periodSource(context)
    const first = yearOf(start)
    if (isSchoolYear(start, end) && month >= 8) return { year: first, source, uncertain: false }
    const year = month >= monthOf(start) ? first : first + 1
    const beyond = end !== null && `${year}-${String(month).padStart(2, '0')}` > end.slice(0, 7)
    if (beyond && !isSchoolYear(start, end) && yearOf(start) === yearOf(end)) {
      return { year: first, source, uncertain: true }
    }
    const again = end === null || `${year + 1}-${String(month).padStart(2, '0')}` <= end.slice(0, 7)
    return { year, source, uncertain: again || (beyond && !isSchoolYear(start, end)) }
  }
  if (context.orderDate) {
    const first = yearOf(context.orderDate)
    const year = month >= monthOf(context.orderDate) ? first : first + 1
    return { year, source: 'order', uncertain: true }
  }
  return null
}

/** What the period of a context is the period of. */
export function periodSource(context: DeadlineContext): 'cell' | 'derived' | 'section' | 'period' {
  if (context.periodOfCell) return 'cell'
  if (context.periodDerived) return 'derived'
  return context.periodOfSection ? 'section' : 'period'
}

/** Whether a period is one school year: begins in August or September and ends by August of the next year. */
export function isSchoolYear(start: string, end: string | null): boolean {
  if (end === null || yearOf(end) !== yearOf(start) + 1) return false
  return (monthOf(start) === 8 || monthOf(start) === 9) && monthOf(end) >= 4 && monthOf(end) <= 8
}

function completeRange(term: DatedTerm): DatedTerm {
  const { from, to } = term
  if (!from || !to || term.fixed) return term
  if (from.year === null && to.year !== null) {
    return { ...term, from: { ...from, year: comesAfter(from, to) ? to.year - 1 : to.year } }
  }
  if (from.year !== null && to.year === null) {
    return { ...term, to: { ...to, year: comesAfter(from, to) ? from.year + 1 : from.year } }
  }
  return term
}

function comesAfter(first: Moment, second: Moment): boolean {
  if (first.month !== second.month) return first.month > second.month
  return first.day !== null && second.day !== null && first.day > second.day
}

function hasYear(term: DatedTerm): boolean {
  return term.fixed !== null || (term.from ?? term.to)?.year != null
}

function openMonth(term: DatedTerm): number | null {
  const moment = term.from ?? term.to
  return term.fixed || !moment || moment.year !== null ? null : moment.month
}

function withYear(term: DatedTerm, year: number): DatedTerm {
  if (!term.from) return { ...term, to: term.to && { ...term.to, year } }
  return completeRange({ ...term, from: { ...term.from, year }, to: term.to && { ...term.to, year: null } })
}

function yearAfter(
  previous: DatedTerm,
  month: number,
  context: DeadlineContext,
): { year: number; source: YearSource; uncertain: boolean } | null {
  const before = previous.from ?? previous.to
  if (!before || before.year === null) return null
  const year = month < before.month ? before.year + 1 : before.year
  const end = context.period?.end
  if (end && `${year}-${String(month).padStart(2, '0')}` > end.slice(0, 7)) return null
  const source = context.period ? periodSource(context) : 'order'
  return { year, source, uncertain: year !== before.year && !context.period?.end }
}

/** Terms without a year take it from the next term with one, or else from the previous; true when any did. */
function fillFromNeighbours(terms: DatedTerm[]): boolean {
  let filled = false
  for (let index = terms.length - 1; index >= 0; index -= 1) {
    const term = terms[index]
    const month = term ? openMonth(term) : null
    const next = terms[index + 1]
    const after = next && !next.fixed ? (next.from ?? next.to) : null
    if (!term || month === null || !after || after.year === null) continue
    if (terms.slice(0, index).some(hasYear)) continue
    terms[index] = withYear(term, month > after.month ? after.year - 1 : after.year)
    filled = true
  }
  for (const [index, term] of terms.entries()) {
    const month = openMonth(term)
    const previous = terms[index - 1]
    const before = previous?.fixed ? null : (previous?.from ?? previous?.to)
    if (month === null || !before || before.year === null) continue
    terms[index] = withYear(term, month < before.month ? before.year + 1 : before.year)
    filled = true
  }
  return filled
}
