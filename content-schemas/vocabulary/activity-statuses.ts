import type { KeyOf, VocabularyEntry } from './vocabulary-table.ts'

/** What became of a planned activity. */
export const ACTIVITY_STATUSES = [
  { key: 'planned', title: 'Запланировано' },
  { key: 'done', title: 'Выполнено' },
  { key: 'cancelled', title: 'Отменено' },
] as const satisfies readonly VocabularyEntry[]

export type ActivityStatusKey = KeyOf<typeof ACTIVITY_STATUSES>
