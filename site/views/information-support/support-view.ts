import type { Activity, Roadmap } from '#content/generated/types.ts'
import { formatDate } from '#content/text/dates.ts'
import { formatCount } from '#content/text/plurals.ts'
import { CHANNELS, type ChannelKey } from '#content/vocabulary/channels.ts'
import { findTitle } from '#content/vocabulary/vocabulary-table.ts'
import type { CoverageCard } from '../../content/cards.ts'
import type { ContentReader } from '../../content/content-reader.ts'
import { bindWords } from '#content/text/typography.ts'
import { timeActivity } from '../../timing/activity-timing.ts'
import { type Picture, viewPicture } from '../content-blocks/picture.ts'
import type { Link, PageMeta } from '../page-meta.ts'
import { describeDeadline } from '../roadmap/deadline-words.ts'
import { listPeopleInCharge } from '../roadmap/people-in-charge.ts'
import { formatPlanPeriod } from '../roadmap/plan-period.ts'
import { findRoadmap, ownerIdOf, type RoadmapOwner } from '../roadmap/roadmap-owner.ts'
import { titleOfStage } from '../roadmap/roadmap-rows.ts'
import { shorten } from '../shorten.ts'
import { type MatrixCell, viewCell } from './coverage-matrix.ts'
import {
  type ActivityCoverage,
  type CoveragePlan,
  type CoverageState,
  type CoverageStage,
  planCoverage,
} from './coverage-plan.ts'
import { describeShare, listMarks, shareOf, type SupportSummary } from './support-summary.ts'

/** Everything the page of a roadmap's information support shows. */
export interface SupportView {
  readonly page: PageMeta
  readonly owner: RoadmapOwner
  readonly heading: string
  readonly roadmap: Link
  readonly share: Omit<SupportSummary, 'url'>
  readonly latest: string
  /** What the plan itself says about information support, in its own words. */
  readonly promises: readonly PromiseView[]
  readonly channels: readonly string[]
  /** «Всего 25 мероприятий: освещено 9, ещё не освещено 6, срок не наступил у 10.»; '' when there are none. */
  readonly counts: string
  readonly rows: readonly MatrixRow[]
  readonly stages: readonly SupportStage[]
}

export interface PromiseView {
  readonly text: string
  readonly when: string
  readonly who: string
}

export interface MatrixRow {
  readonly title: string
  readonly url: string
  readonly cells: readonly MatrixCell[]
}

export interface SupportStage {
  readonly id: string
  readonly title: string
  readonly activities: readonly SupportActivity[]
}

export interface SupportActivity {
  readonly id: string
  readonly text: string
  readonly url: string
  readonly state: CoverageState
  readonly stateWords: string
  /** «Срок прошёл 30 сентября 2024», «апрель — май 2025»; '' when it is covered or names no date. */
  readonly when: string
  /** Where the plan promises to tell about it and nothing was published; [] when it is not due. */
  readonly missing: readonly string[]
  readonly published: readonly PublishedItem[]
}

export interface PublishedItem extends Link {
  readonly channel: string
  readonly date: string
  readonly summary: string
  readonly photo: Picture | null
  /** The publication itself, on another site. */
  readonly source: string | null
}

/** The information support of a roadmap; null when there is no roadmap at this address. */
export function viewSupport(
  content: ContentReader,
  ownerType: 'organization' | 'region',
  ownerSlug: string,
  slug: string,
): SupportView | null {
  const found = findRoadmap(content, ownerType, ownerSlug, slug)
  if (found === null) return null
  const { roadmap, owner } = found
  const roadmapUrl = `${owner.url}karta/${slug}/`
  const plan = planCoverage(roadmap, content)
  const period = formatPlanPeriod(roadmap.period ?? null, slug)
  const titles = new Map(
    roadmap.stages.map((stage, index) => [stage._key, titleOfStage(stage, index, roadmap.stages.length)]),
  )
  return {
    page: describePage(roadmap, owner, roadmapUrl, period, describeShare(plan)),
    owner,
    heading: 'Информационная поддержка',
    roadmap: { title: `Дорожная карта на\u00A0${period}`, url: roadmapUrl },
    share: { sentence: describeShare(plan), percent: shareOf(plan), marks: listMarks(plan) },
    latest: plan.latest === null ? '' : formatDate(plan.latest),
    promises: plan.promises.map(({ activity }) => ({
      text: bindWords(activity.text),
      when: (activity.deadlines ?? []).map((deadline) => describeDeadline(deadline).meaning).join('; '),
      who: listPeopleInCharge(activity.responsible, content).join('; '),
    })),
    channels: plan.channels.map((channel) => findTitle(CHANNELS, channel)),
    counts: countStates(plan),
    rows: listMatrixRows(plan.stages, titles).map(({ title, url, activities }) => ({
      title,
      url,
      cells: plan.channels.map((channel) => viewCell(activities, channel, url)),
    })),
    stages: plan.stages.map((stage) => ({
      id: stage.key,
      title: titles.get(stage.key) || 'Мероприятия',
      activities: stage.activities.map((activity) => viewActivity(activity, roadmap, roadmapUrl, content)),
    })),
  }
}

/** Stages, or the activities themselves where the table of the plan is flat. */
function listMatrixRows(stages: readonly CoverageStage[], titles: ReadonlyMap<string, string>) {
  const flat = stages.length === 1 && titles.get(stages[0]?.key ?? '') === ''
  if (!flat) {
    return stages.map(({ key, activities }) => ({ title: titles.get(key) ?? '', url: `#${key}`, activities }))
  }
  return stages.flatMap(({ activities }) =>
    activities.map((activity) => ({
      title: titleOfActivity(activity),
      url: `#${activity.key}`,
      activities: [activity],
    })),
  )
}

function titleOfActivity({ activity }: ActivityCoverage): string {
  const number = (activity.number ?? '').replace(/\.$/, '')
  return bindWords(
    `${number === '' ? '' : `${number}.\u00A0`}${shorten(activity.text, 90).replace(/\.$/, '')}`,
  )
}

function countStates({ stages }: CoveragePlan): string {
  const states = stages.flatMap(({ activities }) => activities.map(({ state }) => state))
  if (states.length === 0) return ''
  const counts = (['covered', 'waiting', 'not-due'] as const).flatMap((state) => {
    const count = states.filter((one) => one === state).length
    return count === 0 ? [] : [`${wordsOfCount[state]}\u00A0${count}`]
  })
  const all = formatCount(states.length, ['мероприятие', 'мероприятия', 'мероприятий'])
  return `Всего ${all}: ${counts.join(', ')}.`
}

const wordsOfCount: Record<CoverageState, string> = {
  covered: 'освещено',
  waiting: 'ещё не освещено',
  'not-due': 'срок не наступил у',
}

function viewActivity(
  { key, activity, state, promised, published }: ActivityCoverage,
  roadmap: Roadmap,
  roadmapUrl: string,
  content: ContentReader,
): SupportActivity {
  return {
    id: key,
    text: bindWords(activity.text),
    url: `${roadmapUrl}#${key}`,
    state,
    stateWords: wordsOfState[state],
    when: state === 'covered' ? '' : describeTime(activity, roadmap, content.todayAt(ownerIdOf(roadmap))),
    missing: listMissing(state, promised, published),
    published: published.map((card) => ({
      title: bindWords(card.title),
      url: card.url,
      channel: findTitle(CHANNELS, card.channel),
      date: formatDate(card.date),
      summary: bindWords(shorten(card.summary, 200)),
      photo: viewPicture(content.get('coverage', card.id)?.photos?.[0]),
      source: card.link,
    })),
  }
}

function describeTime(activity: Activity, { period }: Roadmap, today: string): string {
  const { state, window } = timeActivity(activity, period ?? null, today)
  if (state === 'late' && window?.end) return `Срок прошёл ${formatDate(window.end)}`
  return (activity.deadlines ?? []).map((deadline) => describeDeadline(deadline).meaning).join('; ')
}

function listMissing(
  state: CoverageState,
  promised: readonly ChannelKey[],
  published: readonly CoverageCard[],
): string[] {
  if (state === 'not-due') return []
  return promised.filter((channel) => !published.some((card) => card.channel === channel)).map(nameChannel)
}

/** A channel amid a sentence: names of services keep their capital letters. */
function nameChannel(channel: ChannelKey): string {
  const title = findTitle(CHANNELS, channel)
  return COMMON_NOUNS.has(channel) ? title.toLowerCase() : title
}

const COMMON_NOUNS: ReadonlySet<ChannelKey> = new Set(['site', 'municipal', 'regional'])

const wordsOfState: Record<CoverageState, string> = {
  covered: 'Опубликовано',
  waiting: 'Ещё не освещено',
  'not-due': 'Срок не наступил',
}

function describePage(
  roadmap: Roadmap,
  owner: RoadmapOwner,
  roadmapUrl: string,
  period: string,
  sentence: string,
): PageMeta {
  return {
    title: `Информационная поддержка на ${period}: ${owner.title}`,
    description: `Что опубликовано о мероприятиях дорожной карты: где, когда и о чём ещё не рассказано. ${sentence}`,
    path: `${roadmapUrl}informacionnaya-podderzhka/`,
    crumbs: [...owner.crumbs, { title: `Дорожная карта на\u00A0${period}`, url: roadmapUrl }],
    updated: roadmap._updatedAt.slice(0, 10),
    search: { kind: 'roadmap', levels: [roadmap.level], region: owner.regionSlug },
  }
}
