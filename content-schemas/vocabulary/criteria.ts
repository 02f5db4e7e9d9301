import type { KeyOf, VocabularyEntry } from './vocabulary-table.ts'

/** Criteria of a practice review, each scored from 0 to 10. @see https://docs.cntd.ru/document/406650116 */
export const CRITERIA = [
  { key: 'effectiveness', title: 'Результативность: насколько достигнут запланированный результат' },
  { key: 'efficiency', title: 'Эффективность: соотношение ресурсов и результатов' },
  { key: 'uniqueness', title: 'Уникальность' },
  { key: 'replicability', title: 'Возможность тиражирования' },
  { key: 'scalability', title: 'Возможность масштабирования' },
] as const satisfies readonly VocabularyEntry[]

export type CriterionKey = KeyOf<typeof CRITERIA>
