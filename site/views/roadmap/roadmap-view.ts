import type { Roadmap } from '#content/generated/types.ts'
import { formatDate } from '#content/text/dates.ts'
import type { ContentReader } from '../../content/content-reader.ts'
import { bindWords } from '#content/text/typography.ts'
import { viewSupportSummary, type SupportSummary } from '../information-support/support-summary.ts'
import type { Link, PageMeta } from '../page-meta.ts'
import { type DownloadLink, listDownloads } from './roadmap-downloads.ts'
import { listQualityNotes } from './quality-notes.ts'
import { formatPlanPeriod } from './plan-period.ts'
import { type NowView, viewNow } from './roadmap-now.ts'
import { findRoadmap, type RoadmapOwner } from './roadmap-owner.ts'
import { listStages, type RowView, type StageView } from './roadmap-rows.ts'
import { type Bars, drawBars, type Timeline, viewTimeline } from './timeline.ts'

/** The line and what is drawn on it of each row, by the row's anchor. */
export interface TimelineView extends Timeline {
  readonly bars: ReadonlyMap<string, Bars>
}

/** Everything the page of a roadmap shows. */
export interface RoadmapView {
  readonly page: PageMeta
  readonly owner: RoadmapOwner
  /** «Дорожная карта на 2024–2025 годы». */
  readonly heading: string
  /** The title as the document has it. */
  readonly officialTitle: string
  /** «Утверждена приказом № 88 от 30 апреля 2022»; '' when the document does not say. */
  readonly approval: string
  readonly basis: readonly string[]
  readonly preamble: readonly string[]
  readonly now: NowView
  /** Whether the last day of the plan has passed. */
  readonly over: boolean
  readonly stages: readonly StageView[]
  /** Which columns of the table have anything in them. */
  readonly columns: { readonly documents: boolean; readonly results: boolean; readonly numbers: boolean }
  /** The plan as a line of time; null when it names no dates. */
  readonly timeline: TimelineView | null
  /** What an editor should look at, by the anchor of the row. Not for readers. */
  readonly notes: ReadonlyMap<string, readonly string[]>
  readonly support: SupportSummary
  readonly downloads: readonly DownloadLink[]
  /** Roadmaps of the same owner for other years. */
  readonly others: readonly Link[]
}

/** The page of a roadmap; null when there is none at this address. */
export function viewRoadmap(
  content: ContentReader,
  ownerType: 'organization' | 'region',
  ownerSlug: string,
  slug: string,
): RoadmapView | null {
  const found = findRoadmap(content, ownerType, ownerSlug, slug)
  if (found === null) return null
  const { roadmap, owner } = found
  const path = `${owner.url}karta/${slug}/`
  const stages = listStages(roadmap, content)
  const rows = stages.flatMap((stage) => stage.rows)
  const today = content.todayAt(owner.id)
  const heading = `Дорожная карта на\u00A0${formatPlanPeriod(roadmap.period ?? null, slug)}`
  return {
    page: describePage(roadmap, owner, path, heading),
    owner,
    heading,
    officialTitle: bindWords(roadmap.title),
    approval: describeApproval(roadmap),
    basis: (roadmap.basis ?? []).map(bindWords),
    preamble: (roadmap.preamble ?? []).map(bindWords),
    now: viewNow(stages, roadmap.period ?? null, today),
    over: roadmap.period !== undefined && roadmap.period.end < today,
    stages,
    columns: {
      documents: rows.some((row) => row.documents.length > 0),
      results: rows.some((row) => row.results.length > 0 || row.extra.length > 0),
      numbers: rows.some((row) => row.number !== ''),
    },
    timeline: drawTimeline(rows, roadmap, today),
    notes: listQualityNotes(roadmap),
    support: viewSupportSummary(roadmap, path, content),
    downloads: listDownloads(path, owner.title, slug),

    others: listOtherRoadmaps(roadmap, owner, content),
  }
}

function drawTimeline(rows: readonly RowView[], { period }: Roadmap, today: string): TimelineView | null {
  const line = viewTimeline(
    rows.flatMap((row) => row.windows),
    period ?? null,
    today,
  )
  if (line === null) return null
  return { ...line, bars: new Map(rows.map((row) => [row.id, drawBars(row.windows, line)])) }
}

function describePage(roadmap: Roadmap, owner: RoadmapOwner, path: string, heading: string): PageMeta {
  const title = `${heading}: ${owner.title}`
  return {
    title,
    description: `${bindWords(roadmap.title)}. Что запланировано, сроки, ответственные и что уже опубликовано.`,
    path,
    crumbs: owner.crumbs,
    updated: roadmap._updatedAt.slice(0, 10),
    structured: {
      '@type': 'CreativeWork',
      name: roadmap.title,
      author: { '@type': 'Organization', name: owner.title },
    },
    search: { kind: 'roadmap', levels: [roadmap.level], region: owner.regionSlug },
  }
}

function describeApproval({ approval }: Roadmap): string {
  if (approval === undefined) return ''
  const act = [
    approval.number && `№\u00A0${approval.number}`,
    approval.date && `от ${formatDate(approval.date)}`,
  ]
  const words = [approval.kind, ...act].filter(Boolean)
  return words.length === 0 ? '' : `Утверждающий документ: ${words.join(' ')}`
}

function listOtherRoadmaps(roadmap: Roadmap, owner: RoadmapOwner, content: ContentReader): Link[] {
  return content
    .list('roadmap', `${owner.type}/${owner.id}`)
    .filter((card) => card.id !== roadmap._id)
    .map((card) => ({
      title: formatPlanPeriod(
        card.start && card.end ? { start: card.start, end: card.end } : null,
        card.slug,
      ),
      url: `${owner.url}karta/${card.slug}/`,
    }))
}
