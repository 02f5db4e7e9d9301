import type { Outline } from '#content/roadmap-import/outline/outline.ts'
import { formatDate, formatDateRange } from '#content/text/dates.ts'
import { formatCount } from '#content/text/plurals.ts'
import { LEVELS } from '#content/vocabulary/levels.ts'
import { findTitle } from '#content/vocabulary/vocabulary-table.ts'

/** What was recognised around the table, as pairs of a name and its words; what the document does not say is told so. */
export function summarizeOutline(outline: Outline): { name: string; words: string }[] {
  const { approval, stages } = outline
  const activities = stages.reduce((sum, stage) => sum + stage.activities.length, 0)
  const order = [
    approval?.kind,
    approval?.number && `№ ${approval.number}`,
    approval?.date && `от ${formatDate(approval.date)}`,
  ].filter(Boolean)
  return [
    { name: 'Название', words: outline.title ?? 'не найдено' },
    { name: 'Чья карта', words: outline.organization ?? 'не найдено' },
    { name: 'Уровень', words: findTitle(LEVELS, outline.level) || 'не найден' },
    { name: 'Срок', words: outline.period === null ? 'не найден' : formatDateRange(outline.period) },
    { name: 'Утверждена', words: order.length === 0 ? 'не найдено' : order.join(' ') },
    {
      name: 'В таблице',
      words: [
        formatCount(stages.length, ['этап', 'этапа', 'этапов']),
        formatCount(activities, ['мероприятие', 'мероприятия', 'мероприятий']),
      ].join(', '),
    },
  ]
}
