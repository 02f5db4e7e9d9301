import { nextDay, outerSpan, type Span } from './calendar.ts'
import type { PlacedItem } from './deadline-item.ts'
import type { DeadlineContext, DeadlinePart, DeadlineReading } from './deadline-reading.ts'
import { type DatedTerm, endOf, firstDay, lastDay, type PhraseTerm } from './deadline-term.ts'
import { frameYears } from './frame-years.ts'
import { inferFields } from './infer-fields.ts'
import { lexDeadline } from './lex-deadline.ts'
import { normalizeDeadline } from './normalize-deadline.ts'
import { type ParsedDeadline, parseTerms } from './parse-terms.ts'
import { readPhrase } from './read-phrase.ts'
import { isSchoolYear, placeYears, type PlacedYears } from './place-years.ts'
import { frequencyRule, recurrenceOf } from './recurrence-of.ts'
import { warnAboutDeadline } from './warn-about-deadline.ts'

const ABSENT = /^(?:[\s\-–—−_.*/xхнет()]*|[\s(]*н\s*[./]\s*[дпу][\s).]*)$/i
/** A cell that merely names the plan to look into: «План работы школы». */
const PLAN = /^[^\p{L}]*(?:план|график|расписание|циклограмма)(?!\p{L})/iu

/**
 * Reads a deadline as it stands in a roadmap's cell. The words are kept; what they do not state (a year, an end)
 * is taken from the context and listed in `inferred`; what cannot be known stays null. Never throws; takes time
 * linear in the length of the words, of which the first 2,000 letters are read.
 */
export function readDeadline(verbatim: string, around: DeadlineContext = {}): DeadlineReading {
  const { text, folded, mends } = normalizeDeadline(verbatim.slice(0, 2000))
  if (ABSENT.test(folded)) return emptyReading(verbatim)
  const { items, unread } = lexDeadline(folded)
  const frame = frameYears(items)
  const context = frame ? { ...around, period: frame.period, periodOfCell: true } : around
  const parsed = parseTerms(inSchoolYear(frame?.items ?? items, context))
  const placed = placeYears(parsed.dated, context)
  const reading = assemble(verbatim, text, parsed, placed, context)
  reading.inferred.push(...inferFields(reading, parsed, placed, context))
  applyPreamble(reading, context)
  warnAboutDeadline(reading, { parsed, placed, unread, mends, context })
  return reading
}

/** How much of a text reads as a deadline: 0 for none, 1 when every word does. */
export function deadlineLikeness(text: string): number {
  if (text.length > 300) return 0
  const { folded } = normalizeDeadline(text)
  if (!/[а-я\d]/.test(folded)) return 0
  const { items, unread } = lexDeadline(folded)
  const meaningful = items.filter(
    (item) =>
      !['operator', 'separator', 'number'].includes(item.type) &&
      !(item.type === 'phrase' && item.kind === 'absent'),
  ).length
  return meaningful === 0 ? 0 : meaningful / (meaningful + unread.length)
}

/** In the plan of one school year a half-year without a year is the school's: September to December. */
function inSchoolYear(items: PlacedItem[], context: DeadlineContext): PlacedItem[] {
  if (!context.period || !isSchoolYear(context.period.start, context.period.end)) return items
  return items.map((item) =>
    item.type === 'half-year' && item.year === null ? { ...item, school: true } : item,
  )
}

function assemble(
  verbatim: string,
  text: string,
  parsed: ParsedDeadline,
  placed: PlacedYears,
  context: DeadlineContext,
): DeadlineReading {
  const dated = placed.terms.map((term) => readDated(term, text, parsed, context))
  const phrases = parsed.phrases.map((term) =>
    afterTheDated(readPhrase(term, text, parsed, context), term, dated, parsed),
  )
  const reading = emptyReading(verbatim)
  if (parsed.frequency) return { ...reading, ...readFrequency(verbatim, parsed, dated, phrases, context) }
  const besides = (term: PhraseTerm) => isLasting(term) || isOnward(term, parsed)
  const beside = parsed.phrases.filter((term) => besides(term) && !explainedBy(placed.terms, term, text))
  const lasting = parsed.phrases.flatMap((term, index) =>
    beside.includes(term) ? (phrases[index] ?? []) : [],
  )
  const span = dated.length === 1 ? dated[0] : undefined
  if (span && beside.every((term) => lastsIn(span, term, parsed)) && lasting[0]) {
    return { ...reading, ...span, verbatim, kind: lasting[0].kind }
  }
  const parts = dated.length > 0 ? [...dated, ...lasting] : []
  const ordered = orderParts(parts, placed.terms, beside)
  if (ordered.length > 1) {
    return { ...reading, ...outerSpan(ordered), kind: 'multi-part', parts: ordered }
  }
  const stretches = dated.length === 0 ? phrases.filter((_, index) => isStretch(parsed.phrases[index])) : []
  if (stretches.length > 1) {
    return { ...reading, ...outerSpan(stretches), kind: 'multi-part', parts: stretches }
  }
  const only = dated[0] ?? phrases[0]
  if (only) {
    const phrase = dated[0] ? null : parsed.phrases[0]
    const relativeTo = phrase?.phrase.type === 'phrase' ? phrase.phrase.relativeTo : null
    return { ...reading, ...only, verbatim, relativeTo: wordsOf(relativeTo, phrase, text) }
  }
  if (parsed.yearly) return { ...reading, kind: 'recurring', recurrence: 'FREQ=YEARLY' }
  if (parsed.monthDay) {
    return { ...reading, kind: 'recurring', recurrence: `FREQ=MONTHLY;BYMONTHDAY=${parsed.monthDay}` }
  }
  if (PLAN.test(text)) return { ...reading, kind: 'per-plan' }
  return { ...reading, kind: 'relative', relativeTo: verbatim.trim() }
}

/** «Сентябрь 2024, далее постоянно»: what lasts begins the day after what stands before has ended. */
function afterTheDated(
  part: DeadlinePart,
  term: PhraseTerm,
  dated: readonly DeadlinePart[],
  parsed: ParsedDeadline,
): DeadlinePart {
  const ended = isOnward(term, parsed) ? outerSpan(dated).end : null
  if (ended === null || part.start === null || (part.end !== null && ended >= part.end)) return part
  return { ...part, start: nextDay(ended) }
}

function readDated(
  term: DatedTerm,
  text: string,
  parsed: ParsedDeadline,
  context: DeadlineContext,
): DeadlinePart {
  const span = spanOf(term, context)
  return {
    verbatim: text.slice(term.at, term.end).trim(),
    kind: parsed.yearly ? 'recurring' : term.kind,
    ...span,
    recurrence: parsed.yearly ? recurrenceOf(term) + lastYearOf(context) : null,
  }
}

/** «Сентябрь (ежегодно, 2024-2026 гг.)» is repeated up to the last of the years. */
function lastYearOf({ period, periodOfCell }: DeadlineContext): string {
  return periodOfCell && period?.end ? `;UNTIL=${period.end}` : ''
}

function spanOf(term: DatedTerm, context: DeadlineContext): Span {
  if (term.fixed) return term.fixed
  if (!term.from) return { start: null, end: endOf(term) }
  const end = term.to ? lastDay(term.to) : (context.period?.end ?? null)
  return { start: firstDay(term.from), end }
}

function readFrequency(
  verbatim: string,
  parsed: ParsedDeadline,
  dated: DeadlinePart[],
  phrases: DeadlinePart[],
  { period }: DeadlineContext,
): DeadlinePart {
  const span = outerSpan(dated.length > 0 ? dated : phrases)
  if (parsed.frequencyOnward) span.end = lastsUntil(span, period)
  return { verbatim, kind: 'recurring', ...span, recurrence: frequencyRule(parsed) }
}

/** What goes on from a span goes on to the end of the period, where that comes later; else nobody knows until when. */
function lastsUntil({ start, end }: Span, period: DeadlineContext['period']): string | null {
  const begun = end ?? start
  return period?.end && (begun === null || begun <= period.end) ? period.end : null
}

/** «Август, далее – по мере необходимости»: what stands behind «далее» is a deadline of its own. */
function isOnward(term: PhraseTerm, { onwardAt }: ParsedDeadline): boolean {
  return onwardAt !== null && term.at > onwardAt
}

/** Phrases that last («постоянно», «в течение года») stand beside dates as deadlines of their own. */
function isLasting(term: PhraseTerm): boolean {
  if (term.phrase.type === 'school-part') return true
  return term.phrase.kind === 'ongoing' || term.phrase.kind === 'year-round'
}

/** «Постоянно с 1 сентября», «постоянно в течение 2024-2025 учебного года»: lasts as long as the dates say. */
function lastsIn(span: DeadlinePart, term: PhraseTerm, parsed: ParsedDeadline): boolean {
  if (term.phrase.type !== 'phrase' || term.phrase.kind !== 'ongoing') return false
  const open = span.kind === 'date-range' && parsed.dated[0]?.to === null
  if (isOnward(term, parsed)) return open
  return open || ['month-range', 'date-range', 'half-year', 'year', 'school-year'].includes(span.kind)
}

/** «В течение года (сентябрь – май)», «в течение года: октябрь, март»: the dates say which time of the year is meant. */
function explainedBy(dated: readonly DatedTerm[], { at, end, phrase }: PhraseTerm, text: string): boolean {
  if (phrase.type === 'phrase' ? phrase.kind !== 'year-round' : phrase.part !== 'whole') return false
  const next = dated.find((term) => term.at >= end)
  if (next) return /^\s*[(:]/.test(text.slice(end, next.at)) && dated.every((term) => term.at >= end)
  return /\(\s*$/.test(text.slice(0, at))
}

/** «В начале и в конце учебного года» are two deadlines. */
function isStretch(term: PhraseTerm | undefined): boolean {
  return term?.phrase.type === 'school-part' && term.phrase.part !== 'whole'
}

function orderParts(parts: DeadlinePart[], dated: DatedTerm[], phrases: PhraseTerm[]): DeadlinePart[] {
  const places = [...dated, ...phrases].map((term) => term.at)
  return parts
    .map((part, index) => ({ part, at: places[index] ?? 0 }))
    .toSorted((first, second) => first.at - second.at)
    .map(({ part }) => part)
}

/** A preamble such as «реализуются ежегодно в течение 2022–2025 гг.» makes every dated row yearly. */
function applyPreamble(reading: DeadlineReading, context: DeadlineContext): void {
  if (!context.yearly) return
  const until = context.yearly.until ? `;UNTIL=${context.yearly.until}` : ''
  const dated = ['date', 'by-date', 'month', 'month-range', 'date-range', 'quarter', 'half-year']
  for (const part of [reading, ...reading.parts]) {
    if (part.recurrence !== null || !dated.includes(part.kind)) continue
    part.recurrence = `FREQ=YEARLY${until}`
    if (part === reading) reading.inferred.push({ field: 'recurrence', from: 'preamble' })
  }
}

function wordsOf(
  relativeTo: string | null,
  term: PhraseTerm | null | undefined,
  text: string,
): string | null {
  return relativeTo === null || !term ? relativeTo : text.slice(term.at, term.end).trim()
}

function emptyReading(verbatim: string): DeadlineReading {
  return {
    verbatim,
    kind: 'absent',
    start: null,
    end: null,
    recurrence: null,
    parts: [],
    relativeTo: null,
    inferred: [],
    warnings: [],
  }
}
