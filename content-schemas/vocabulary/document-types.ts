import type { KeyOf, VocabularyEntry } from './vocabulary-table.ts'

/** Documents that a system of mentoring produces. */
export const DOCUMENT_TYPES = [
  { key: 'introduction-order', title: 'распорядительный акт / приказ о внедрении' },
  { key: 'regulation-order', title: 'приказ об утверждении положения' },
  { key: 'regulation', title: 'положение о системе наставничества' },
  { key: 'roadmap', title: 'дорожная карта' },
  { key: 'curator-order', title: 'приказ о назначении куратора' },
  { key: 'pairs-order', title: 'приказ о закреплении пар/групп' },
  { key: 'mentor-register-order', title: 'приказ об утверждении реестра наставников' },
  { key: 'programmes-order', title: 'приказ об утверждении персонализированных программ' },
  { key: 'monitoring-order', title: 'приказ о мониторинге' },
  { key: 'reward-order', title: 'приказ о поощрении' },
  { key: 'personal-programme', title: 'персонализированная программа наставничества' },
  { key: 'individual-plan', title: 'индивидуальный план развития' },
  { key: 'mentor-consent', title: 'письменное согласие наставника' },
  { key: 'processing-consent', title: 'согласие на обработку ПДн' },
  { key: 'distribution-consent', title: 'согласие на распространение ПДн' },
  { key: 'guardian-consent', title: 'согласие законного представителя' },
  { key: 'contract-addendum', title: 'дополнительное соглашение к трудовому договору' },
  { key: 'partnership-agreement', title: 'партнёрское соглашение' },
  { key: 'mentee-register', title: 'перечень / база наставляемых (внутренняя)' },
  { key: 'mentor-register', title: 'база / реестр наставников' },
  { key: 'mentor-portfolio', title: 'портфолио наставника' },
  { key: 'questionnaire', title: 'анкета' },
  { key: 'minutes', title: 'протокол' },
  { key: 'summary-note', title: 'справка по итогам' },
  { key: 'analytical-note', title: 'аналитическая справка' },
  { key: 'criminal-record-note', title: 'справка об отсутствии судимости (не публикуется)' },
] as const satisfies readonly VocabularyEntry[]

export type DocumentTypeKey = KeyOf<typeof DOCUMENT_TYPES>
