import type { Deadline } from '#content/generated/types.ts'
import { ACTIVITY_STATUSES } from '#content/vocabulary/activity-statuses.ts'
import { findTitle } from '#content/vocabulary/vocabulary-table.ts'
import type { ContentReader } from '../../content/content-reader.ts'
import { planCoverage } from '../information-support/coverage-plan.ts'
import { listPeopleInCharge } from '../roadmap/people-in-charge.ts'
import { findRoadmap } from '../roadmap/roadmap-owner.ts'
import { titleOfStage } from '../roadmap/roadmap-rows.ts'
import { writeCsv } from './csv.ts'

/** A roadmap for machines: what is on its page, without computed words. */
export interface RoadmapData {
  readonly title: string
  readonly owner: string
  readonly url: string
  readonly period: { readonly start: string; readonly end: string } | null
  readonly approval: {
    readonly kind: string | null
    readonly number: string | null
    readonly date: string | null
  } | null
  readonly stages: readonly StageData[]
  readonly licence: string
}

export interface StageData {
  readonly title: string
  readonly canonical: readonly string[]
  readonly activities: readonly ActivityData[]
}

export interface ActivityData {
  readonly url: string
  readonly number: string | null
  readonly text: string
  readonly deadlines: readonly Pick<Deadline, 'verbatim' | 'kind' | 'start' | 'end' | 'recurrence'>[]
  readonly responsible: readonly string[]
  readonly documents: readonly string[]
  readonly results: readonly string[]
  readonly status: string
  readonly informationSupport: boolean
  readonly coverage: readonly { readonly channel: string; readonly date: string; readonly url: string }[]
}

/** The data of a roadmap; null when there is none at this address. */
export function viewRoadmapData(
  content: ContentReader,
  ownerType: 'organization' | 'region',
  ownerSlug: string,
  slug: string,
): RoadmapData | null {
  const found = findRoadmap(content, ownerType, ownerSlug, slug)
  if (found === null) return null
  const { roadmap, owner } = found
  const url = `${content.origin}${owner.url}karta/${slug}/`
  const published = new Map(
    planCoverage(roadmap, content).stages.flatMap(({ activities }) =>
      activities.map((activity) => [activity.key, activity.published] as const),
    ),
  )
  return {
    title: roadmap.title,
    owner: owner.title,
    url,
    period: roadmap.period === undefined ? null : { start: roadmap.period.start, end: roadmap.period.end },
    approval:
      roadmap.approval === undefined
        ? null
        : {
            kind: roadmap.approval.kind ?? null,
            number: roadmap.approval.number ?? null,
            date: roadmap.approval.date ?? null,
          },
    stages: roadmap.stages.map((stage, index) => ({
      title: titleOfStage(stage, index, roadmap.stages.length),
      canonical: stage.canonical ?? [],
      activities: (stage.activities ?? []).map((activity) => ({
        url: `${url}#${activity._key}`,
        number: activity.number ?? null,
        text: activity.text,
        deadlines: (activity.deadlines ?? []).map(({ verbatim, kind, start, end, recurrence }) => ({
          verbatim,
          kind,
          ...(start && { start }),
          ...(end && { end }),
          ...(recurrence && { recurrence }),
        })),
        responsible: listPeopleInCharge(activity.responsible, content),
        documents: activity.documents ?? [],
        results: activity.results ?? [],
        status: activity.status ?? 'planned',
        informationSupport: activity.informationSupport ?? false,
        coverage: (published.get(activity._key) ?? []).map((card) => ({
          channel: card.channel,
          date: card.date,
          url: `${content.origin}${card.url}`,
        })),
      })),
    })),
    licence: 'CC BY 4.0',
  }
}

const header = [
  'Этап',
  'Номер',
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

/** The same data as a table, one row for each activity. */
export function writeRoadmapCsv({ stages }: RoadmapData): string {
  return writeCsv(
    header,
    stages.flatMap(({ title, activities }) =>
      activities.map((activity) => [
        title,
        activity.number,
        activity.text,
        join(activity.deadlines.map(({ verbatim }) => verbatim)),
        join(activity.deadlines.map(({ start = '' }) => start)),
        join(activity.deadlines.map(({ end = '' }) => end)),
        join(activity.deadlines.map(({ recurrence = '' }) => recurrence)),
        join(activity.responsible),
        join(activity.documents),
        join(activity.results),
        findTitle(ACTIVITY_STATUSES, activity.status),
        activity.coverage.length,
      ]),
    ),
  )
}

function join(values: readonly string[]): string {
  return values.filter((value) => value !== '').join(' | ')
}
