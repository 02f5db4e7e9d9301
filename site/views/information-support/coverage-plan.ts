import type { Activity, Roadmap } from '#content/generated/types.ts'
import { CHANNELS, type ChannelKey } from '#content/vocabulary/channels.ts'
import type { CoverageCard } from '../../content/cards.ts'
import type { ContentReader } from '../../content/content-reader.ts'
import { timeActivity } from '../../timing/activity-timing.ts'
import { ownerIdOf } from '../roadmap/roadmap-owner.ts'

/** What of a roadmap was to be told to the public, and what was. */
export interface CoveragePlan {
  readonly stages: readonly CoverageStage[]
  /** Activities of the plan that are themselves information support. */
  readonly promises: readonly PlannedActivity[]
  /** Channels that the plan names or that something was published in, in the order of the vocabulary. */
  readonly channels: readonly ChannelKey[]
  /** Activities whose coverage is due or done: the whole that the share is of. */
  readonly due: number
  /** Those of them about which something was published. */
  readonly covered: number
  /** Day of the latest publication, ISO date. */
  readonly latest: string | null
}

export interface CoverageStage {
  readonly key: string
  readonly canonical: readonly string[]
  readonly activities: readonly ActivityCoverage[]
}

export interface PlannedActivity {
  readonly key: string
  readonly activity: Activity
}

/** `covered` something was published; `waiting` its deadline has passed and nothing was; `not-due` neither. */
export type CoverageState = 'covered' | 'waiting' | 'not-due'

export interface ActivityCoverage extends PlannedActivity {
  readonly state: CoverageState
  readonly promised: readonly ChannelKey[]
  /** Publications about it, newest first. */
  readonly published: readonly CoverageCard[]
}

/** Sets every activity of a roadmap against what was published about it up to today. */
export function planCoverage(roadmap: Roadmap, content: ContentReader): CoveragePlan {
  const cards = content.list('coverage', `roadmap/${roadmap._id}`)
  const today = content.todayAt(ownerIdOf(roadmap))
  const activities = roadmap.stages.flatMap((stage) => stage.activities ?? [])
  const promises = activities.filter((activity) => activity.informationSupport === true)
  const everywhere = channelsOf(promises)
  const stages = roadmap.stages.map((stage) => ({
    key: stage._key,
    canonical: stage.canonical ?? [],
    activities: (stage.activities ?? [])
      .map((activity) => coverActivity(activity, roadmap, everywhere, cards, today))
      .filter(belongsToPlan),
  }))
  const subjects = stages.flatMap((stage) => stage.activities)
  const named = new Set([
    ...everywhere,
    ...subjects.flatMap(({ promised }) => promised),
    ...cards.map(({ channel }) => channel),
  ])
  return {
    stages: stages.filter((stage) => stage.activities.length > 0),
    promises: promises.map((activity) => ({ key: activity._key, activity })),
    channels: CHANNELS.map(({ key }) => key).filter((key) => named.has(key)),
    due: subjects.filter(({ state }) => state !== 'not-due').length,
    covered: subjects.filter(({ state }) => state === 'covered').length,
    latest: cards[0]?.date ?? null,
  }
}

function coverActivity(
  activity: Activity & { _key: string },
  roadmap: Roadmap,
  everywhere: readonly ChannelKey[],
  cards: readonly CoverageCard[],
  today: string,
): ActivityCoverage {
  const published = cards.filter((card) => card.activities.includes(activity._key))
  const timing = timeActivity(activity, roadmap.period ?? null, today)
  const due = timing.passed || timing.state === 'done'
  const promised = new Set([...everywhere, ...(activity.channels ?? [])])
  return {
    key: activity._key,
    activity,
    state: published.length > 0 ? 'covered' : due && promised.size > 0 ? 'waiting' : 'not-due',
    promised: CHANNELS.map(({ key }) => key).filter((key) => promised.has(key)),
    published,
  }
}

/** Information support is not its own subject, and what was cancelled needs no coverage, unless there is some. */
function belongsToPlan({ activity, published }: ActivityCoverage): boolean {
  if (published.length > 0) return true
  return activity.informationSupport !== true && activity.status !== 'cancelled'
}

/** Where the plan promises to tell about all of its stages; the site when it promises without saying where. */
function channelsOf(promises: readonly Activity[]): ChannelKey[] {
  if (promises.length === 0) return []
  const named = promises.flatMap(({ channels }) => channels ?? [])
  return named.length > 0 ? [...new Set(named)] : ['site']
}
