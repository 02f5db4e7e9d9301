import { ACTIVITY_STATUSES } from '#content/vocabulary/activity-statuses.ts'
import { findTitle } from '#content/vocabulary/vocabulary-table.ts'
import { writeCsv } from './csv.ts'
import type { RoadmapData } from './roadmap-data-format.ts'

const header = [
  'Этап',
  'Пункт',
  'Мероприятие',
  'Срок словами документа',
  'Начало',
  'Конец',
  'Повторение',
  'Ответственные',
  'Документы',
  'Результаты',
  'Состояние',
  'Публикаций',
]

/** The data of a roadmap as a table for people, one row for each activity, then the other columns of the document. */
export function writeRoadmapCsv({ stages }: RoadmapData): string {
  const activities = stages.flatMap((stage) => stage.activities)
  const headings = [...new Set(activities.flatMap(({ extra }) => extra.map(({ heading }) => heading)))]
  return writeCsv(
    [...header, ...headings],
    stages.flatMap(({ title, activities: rows }) =>
      rows.map((activity) => [
        title,
        activity.number === null ? '' : `п. ${activity.number}`,
        activity.text,
        join(activity.deadlines.map(({ verbatim }) => quote(verbatim))),
        join(activity.deadlines.map(({ start = '' }) => start)),
        join(activity.deadlines.map(({ end = '' }) => end)),
        join(activity.deadlines.map(({ recurrence = '' }) => recurrence)),
        join(activity.responsible),
        join(activity.documents),
        join(activity.results),
        findTitle(ACTIVITY_STATUSES, activity.status),
        activity.coverage.length,
        ...headings.map((heading) =>
          join(activity.extra.filter((cell) => cell.heading === heading).map(({ text }) => text)),
        ),
      ]),
    ),
  )
}

/** In quotes the words stay words: a spreadsheet makes its own date of «сентябрь 2024», as of «1.1» without «п.». */
function quote(verbatim: string): string {
  return `«${verbatim}»`
}

function join(values: readonly string[]): string {
  return values.filter((value) => value !== '').join(' | ')
}
