import type { KeyOf, VocabularyEntry } from './vocabulary-table.ts'

/** Kinds of acts that mentoring rests on. */
export const LEGAL_ACT_KINDS = [
  { key: 'federal-law', title: 'Федеральный закон' },
  { key: 'code', title: 'Кодекс' },
  { key: 'decree', title: 'Указ Президента' },
  { key: 'resolution', title: 'Постановление' },
  { key: 'directive', title: 'Распоряжение' },
  { key: 'order', title: 'Приказ' },
  { key: 'letter', title: 'Письмо' },
  { key: 'regional-act', title: 'Региональный акт' },
  { key: 'municipal-act', title: 'Муниципальный акт' },
] as const satisfies readonly VocabularyEntry[]

export type LegalActKindKey = KeyOf<typeof LEGAL_ACT_KINDS>
