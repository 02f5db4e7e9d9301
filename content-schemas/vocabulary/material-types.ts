import type { KeyOf, VocabularyEntry } from './vocabulary-table.ts'

/** Types of materials of the methodical collection. */
export const MATERIAL_TYPES = [
  { key: 'mentor-memo', title: 'памятка наставника' },
  { key: 'mentee-memo', title: 'памятка наставляемого' },
  { key: 'questionnaire', title: 'анкета' },
  { key: 'diagnostics', title: 'диагностика' },
  { key: 'order-template', title: 'шаблон приказа' },
  { key: 'regulation-template', title: 'шаблон положения' },
  { key: 'programme-template', title: 'шаблон программы' },
  { key: 'consent-template', title: 'шаблон согласия' },
  { key: 'mentor-diary', title: 'дневник наставника' },
  { key: 'workbook', title: 'рабочая тетрадь' },
  { key: 'meeting-script', title: 'сценарий встречи' },
  { key: 'event-script', title: 'сценарий мероприятия' },
  { key: 'pair-plan', title: 'план работы пары' },
  { key: 'checklist', title: 'чек-лист' },
  { key: 'lesson-visit-card', title: 'карта посещения урока' },
  { key: 'presentation', title: 'презентация' },
  { key: 'video', title: 'видео' },
  { key: 'webinar', title: 'вебинар' },
  { key: 'guidelines', title: 'методические рекомендации' },
  { key: 'glossary', title: 'глоссарий' },
  { key: 'case', title: 'кейс' },
  { key: 'practice-collection', title: 'сборник практик' },
  { key: 'feedback-form', title: 'форма обратной связи' },
  { key: 'infographic', title: 'инфографика / буклет' },
] as const satisfies readonly VocabularyEntry[]

export type MaterialTypeKey = KeyOf<typeof MATERIAL_TYPES>
