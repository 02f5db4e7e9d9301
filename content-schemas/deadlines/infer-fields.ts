import type { DeadlineContext, DeadlineReading, Inference } from './deadline-reading.ts'
import { type DatedTerm, endOf, type PhraseTerm } from './deadline-term.ts'
import type { ParsedDeadline } from './parse-terms.ts'
import { periodSource, type PlacedYears } from './place-years.ts'

/**
 * Fields of a reading that its words do not state: a year placed by the context, a span taken from the period or the
 * order, days that a convention gives («осень», «последняя неделя августа»), a repetition that follows from the
 * length of the period. Each field and source is named once, in the order start, end, recurrence.
 */
export function inferFields(
  reading: DeadlineReading,
  parsed: ParsedDeadline,
  placed: PlacedYears,
  context: DeadlineContext,
): Inference[] {
  const found: Inference[] = []
  for (const [index, term] of parsed.dated.entries()) {
    const own = inferDated(term, placed.terms[index] ?? term, placed, context)
    found.push(...own)
    // «До 10 сентября, далее по заявкам»: the whole begins with the day that the first part ends on.
    if (
      term.from === null &&
      reading.start !== null &&
      reading.start === endOf(placed.terms[index] ?? term)
    ) {
      found.push(
        ...own.filter(({ field }) => field === 'end').map(({ from }) => ({ field: 'start' as const, from })),
      )
    }
  }
  if (parsed.dated.length === 0 || reading.parts.length > 0) {
    for (const term of parsed.phrases) found.push(...inferPhrase(term, context))
  }
  if (parsed.frequencyOnward && context.period) found.push({ field: 'end', from: periodSource(context) })
  const stated = parsed.yearly || parsed.frequency !== null || parsed.monthDay !== null
  if (reading.recurrence !== null && !stated) {
    found.push({ field: 'recurrence', from: spanSource(context) ?? 'convention' })
  }
  const order: Inference['field'][] = ['start', 'end', 'recurrence', 'verbatim']
  const kept = found.filter(({ field }) => reading.parts.length > 0 || reading[field] !== null)
  return order.flatMap((field) => {
    const sources = new Set(kept.filter((one) => one.field === field).map((one) => one.from))
    return [...sources].map((from) => ({ field, from }))
  })
}

function inferDated(
  term: DatedTerm,
  placed: DatedTerm,
  { source }: PlacedYears,
  context: DeadlineContext,
): Inference[] {
  const found: Inference[] = []
  const ownYear = (term.from ?? term.to)?.year != null || (term.to?.year ?? null) !== null
  const from = ownYear ? 'cell' : source
  if (from && term.from && term.from.year === null && placed.from?.year != null)
    found.push({ field: 'start', from })
  if (from && term.to && term.to.year === null && placed.to?.year != null) found.push({ field: 'end', from })
  const open = term.from !== null && term.to === null && !term.fixed
  if (open && context.period?.end) found.push({ field: 'end', from: periodSource(context) })
  if (term.byConvention)
    found.push({ field: 'start', from: 'convention' }, { field: 'end', from: 'convention' })
  else if (term.exclusiveEnd) found.push({ field: 'end', from: 'convention' })
  return found
}

function inferPhrase(term: PhraseTerm, context: DeadlineContext): Inference[] {
  const from = spanSource(context)
  if (from === null) return []
  const spans = term.phrase.type === 'school-part' || term.phrase.span === 'period'
  if (!spans) return []
  const agreed = term.phrase.type === 'school-part' && !['whole', 'until-plan-end'].includes(term.phrase.part)
  const sources: Inference['from'][] = agreed ? ['convention', from] : [from]
  return sources.flatMap((source) => [
    { field: 'start' as const, from: source },
    { field: 'end' as const, from: source },
  ])
}

function spanSource(context: DeadlineContext): Inference['from'] | null {
  if (context.period) return periodSource(context)
  return context.orderDate ? 'order' : null
}
