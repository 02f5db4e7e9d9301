import type { KeyOf, VocabularyEntry } from './vocabulary-table.ts'

/** Kinds of organisations that take part in mentoring. */
export const ORGANIZATION_KINDS = [
  { key: 'school', title: 'Школа, лицей, гимназия' },
  { key: 'kindergarten', title: 'Детский сад' },
  { key: 'additional', title: 'Дополнительное образование' },
  { key: 'vocational', title: 'Колледж, техникум' },
  { key: 'institute', title: 'Институт развития образования' },
  { key: 'authority', title: 'Орган управления образованием' },
] as const satisfies readonly VocabularyEntry[]

export type OrganizationKindKey = KeyOf<typeof ORGANIZATION_KINDS>
