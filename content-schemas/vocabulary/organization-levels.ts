import type { KeyOf, VocabularyEntry } from './vocabulary-table.ts'

/** How far the work of an organisation reaches. */
export const ORGANIZATION_LEVELS = [
  { key: 'organization', title: 'Образовательная организация' },
  { key: 'municipal', title: 'Муниципальный уровень' },
  { key: 'regional', title: 'Региональный уровень' },
] as const satisfies readonly VocabularyEntry[]

export type OrganizationLevelKey = KeyOf<typeof ORGANIZATION_LEVELS>
