import { formatDate } from '#content/text/dates.ts'
import { formatCount } from '#content/text/plurals.ts'
import { bindWords } from '#content/text/typography.ts'
import { STAGES, type StageKey } from '#content/vocabulary/stages.ts'
import type { OrganizationCard, RoadmapCard } from '../../content/cards.ts'
import type { ContentReader } from '../../content/content-reader.ts'
import { typeset } from '../../typography/typeset.ts'
import type { Link } from '../page-meta.ts'
import { publishedIn } from './coverage-matrix.ts'
import { type ActivityCoverage, type CoveragePlan, planCoverage } from './coverage-plan.ts'
import { shareOf } from './support-summary.ts'

/** Information support of many organisations, one row for each that has a roadmap. */
export interface RegionMatrix {
  readonly stages: readonly { readonly key: string; readonly title: string }[]
  readonly rows: readonly RegionRow[]
  /** Organisations without a roadmap. */
  readonly withoutRoadmap: readonly Link[]
}

export interface RegionRow {
  readonly organization: Link
  /** Page of the organisation's information support. */
  readonly url: string
  /** One for each stage; null where the plan has no stages to tell apart. */
  readonly cells: readonly StageCell[] | null
  /** «3 из 23», for plans without stages. */
  readonly counts: string
  /** Share covered in whole per cent; null when nothing is due yet. */
  readonly percent: number | null
  /** Day of the latest publication in words, '' when there is none. */
  readonly latest: string
  /** ISO date or '' for sorting. */
  readonly latestDay: string
}

export interface StageCell {
  readonly state: 'published' | 'promised' | 'none'
  readonly count: number
  /** Where the mark leads: the stage on the organisation's page; null when it leads nowhere. */
  readonly url: string | null
  readonly stage: string
  readonly words: string
}

export type RegionOrder = 'name' | 'share' | 'date'

/** Stages that can be covered: information support itself is not told about. */
const COVERED_STAGES = STAGES.filter(({ key }) => key !== 'info')

/** A plan whose only stage stands for more stages than this does not tell them apart. */
const MAX_STAGES_OF_ONE = 2

/** The matrix of these organisations in an order. */
export function viewRegionMatrix(
  organizations: readonly OrganizationCard[],
  content: ContentReader,
  order: RegionOrder,
): RegionMatrix {
  const rows: RegionRow[] = []
  const withoutRoadmap: Link[] = []
  for (const organization of organizations) {
    const link = { title: typeset(organization.name), url: organization.url }
    const row = viewOrganizationRow(organization.id, link, content)
    if (row !== null) rows.push(row)
    else if (organization.level === 'organization') withoutRoadmap.push(link)
  }
  const stages = COVERED_STAGES.map(({ key, title }) => ({ key, title: bindWords(title) }))
  return { stages, rows: rows.toSorted(comparisons[order]), withoutRoadmap }
}

/** The row of one organisation; null when it has no roadmap. */
export function viewOrganizationRow(
  id: string,
  organization: Link,
  content: ContentReader,
): RegionRow | null {
  const card = findRoadmap(id, content)
  return card === null ? null : viewRow(organization, card, content)
}

/** Share of its roadmap that an organisation has covered; null when it has none or nothing is due. */
export function shareOfOrganization({ id }: OrganizationCard, content: ContentReader): number | null {
  const roadmap = content.get('roadmap', findRoadmap(id, content)?.id)
  return roadmap === null ? null : shareOf(planCoverage(roadmap, content))
}

function findRoadmap(id: string, content: ContentReader): RoadmapCard | null {
  return findCurrentRoadmap(content.list('roadmap', `organization/${id}`), content.todayAt(id))
}

/** The roadmap in force on a day, else the latest one that has begun, else the first to come. */
export function findCurrentRoadmap(cards: readonly RoadmapCard[], today: string): RoadmapCard | null {
  const begun = cards.filter(({ start }) => start === null || start <= today)
  return begun.find(({ end }) => end === null || end >= today) ?? begun[0] ?? cards.at(-1) ?? null
}

const comparisons: Record<RegionOrder, (a: RegionRow, b: RegionRow) => number> = {
  name: () => 0,
  share: (a, b) => (b.percent ?? -1) - (a.percent ?? -1),
  date: (a, b) => (a.latestDay < b.latestDay ? 1 : a.latestDay > b.latestDay ? -1 : 0),
}

function viewRow(organization: Link, card: RoadmapCard, content: ContentReader): RegionRow | null {
  const roadmap = content.get('roadmap', card.id)
  if (roadmap === null) return null
  const plan = planCoverage(roadmap, content)
  const url = `${organization.url}karta/${card.slug}/informacionnaya-podderzhka/`
  return {
    organization,
    url,
    cells: tellsStagesApart(plan)
      ? COVERED_STAGES.map(({ key, title }) => viewCell(plan, key, bindWords(title), url))
      : null,
    counts: `освещено ${plan.covered} из ${plan.due}`,
    percent: shareOf(plan),
    latest: plan.latest === null ? '' : formatDate(plan.latest),
    latestDay: plan.latest ?? '',
  }
}

function tellsStagesApart({ stages }: CoveragePlan): boolean {
  return stages.length > 1 || (stages[0]?.canonical.length ?? 0) <= MAX_STAGES_OF_ONE
}

function viewCell(plan: CoveragePlan, key: StageKey, stage: string, page: string): StageCell {
  const stages = plan.stages.filter(({ canonical }) => canonical.includes(key))
  const activities = stages.flatMap((one) => one.activities)
  const count = publishedIn(activities).length
  if (count > 0) {
    const words = formatCount(count, ['публикация', 'публикации', 'публикаций'])
    return { state: 'published', count, url: `${page}#${stages[0]?.key ?? ''}`, stage, words }
  }
  const waiting = activities.some(({ state }: ActivityCoverage) => state === 'waiting')
  const words = activities.length === 0 ? 'нет в карте' : 'срок не наступил'
  return waiting
    ? { state: 'promised', count, url: null, stage, words: 'ещё не освещено' }
    : { state: 'none', count, url: null, stage, words }
}
