import type { KeyOf, VocabularyEntry } from './vocabulary-table.ts'

/** Readers of a material. */
export const MATERIAL_AUDIENCES = [
  { key: 'mentor', title: 'Наставник' },
  { key: 'mentee', title: 'Наставляемый' },
  { key: 'curator', title: 'Куратор' },
  { key: 'head', title: 'Руководитель организации' },
  { key: 'parent', title: 'Родитель' },
] as const satisfies readonly VocabularyEntry[]

export type MaterialAudienceKey = KeyOf<typeof MATERIAL_AUDIENCES>
