import { formatDate } from '#content/text/dates.ts'
import { formatCount } from '#content/text/plurals.ts'
import { CHANNELS, type ChannelKey } from '#content/vocabulary/channels.ts'
import { findTitle } from '#content/vocabulary/vocabulary-table.ts'
import type { CoverageCard } from '../../content/cards.ts'
import type { ActivityCoverage } from './coverage-plan.ts'

/** One crossing of the matrix. */
export interface MatrixCell {
  /** `published` a filled mark; `promised` an open ring: the time has passed; `none` nothing. */
  readonly state: 'published' | 'promised' | 'none'
  /** How many publications. */
  readonly count: number
  /** Where the mark leads; null when it leads nowhere. */
  readonly url: string | null
  /** Name of the column, for narrow screens. */
  readonly channel: string
  /** The mark in words. */
  readonly words: string
}

/** The crossing of one channel with one row of the matrix. `details` is where several publications are listed. */
export function viewCell(
  activities: readonly ActivityCoverage[],
  channel: ChannelKey,
  details: string,
): MatrixCell {
  const published = publishedIn(activities, channel)
  const title = findTitle(CHANNELS, channel)
  const [latest] = published
  if (latest !== undefined) {
    return {
      state: 'published',
      count: published.length,
      url: published.length === 1 ? latest.url : details,
      channel: title,
      words: describePublished(published.length, latest.date),
    }
  }
  const promised = activities.some(
    ({ state, promised: channels }) => state !== 'not-due' && channels.includes(channel),
  )
  return {
    state: promised ? 'promised' : 'none',
    count: 0,
    url: null,
    channel: title,
    words: promised ? 'ещё не освещено' : 'срок не наступил',
  }
}

/** Publications about any of these activities in one channel, newest first, each once. */
export function publishedIn(activities: readonly ActivityCoverage[], channel?: ChannelKey): CoverageCard[] {
  const cards = new Map<string, CoverageCard>()
  for (const card of activities.flatMap(({ published }) => published)) {
    if (channel === undefined || card.channel === channel) cards.set(card.id, card)
  }
  return [...cards.values()].toSorted((a, b) => (a.date < b.date ? 1 : -1))
}

function describePublished(count: number, date: string): string {
  if (count === 1) return `опубликовано ${formatDate(date)}`
  return `${formatCount(count, ['публикация', 'публикации', 'публикаций'])}, последняя ${formatDate(date)}`
}
