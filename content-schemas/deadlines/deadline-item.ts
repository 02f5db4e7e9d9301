import type { DeadlineKindKey } from '../vocabulary/deadline-kinds.ts'

/** A stretch of the school year, or an end of the year or of the whole plan, that words name without dates. */
export type SchoolYearPart =
  | 'whole'
  | 'start'
  | 'before'
  | 'until-start'
  | 'until-end'
  | 'end'
  | 'after'
  | 'until-year-end'
  | 'until-calendar-year-end'
  | 'until-plan-end'

/** The smallest thing that a deadline is built of; years that the words leave out are null. */
export type DeadlineItem =
  | { type: 'day'; day: number; month: number; year: number | null }
  | { type: 'month'; month: number; year: number | null }
  | { type: 'year'; year: number }
  | { type: 'years'; first: number; last: number }
  | { type: 'school-year'; first: number; last: number }
  | { type: 'quarter'; first: number; last: number; year: number | null; school: boolean }
  | { type: 'half-year'; half: number; last: number; year: number | null; school: boolean }
  | { type: 'season'; first: number; last: number; year: number | null; lastYear: number | null }
  | { type: 'window'; month: number; firstDay: number; lastDay: number | null; year: number | null }
  | { type: 'weekday-of-month'; position: number; weekday: number; month: number; year: number | null }
  | { type: 'number'; value: number }
  | { type: 'school-part'; part: SchoolYearPart }
  | {
      type: 'phrase'
      kind: DeadlineKindKey
      /** The whole period, only its beginning, or no dates at all. */
      span: 'period' | 'none'
      relativeTo: string | null
    }
  | { type: 'yearly' }
  /** «Далее»: what follows begins when what stands before has ended. */
  | { type: 'onward' }
  | { type: 'frequency'; rule: string }
  /** Weekdays without «каждый» or «по»: beside a date they repeat nothing. */
  | { type: 'weekdays'; rule: string }
  | { type: 'month-day'; day: number }
  | { type: 'operator'; operator: 'dash' | 'from' | 'to' | 'by' | 'until' | 'start-of' | 'end-of' }
  | { type: 'separator' }

/** An item with its place in the text. */
export type PlacedItem = DeadlineItem & { at: number; end: number }
