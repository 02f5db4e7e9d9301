import { formatDate } from '#content/text/dates.ts'
import { bindWords } from '#content/text/typography.ts'
import { CHANNELS } from '#content/vocabulary/channels.ts'
import type { CoverageCard } from '../content/cards.ts'
import type { ContentReader } from '../content/content-reader.ts'
import { setTitle } from '../typography/set-title.ts'
import { typeset } from '../typography/typeset.ts'
import type { Link } from './page-meta.ts'
import { shorten } from './shorten.ts'

/** A publication as an entry of a list. */
export interface CoverageEntry extends Link {
  readonly date: string
  /** ISO date. */
  readonly day: string
  readonly channel: string
  readonly summary: string
  /** Whose roadmap it is about; '' when that is not published. */
  readonly owner: string
}

/** A publication as an entry of a list. */
export function viewCoverageEntry(card: CoverageCard, content: ContentReader): CoverageEntry {
  const roadmap = content.link(card.roadmap)
  const owner = content.link(roadmap?.organization?._ref ?? roadmap?.region?._ref)
  return {
    title: typeset(card.title),
    url: card.url,
    date: formatDate(card.date),
    day: card.date,
    channel: setTitle(CHANNELS, card.channel),
    summary: typeset(shorten(card.summary, 180)),
    owner: bindWords(owner?.name ?? ''),
  }
}
