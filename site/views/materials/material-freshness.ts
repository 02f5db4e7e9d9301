import { formatDate } from '#content/text/dates.ts'
import type { MaterialCard } from '../../content/cards.ts'
import type { ContentReader } from '../../content/content-reader.ts'

/** Why a material may no longer be used as it is; null while it may. */
export interface Outdated {
  /** One sentence with the date and the reason. */
  readonly reason: string
  /** Page of the act that changed; null when the material's own term ran out. */
  readonly act: { readonly title: string; readonly url: string } | null
}

/**
 * Whether a material is outdated: its own term has passed, or an act it rests on changed, or came into force,
 * after the day from which the material is valid. A material that gives no such day is judged by the day it was
 * last edited.
 */
export function judgeFreshness(material: MaterialCard, content: ContentReader): Outdated | null {
  const today = content.todayAt(material.organization)
  if (material.validUntil !== null && material.validUntil < today) {
    return { reason: `Срок действия закончился ${formatDate(material.validUntil)}.`, act: null }
  }
  const since = material.validFrom ?? material.updated
  for (const id of material.legalBasis) {
    const change = latestChange(id, content, today)
    if (change !== null && change.date > since) {
      return {
        reason:
          `${formatDate(change.date)} изменился акт, на котором основан материал. ${change.summary}`.trim(),
        act: { title: change.title, url: content.addressOf(id) ?? '/dokumenty/' },
      }
    }
  }
  return null
}

function latestChange(id: string, content: ContentReader, today: string) {
  const act = content.get('legalAct', id)
  if (act === null) return null
  const changes = (act.changes ?? []).filter(({ date }) => date <= today)
  const latest = changes.toSorted((a, b) => (a.date < b.date ? 1 : -1))[0]
  return latest === undefined ? null : { title: act.title, date: latest.date, summary: latest.summary }
}
