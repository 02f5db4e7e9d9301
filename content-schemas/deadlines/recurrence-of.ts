import type { DatedTerm } from './deadline-term.ts'

/** Yearly repetition of a dated term: the day of a date, else the months from the first to the last. */
export function recurrenceOf(term: DatedTerm): string {
  const months = monthsOf(term)
  if (months.length === 0) return 'FREQ=YEARLY'
  const day = term.from === term.to || !term.from ? term.to?.day : null
  const dayRule = day && !term.exclusiveEnd ? `;BYMONTHDAY=${day}` : ''
  return `FREQ=YEARLY;BYMONTH=${months.join(',')}${dayRule}`
}

function monthsOf(term: DatedTerm): number[] {
  if (term.fixed || !term.to) return term.from && !term.fixed ? [term.from.month] : []
  const first = term.from?.month ?? term.to.month
  const months: number[] = []
  for (let month = first; months.length < 12; month = (month % 12) + 1) {
    months.push(month)
    if (month === term.to.month) break
  }
  return months
}
