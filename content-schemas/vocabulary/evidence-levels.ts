import type { KeyOf, VocabularyEntry } from './vocabulary-table.ts'

/** How well the result of a practice is proven, weakest first. */
export const EVIDENCE_LEVELS = [
  { key: 'described', title: 'Описана автором' },
  { key: 'tested', title: 'Опробована в организации' },
  { key: 'confirmed', title: 'Результат подтверждён измерениями' },
  { key: 'replicated', title: 'Повторена в других организациях' },
] as const satisfies readonly VocabularyEntry[]

export type EvidenceLevelKey = KeyOf<typeof EVIDENCE_LEVELS>
