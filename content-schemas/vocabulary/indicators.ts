import type { KeyOf, VocabularyEntry } from './vocabulary-table.ts'

/** Indicators that organisations and regions report once a period. */
export const INDICATORS = [
  { key: 'coverage', title: 'Охват педагогов наставничеством, %' },
  { key: 'novices', title: 'Доля молодых специалистов (стаж 0–3 года), имеющих наставника, %' },
  { key: 'pupils', title: 'Доля обучающихся в роли наставляемых и наставников, %' },
  { key: 'pairs', title: 'Число пар и групп' },
  { key: 'completion', title: 'Доля завершённых персонализированных программ от начатых, %' },
  { key: 'trained', title: 'Доля наставников, прошедших обучение, %' },
  { key: 'satisfaction', title: 'Удовлетворённость наставников и наставляемых, %' },
  { key: 'retention', title: 'Закрепление молодых педагогов (через 1 и 3 года), %' },
  { key: 'practices', title: 'Число описанных практик в копилке' },
  { key: 'publications', title: 'Число публикаций на сайте и в соцсетях' },
  { key: 'partners', title: 'Число предприятий-партнёров' },
] as const satisfies readonly VocabularyEntry[]

export type IndicatorKey = KeyOf<typeof INDICATORS>
