import type { KeyOf, VocabularyEntry } from './vocabulary-table.ts'

/** The two systems of mentoring that Russian schools plan for. */
export const ROADMAP_MODELS = [
  { key: 'teachers', title: 'Наставничество педагогов' },
  { key: 'target', title: 'Целевая модель (обучающиеся)' },
] as const satisfies readonly VocabularyEntry[]

export type RoadmapModelKey = KeyOf<typeof ROADMAP_MODELS>
