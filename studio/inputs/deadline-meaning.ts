import type { DeadlineReading } from '#content/deadlines/deadline-reading.ts'
import { sourceOfInference } from '#content/deadlines/describe-inference.ts'
import { formatDateRange } from '#content/text/dates.ts'
import { DEADLINE_KINDS } from '#content/vocabulary/deadline-kinds.ts'
import { findTitle } from '#content/vocabulary/vocabulary-table.ts'

/** What a deadline means, as its fields hold it. */
export interface DeadlineMeaning {
  kind?: string | null | undefined
  start?: string | null | undefined
  end?: string | null | undefined
  recurrence?: string | null | undefined
  relativeTo?: string | null | undefined
  parts?: readonly DeadlineMeaning[] | null | undefined
}

/** The meaning in words: «До определённого дня: до 30 сентября 2024»; of several parts each is told by its dates. */
export function describeDeadline({ kind, start, end, parts }: DeadlineMeaning): string {
  const title = findTitle(DEADLINE_KINDS, kind)
  const dates = (parts ?? []).map(describePart).join('; ') || formatDateRange({ start, end, kind })
  return [title, dates].filter(Boolean).join(': ')
}

function describePart({ kind, start, end }: DeadlineMeaning): string {
  return formatDateRange({ start, end, kind }) || findTitle(DEADLINE_KINDS, kind) || ''
}

/** Whether the fields of a deadline say what was read from its words. */
export function isAsRead(meaning: DeadlineMeaning, reading: DeadlineReading): boolean {
  return fingerprint(meaning) === fingerprint(reading)
}

/** The fields of a deadline that its reading fills; undefined for those that must be empty. */
export function fieldsOfReading(reading: DeadlineReading) {
  return {
    kind: reading.kind,
    start: reading.start ?? undefined,
    end: reading.end ?? undefined,
    recurrence: reading.recurrence ?? undefined,
    relativeTo: reading.relativeTo ?? undefined,
    parts: reading.parts.length === 0 ? undefined : reading.parts.map(partOf),
    inferred: reading.inferred.length === 0 ? undefined : reading.inferred.map(inferenceOf),
  }
}

function inferenceOf(inference: DeadlineReading['inferred'][number], index: number) {
  const from = sourceOfInference(inference)
  return { _key: `inference${index + 1}`, _type: 'inference', field: inference.field, from }
}

function partOf(part: DeadlineReading['parts'][number], index: number) {
  const { verbatim, kind, start, end, recurrence } = part
  return {
    _key: `part${index + 1}`,
    _type: 'deadlinePart',
    verbatim,
    kind,
    ...(start === null ? {} : { start }),
    ...(end === null ? {} : { end }),
    ...(recurrence === null ? {} : { recurrence }),
  }
}

function fingerprint({ kind, start, end, recurrence, relativeTo, parts }: DeadlineMeaning): string {
  const own = [kind, start, end, recurrence, relativeTo].map((part) => part ?? '').join('|')
  return [own, ...(parts ?? []).map(fingerprint)].join('/')
}
