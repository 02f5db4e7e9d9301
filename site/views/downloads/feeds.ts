import { getRssString } from '@astrojs/rss'
import type { ContentReader } from '../../content/content-reader.ts'
import { type CoverageEntry, viewCoverageEntry } from '../coverage-entries.ts'
import { listRegionCoverage } from '../places/region-view.ts'
import { viewFrame } from '../site-frame.ts'

/** Entries of one kind in the feed of the site. */
const MAX_OF_KIND = 12
/** Entries in the feed of a region. */
const MAX_OF_REGION = 30

/** The latest publications and practices of the whole site as RSS. */
export function writeSiteFeed(content: ContentReader): Promise<string> {
  const { title, tagline } = viewFrame(content)
  const coverage = content
    .head('coverage', 'all')
    .slice(0, MAX_OF_KIND)
    .map((card) => viewCoverageEntry(card, content))
  const practices = content
    .head('practice', 'all')
    .slice(0, MAX_OF_KIND)
    .map(({ title: name, url, problem, created }) => ({ title: name, url, summary: problem, day: created }))
  const entries = [...coverage, ...practices].toSorted((a, b) => (a.day < b.day ? 1 : -1))
  return writeFeed({ title, description: tagline, path: '/' }, entries, content)
}

/** The latest publications of one owner as RSS; null when there is no such owner. */
export async function writeOwnerFeed(
  content: ContentReader,
  ownerType: 'organization' | 'region',
  ownerSlug: string,
): Promise<string | null> {
  const owner = content.link(content.findId(ownerType, ownerSlug))
  const path = content.addressOf(owner?._id)
  if (owner === null || path === null) return null
  const entries =
    ownerType === 'region'
      ? listRegionCoverage(content, owner._id, MAX_OF_REGION)
      : listOrganizationCoverage(content, owner._id)
  const title = `${owner.name}: наставничество`
  return writeFeed({ title, description: 'Публикации о мероприятиях дорожной карты', path }, entries, content)
}

function listOrganizationCoverage(content: ContentReader, id: string): CoverageEntry[] {
  return content
    .list('roadmap', `organization/${id}`)
    .flatMap((roadmap) => content.list('coverage', `roadmap/${roadmap.id}`))
    .map((card) => viewCoverageEntry(card, content))
}

function writeFeed(
  feed: { title: string; description: string; path: string },
  entries: readonly Pick<CoverageEntry, 'title' | 'url' | 'summary' | 'day'>[],
  content: ContentReader,
): Promise<string> {
  return getRssString({
    title: feed.title,
    description: feed.description,
    site: `${content.origin}${feed.path}`,
    trailingSlash: true,
    items: entries.map(({ title, url, summary, day }) => ({
      title,
      link: `${content.origin}${url}`,
      description: summary,
      pubDate: new Date(day),
    })),
    customData: '<language>ru</language>',
  })
}
