import { formatCount } from '#content/text/plurals.ts'
import type { Outline } from '#content/roadmap-import/outline/outline.ts'

/** What was read of a roadmap, in a few Russian lines for the terminal. */
export function describeReading(file: string, outline: Outline): string[] {
  const activities = outline.stages.flatMap((stage) => stage.activities)
  const support = activities.filter((activity) => activity.informationSupport).length
  const years = outline.period ? `${outline.period.start} — ${outline.period.end}` : 'срок не указан'
  return [
    `${file}: ${outline.title ?? 'без названия'}`,
    `  ${outline.organization ?? 'организация не указана'}; ${years}`,
    `  ${[
      formatCount(outline.stages.length, ['этап', 'этапа', 'этапов']),
      formatCount(activities.length, ['мероприятие', 'мероприятия', 'мероприятий']),
      `информационная поддержка: ${support}`,
    ].join(', ')}`,
    ...outline.warnings.map((warning) => `  ! ${warning.message}`),
  ]
}
