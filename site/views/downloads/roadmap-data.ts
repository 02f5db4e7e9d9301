import type { Activity, Deadline, Roadmap } from '#content/generated/types.ts'
import type { CoverageCard } from '../../content/cards.ts'
import type { ContentReader } from '../../content/content-reader.ts'
import { planCoverage } from '../information-support/coverage-plan.ts'
import { listPeopleInCharge } from '../roadmap/people-in-charge.ts'
import { findRoadmap } from '../roadmap/roadmap-owner.ts'
import { titleOfStage } from '../roadmap/roadmap-rows.ts'
import { ROADMAP_SCHEMA_PATH, type RoadmapData } from './roadmap-data-format.ts'

type StageData = RoadmapData['stages'][number]
type ActivityData = StageData['activities'][number]

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
    $schema: `${content.origin}${ROADMAP_SCHEMA_PATH}`,
    title: roadmap.title,
    owner: owner.title,
    url,
    updated: roadmap._updatedAt.slice(0, 10),
    period: roadmap.period === undefined ? null : { start: roadmap.period.start, end: roadmap.period.end },
    approval: dataOfApproval(roadmap),
    basis: roadmap.basis ?? [],
    preamble: roadmap.preamble ?? [],
    stages: roadmap.stages.map((stage, index) => ({
      title: titleOfStage(stage, index, roadmap.stages.length),
      canonical: stage.canonical ?? [],
      activities: (stage.activities ?? []).map((activity) =>
        dataOfActivity(activity, url, published.get(activity._key) ?? [], content),
      ),
    })),
    licence: 'CC BY 4.0',
  }
}

function dataOfApproval({ approval }: Roadmap): RoadmapData['approval'] {
  if (approval === undefined) return null
  return { kind: approval.kind ?? null, number: approval.number ?? null, date: approval.date ?? null }
}

function dataOfActivity(
  activity: Activity & { _key: string },
  page: string,
  published: readonly CoverageCard[],
  content: ContentReader,
): ActivityData {
  return {
    url: `${page}#${activity._key}`,
    number: activity.number ?? null,
    text: activity.text,
    deadlines: (activity.deadlines ?? []).map(dataOfDeadline),
    responsible: listPeopleInCharge(activity.responsible, content),
    documents: activity.documents ?? [],
    results: activity.results ?? [],
    extra: (activity.extra ?? []).map(({ heading, text }) => ({ heading, text })),
    status: activity.status ?? 'planned',
    doneAt: activity.doneAt ?? null,
    informationSupport: activity.informationSupport ?? false,
    coverage: published.map((card) => ({
      channel: card.channel,
      date: card.date,
      url: `${content.origin}${card.url}`,
    })),
  }
}

function dataOfDeadline({
  verbatim,
  kind,
  start,
  end,
  recurrence,
}: Deadline): ActivityData['deadlines'][number] {
  return {
    verbatim,
    kind,
    ...(start && { start }),
    ...(end && { end }),
    ...(recurrence && { recurrence }),
  }
}
