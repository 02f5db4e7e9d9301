import { type DatedTerm, isImpossible } from './deadline-term.ts'
import type { ParsedDeadline } from './parse-terms.ts'
import { codeOfWeekday } from './weekdays.ts'

/** Yearly repetition of a dated term: the day of a date, else the months from the first to the last. */
export function recurrenceOf(term: DatedTerm): string {
  const months = monthsOf(term)
  if (months.length === 0) return 'FREQ=YEARLY'
  const { from, to } = term
  const oneDay = !from || (from.month === to?.month && from.day === to.day)
  const day = oneDay ? to?.day : null
  const nth = oneDay ? to?.nth : undefined
  if (nth) return `FREQ=YEARLY;BYMONTH=${months.join(',')};BYDAY=${nth.position}${codeOfWeekday(nth.weekday)}`
  const dayRule = day && !term.exclusiveEnd ? `;BYMONTHDAY=${day}` : ''
  return `FREQ=YEARLY;BYMONTH=${months.join(',')}${dayRule}`
}

/**
 * The repetition that a frequency states, with its day of the month; «2 раза в год (декабрь, май)» comes every year
 * in the months it lists, in their order.
 */
export function frequencyRule({ frequency, monthDay, dated }: ParsedDeadline): string {
  const day = monthDay ? `;BYMONTHDAY=${monthDay}` : ''
  const listed = dated.length > 1 && dated.every((term) => term.kind === 'month')
  if (!listed || !/INTERVAL=(?:[3-9]|1\d)|^FREQ=YEARLY/.test(frequency ?? ''))
    return `${frequency ?? ''}${day}`
  const months = new Set(dated.flatMap((term) => term.from?.month ?? []))
  return `FREQ=YEARLY;BYMONTH=${[...months].join(',')}${day}`
}

function monthsOf(term: DatedTerm): number[] {
  if (isImpossible(term.from) || isImpossible(term.to)) return []
  if (term.fixed || !term.to) return term.from && !term.fixed ? [term.from.month] : []
  const first = term.from?.month ?? term.to.month
  const months: number[] = []
  for (let month = first; months.length < 12; month = (month % 12) + 1) {
    months.push(month)
    if (month === term.to.month) break
  }
  return months
}
