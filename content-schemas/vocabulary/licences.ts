import type { KeyOf, VocabularyEntry } from './vocabulary-table.ts'

/** Terms on which others may use a practice or a material. */
export const LICENCES = [
  { key: 'cc-by', title: 'Можно использовать и менять, указав автора (CC BY)' },
  { key: 'cc-by-nc', title: 'Можно использовать без коммерческой выгоды, указав автора (CC BY-NC)' },
  { key: 'own', title: 'По согласованию с автором' },
] as const satisfies readonly VocabularyEntry[]

export type LicenceKey = KeyOf<typeof LICENCES>
