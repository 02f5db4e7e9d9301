import type { KeyOf, VocabularyEntry } from './vocabulary-table.ts'

/** Levels of education a practice is meant for. */
export const PRACTICE_AUDIENCES = [
  { key: 'school', title: 'Школа' },
  { key: 'kindergarten', title: 'Детский сад' },
  { key: 'additional', title: 'Дополнительное образование' },
  { key: 'vocational', title: 'Колледж, техникум' },
] as const satisfies readonly VocabularyEntry[]

export type PracticeAudienceKey = KeyOf<typeof PRACTICE_AUDIENCES>
