import type { Deadline, DeadlinePart } from '#content/generated/types.ts'
import { formatDateRange } from '#content/text/dates.ts'
import { bindWords } from '#content/text/typography.ts'

/** A deadline for readers: what it means and the words of the document. */
export interface DeadlineWords {
  /** What the deadline means: «до 30 сентября 2024». */
  readonly meaning: string
  /** The words of the document; null when they are the same as the meaning. */
  readonly verbatim: string | null
  /** Last day, for machines; null when there is none. */
  readonly end: string | null
}

type Kind = DeadlinePart['kind']

/** In the nominative: «май». */
const MONTH = new Intl.DateTimeFormat('ru', { month: 'long', timeZone: 'UTC' })

const wordsOfKind: Partial<Record<Kind, string>> = {
  ongoing: 'постоянно',
  'on-request': 'по запросу',
  'on-need': 'по мере необходимости',
  'per-plan': 'по отдельному плану',
  absent: 'срок не указан',
}

const wordsOfRule: readonly (readonly [RegExp, string])[] = [
  [/FREQ=YEARLY/, 'каждый год'],
  [/FREQ=MONTHLY;INTERVAL=3/, 'каждый квартал'],
  [/FREQ=MONTHLY/, 'каждый месяц'],
  [/FREQ=WEEKLY/, 'каждую неделю'],
  [/FREQ=DAILY/, 'каждый день'],
]

/** What a deadline means in words, beside the words of the document. */
export function describeDeadline(deadline: Deadline): DeadlineWords {
  const parts = deadline.parts?.length ? deadline.parts : [deadline]
  const meaning = [...new Set(parts.map(meaningOf))].join('; ')
  return {
    meaning,
    verbatim: sameWords(meaning, deadline.verbatim) ? null : bindWords(deadline.verbatim),
    end: deadline.end ?? null,
  }
}

function meaningOf(part: Deadline | DeadlinePart): string {
  const months = part.kind === 'recurring' ? monthsOfRule(part.recurrence) : null
  if (months !== null) return `каждый\u00A0год, ${months}`
  const words = [datesOf(part), repetitionOf(part)].filter((word) => word !== null)
  if (words.length > 0) return words.join(', ')
  return wordsOfKind[part.kind] ?? bindWords(part.verbatim)
}

/** «сентябрь — май» for a yearly rule that names its months and no day; null for any other. */
function monthsOfRule(rule = ''): string | null {
  const listed = /^FREQ=YEARLY;BYMONTH=([\d,]+)(?:;UNTIL=[\d-]+)?$/.exec(rule)?.[1]
  if (listed === undefined) return null
  const months = listed.split(',').map(Number)
  const inRow = months.every((month, index) => index === 0 || month === ((months[index - 1] ?? 0) % 12) + 1)
  const ends = inRow && months.length > 2 ? [months[0], months.at(-1)] : months
  return ends.map(nameOfMonth).join(ends === months ? ', ' : '\u00A0— ')
}

function nameOfMonth(month = 1): string {
  return MONTH.format(new Date(Date.UTC(2000, month - 1, 1)))
}

function datesOf({ kind, start, end }: Deadline | DeadlinePart): string | null {
  if (kind === 'year-round') return 'весь\u00A0год'
  const words = formatDateRange({ start, end })
  if (wordsOfKind[kind] !== undefined && end === undefined) return wordsOfKind[kind]
  return words === '' ? null : words
}

function repetitionOf({ kind, start, end, recurrence = '' }: Deadline | DeadlinePart): string | null {
  const yearly = recurrence.startsWith('FREQ=YEARLY')
  if (yearly && (kind === 'year-round' || lastsLong(start, end))) return null
  return wordsOfRule.find(([rule]) => rule.test(recurrence))?.[1] ?? null
}

function lastsLong(start: string | undefined, end: string | undefined): boolean {
  return start !== undefined && end !== undefined && Number(end.slice(0, 4)) - Number(start.slice(0, 4)) > 1
}

/** Whether two wordings differ only in case, dashes and spaces. */
function sameWords(a: string, b: string): boolean {
  return normalise(a) === normalise(b)
}

function normalise(words: string): string {
  return words
    .toLowerCase()
    .replaceAll(/\s*[-–—]\s*/gu, '—')
    .replaceAll(/\s+/gu, ' ')
    .trim()
    .replace(/ г(ода?|г?\.?)$/u, '')
}
