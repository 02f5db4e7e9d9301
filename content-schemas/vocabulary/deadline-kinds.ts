import type { KeyOf, VocabularyEntry } from './vocabulary-table.ts'

/** Kinds of deadlines that the grammar of deadlines tells apart. */
export const DEADLINE_KINDS = [
  { key: 'date', title: 'В определённый день' },
  { key: 'by-date', title: 'До определённого дня' },
  { key: 'month', title: 'В течение месяца' },
  { key: 'month-range', title: 'С месяца по месяц' },
  { key: 'date-range', title: 'С даты по дату' },
  { key: 'quarter', title: 'В течение квартала' },
  { key: 'half-year', title: 'В течение полугодия' },
  { key: 'year', title: 'В определённом году' },
  { key: 'school-year', title: 'В течение учебного года' },
  { key: 'year-round', title: 'В течение года' },
  { key: 'ongoing', title: 'Постоянно' },
  { key: 'on-request', title: 'По запросу' },
  { key: 'on-need', title: 'По мере необходимости' },
  { key: 'per-plan', title: 'По отдельному плану' },
  { key: 'relative', title: 'Относительно другого события' },
  { key: 'recurring', title: 'Повторяется' },
  { key: 'multi-part', title: 'Несколько сроков' },
  { key: 'absent', title: 'Срок не указан' },
] as const satisfies readonly VocabularyEntry[]

export type DeadlineKindKey = KeyOf<typeof DEADLINE_KINDS>
