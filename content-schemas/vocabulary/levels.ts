import type { KeyOf, VocabularyEntry } from './vocabulary-table.ts'

/** Level of a roadmap: the kind of organisation, or the authority that made it. */
export const LEVELS = [
  { key: 'school', title: 'Школа' },
  { key: 'kindergarten', title: 'Детский сад' },
  { key: 'additional', title: 'Дополнительное образование' },
  { key: 'vocational', title: 'Профессиональное образование' },
  { key: 'municipal', title: 'Муниципальный уровень' },
  { key: 'regional', title: 'Региональный уровень' },
] as const satisfies readonly VocabularyEntry[]

export type LevelKey = KeyOf<typeof LEVELS>
