import { formatCount } from '#content/text/plurals.ts'
import type { OrganizationCard } from '../../content/cards.ts'
import type { ContentReader } from '../../content/content-reader.ts'
import { shareOfOrganization } from '../information-support/region-matrix.ts'
import { medianOf } from './median.ts'

/** Where the share covered by an organisation stands among those of its region. */
export interface ShareComparison {
  /** Whole per cent. */
  readonly own: number
  /** Whole per cent of the organisation in the middle. */
  readonly median: number
  /** Shares of the others, lowest first. */
  readonly others: readonly number[]
  /** The comparison in a sentence. */
  readonly words: string
}

/**
 * The largest region whose organisations are compared one by one: the page of each depends on all of them, and
 * every publication renders it again.
 */
const MAX_COMPARED = 40
/** With fewer, a median says nothing. */
const MIN_COMPARED = 3

/** The organisations that one is compared with, itself among them; [] where there are too many or too few. */
export function listComparable(
  regionId: string | undefined,
  content: ContentReader,
): readonly OrganizationCard[] {
  const inRegion = `region/${regionId ?? 'none'}`
  if (regionId === undefined || content.isLong('organization', inRegion)) return []
  const organizations = content.list('organization', inRegion)
  return organizations.length > MAX_COMPARED || organizations.length < MIN_COMPARED ? [] : organizations
}

/** The share covered by an organisation beside the others of its region; null when there are too few to compare. */
export function compareShare(
  id: string,
  comparable: readonly OrganizationCard[],
  content: ContentReader,
): ShareComparison | null {
  const shares = comparable.flatMap((organization) => {
    const share = shareOfOrganization(organization, content)
    return share === null ? [] : [{ id: organization.id, share }]
  })
  const own = shares.find((one) => one.id === id)?.share
  if (own === undefined || shares.length < MIN_COMPARED) return null
  const median = Math.round(medianOf(shares.map(({ share }) => share)))
  return {
    own,
    median,
    others: shares.flatMap((one) => (one.id === id ? [] : [one.share])).toSorted((a, b) => a - b),
    words: describeShare(own, median, shares.length),
  }
}

function describeShare(own: number, median: number, count: number): string {
  const place = own === median ? 'столько же, сколько' : own > median ? 'больше, чем' : 'меньше, чем'
  return `Освещено ${own}\u00A0% — ${place} в\u00A0средней организации региона: ${median}\u00A0% (медиана по\u00A0${formatCount(count, ['организации', 'организациям', 'организациям'])}).`
}
