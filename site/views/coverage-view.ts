import type { Coverage, Roadmap } from '#content/generated/types.ts'
import { formatDate } from '#content/text/dates.ts'
import { bindWords } from '#content/text/typography.ts'
import { CHANNELS } from '#content/vocabulary/channels.ts'
import { findTitle } from '#content/vocabulary/vocabulary-table.ts'
import type { ContentReader } from '../content/content-reader.ts'
import { typeset } from '../typography/typeset.ts'
import { type Picture, viewPicture } from './content-blocks/picture.ts'
import { type RichTextView, viewRichText } from './content-blocks/rich-text.ts'
import type { Link, PageMeta } from './page-meta.ts'
import { formatPlanPeriod } from './roadmap/plan-period.ts'
import { findRoadmapOwner, type RoadmapOwner } from './roadmap/roadmap-owner.ts'

/** Everything the page of a publication shows. */
export interface CoverageView {
  readonly page: PageMeta
  readonly title: string
  readonly summary: string
  readonly date: string
  readonly day: string
  readonly channel: string
  /** The publication itself, on another site; null when it is only here. */
  readonly source: string | null
  readonly owner: Link | null
  readonly roadmap: Link | null
  readonly support: string | null
  /** Which rows of the roadmap it tells about. */
  readonly activities: readonly Link[]
  readonly photos: readonly Picture[]
  readonly body: RichTextView
}

/** The page of a publication; null when there is none at this address. */
export function viewCoverage(content: ContentReader, slug: string): CoverageView | null {
  const coverage = content.find('coverage', slug)
  if (coverage === null) return null
  const roadmap = content.get('roadmap', coverage.roadmap._ref)
  const owner = roadmap === null ? null : findRoadmapOwner(roadmap, content)
  const roadmapUrl = roadmap === null || owner === null ? null : `${owner.url}karta/${roadmap.slug.current}/`
  return {
    page: describePage(coverage, owner),
    title: typeset(coverage.title),
    summary: typeset(coverage.summary ?? ''),
    date: formatDate(coverage.date),
    day: coverage.date,
    channel: findTitle(CHANNELS, coverage.channel),
    source: coverage.url ?? null,
    owner: owner === null ? null : { title: owner.title, url: owner.url },
    roadmap: roadmap === null || roadmapUrl === null ? null : linkToRoadmap(roadmap, roadmapUrl),
    support: roadmapUrl === null ? null : `${roadmapUrl}informacionnaya-podderzhka/`,
    activities: roadmap === null ? [] : listActivities(coverage, roadmap, roadmapUrl ?? ''),
    photos: (coverage.photos ?? []).map(viewPicture).filter((picture) => picture !== null),
    body: viewRichText(coverage.body, content),
  }
}

function linkToRoadmap({ period, slug }: Roadmap, url: string): Link {
  return { title: `Дорожная карта на ${formatPlanPeriod(period ?? null, slug.current)}`, url }
}

function listActivities({ activities = [] }: Coverage, roadmap: Roadmap, roadmapUrl: string): Link[] {
  return roadmap.stages
    .flatMap((stage) => stage.activities ?? [])
    .filter((activity) => activities.includes(activity._key))
    .map((activity) => ({ title: bindWords(activity.text), url: `${roadmapUrl}#${activity._key}` }))
}

function describePage(coverage: Coverage, owner: RoadmapOwner | null): PageMeta {
  return {
    title: typeset(coverage.title),
    description: coverage.summary ?? `${coverage.title}. ${formatDate(coverage.date)}.`,
    path: `/publikacii/${coverage.slug.current}/`,
    crumbs: owner?.crumbs ?? [{ title: 'Публикации', url: '/publikacii/' }],
    updated: coverage._updatedAt.slice(0, 10),
    structured: {
      '@type': 'NewsArticle',
      headline: coverage.title,
      datePublished: coverage.date,
      dateModified: coverage._updatedAt.slice(0, 10),
      ...(owner && { publisher: { '@type': 'Organization', name: owner.title } }),
    },
    search: { kind: 'coverage', region: owner?.regionSlug ?? null },
  }
}
