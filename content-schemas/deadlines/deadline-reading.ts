import type { DeadlineKindKey } from '../vocabulary/deadline-kinds.ts'

/** What a piece of a deadline means. Dates are inclusive ISO dates; null is open, unknown or not stated. */
export interface DeadlinePart {
  /** The words, as they stand in the document. */
  verbatim: string
  kind: DeadlineKindKey
  start: string | null
  end: string | null
  /** An RRULE without the `RRULE:` prefix, or null when the deadline comes once. */
  recurrence: string | null
}

/** A field that the words themselves do not state, and what it was taken from. */
export interface Inference {
  field: 'start' | 'end' | 'recurrence' | 'verbatim'
  from: 'cell' | 'section' | 'period' | 'order' | 'derived' | 'preamble' | 'convention' | 'dictionary'
}

export type DeadlineWarningCode =
  | 'ambiguous-end'
  | 'ambiguous-year'
  | 'duplicate-part'
  | 'impossible-date'
  | 'mended-word'
  | 'quarter-without-year'
  | 'unread-deadline'
  | 'year-inferred'
  | 'year-missing'

/** Something a person should look at, with a Russian sentence. */
export interface DeadlineWarning {
  code: DeadlineWarningCode
  message: string
}

/** The whole meaning of a deadline cell. */
export interface DeadlineReading extends DeadlinePart {
  /** Several deadlines of one cell in their order; empty unless the kind is `multi-part`. */
  parts: DeadlinePart[]
  /** The event or length that a relative deadline is counted from or by, in the words of the document. */
  relativeTo: string | null
  inferred: Inference[]
  warnings: DeadlineWarning[]
}

/** What is known around a deadline cell; nearer sources win over farther ones. */
export interface DeadlineContext {
  /** The period of the section or the roadmap; `end` is null while it is open. */
  period?: { start: string; end: string | null } | null
  /** True when the period was not stated but derived from the other deadlines of the document. */
  periodDerived?: boolean
  /** True when the period is that of the section the row stands in, not the whole roadmap's. */
  periodOfSection?: boolean
  /** True when the cell itself names the years of its dates: «май 2024-2025 учебного года». */
  periodOfCell?: boolean
  /** Date of the order that approves the roadmap. */
  orderDate?: string | null
  /** A rule of the preamble: every row is repeated yearly up to this date (null: with no end). */
  yearly?: { until: string | null } | null
}
