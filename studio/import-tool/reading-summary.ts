import type { Outline } from '#content/roadmap-import/outline/outline.ts'
import { formatDate, formatDateRange } from '#content/text/dates.ts'
import { formatCount } from '#content/text/plurals.ts'
import { LEVELS } from '#content/vocabulary/levels.ts'
import { findTitle } from '#content/vocabulary/vocabulary-table.ts'

/** What was read, in short: «Школа · 2024–2025 учебный год · приказ № 88 … · 7 этапов, 17 мероприятий». */
export function summarizeOutline({ level, period, approval, stages }: Outline): string {
  const activities = stages.reduce((sum, stage) => sum + stage.activities.length, 0)
  return [
    findTitle(LEVELS, level),
    period && formatDateRange(period),
    approval && describeApproval(approval),
    [
      formatCount(stages.length, ['этап', 'этапа', 'этапов']),
      formatCount(activities, ['мероприятие', 'мероприятия', 'мероприятий']),
    ].join(', '),
  ]
    .filter(Boolean)
    .join(' · ')
}

/** What an editor has to add, in the words of a list: «название», «организация». */
export function findMissing({ title, organization, level, period }: Outline): string[] {
  return [
    title === null && 'название',
    organization === null && 'организация',
    level === null && 'уровень',
    period === null && 'срок',
  ].filter((part) => part !== false)
}

function describeApproval({ kind, number, date }: NonNullable<Outline['approval']>): string {
  return [kind, number && `№ ${number}`, date && `от ${formatDate(date)}`].filter(Boolean).join(' ')
}
