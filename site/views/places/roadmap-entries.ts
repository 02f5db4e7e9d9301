import type { RoadmapCard } from '../../content/cards.ts'
import type { ContentReader } from '../../content/content-reader.ts'
import { type SupportSummary, viewSupportSummary } from '../information-support/support-summary.ts'
import type { Link } from '../page-meta.ts'
import { formatPlanPeriod } from '../roadmap/plan-period.ts'
import { type NowView, viewNow } from '../roadmap/roadmap-now.ts'
import { ownerIdOf } from '../roadmap/roadmap-owner.ts'
import { listStages } from '../roadmap/roadmap-rows.ts'

/** A roadmap on the page of its owner. */
export interface RoadmapEntry extends Link {
  readonly now: NowView
  readonly support: SupportSummary
}

/** Roadmaps of an owner, newest first, with what is due and what is covered. */
export function listRoadmaps(
  content: ContentReader,
  ownerType: 'organization' | 'region',
  ownerId: string,
): RoadmapEntry[] {
  return content.list('roadmap', `${ownerType}/${ownerId}`).flatMap((card) => viewEntry(card, content) ?? [])
}

function viewEntry(card: RoadmapCard, content: ContentReader): RoadmapEntry | null {
  const roadmap = content.get('roadmap', card.id)
  const url = content.addressOf(card.id)
  if (roadmap === null || url === null) return null
  const now = viewNow(
    listStages(roadmap, content),
    roadmap.period ?? null,
    content.todayAt(ownerIdOf(roadmap)),
  )
  return {
    title: `Дорожная карта на\u00A0${formatPlanPeriod(roadmap.period ?? null, card.slug)}`,
    url,
    now: {
      ...now,
      lists: now.lists.map((list) => ({ ...list, items: list.items.map(below(url)) })),
      always: now.always && { ...now.always, items: now.always.items.map(below(url)) },
    },
    support: viewSupportSummary(roadmap, url, content),
  }
}

/** Leads to a row from another page than the roadmap's. */
function below(page: string): <Item extends { readonly url: string }>(item: Item) => Item {
  return (item) => ({ ...item, url: page + item.url })
}
