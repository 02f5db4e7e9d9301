import type { KeyOf, VocabularyEntry } from './vocabulary-table.ts'

/** What a column of a roadmap table holds. */
export const COLUMN_ROLES = [
  { key: 'number', title: 'Номер' },
  { key: 'stage', title: 'Этап' },
  { key: 'activity', title: 'Мероприятие' },
  { key: 'deadline', title: 'Срок' },
  { key: 'responsible', title: 'Ответственный' },
  { key: 'documents', title: 'Документы' },
  { key: 'result', title: 'Результат' },
  { key: 'other', title: 'Другое' },
] as const satisfies readonly VocabularyEntry[]

export type ColumnRoleKey = KeyOf<typeof COLUMN_ROLES>
