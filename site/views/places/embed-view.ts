import type { ContentReader } from '../../content/content-reader.ts'
import { typeset } from '../../typography/typeset.ts'
import { findCurrentRoadmap } from '../information-support/region-matrix.ts'
import { viewFrame } from '../site-frame.ts'
import { listRoadmaps, type RoadmapEntry } from './roadmap-entries.ts'

/** The block that an organisation puts on its own site. */
export interface EmbedView {
  readonly title: string
  /** Address of the organisation's page. */
  readonly address: string
  /** Name of this site. */
  readonly site: string
  /** The roadmap in force; null when there is none. */
  readonly roadmap: RoadmapEntry | null
}

/** The block of an organisation; null when there is none at this address. */
export function viewEmbed(content: ContentReader, slug: string): EmbedView | null {
  const organization = content.link(content.findId('organization', slug))
  if (organization === null) return null
  const owner = `organization/${organization._id}`
  const current = findCurrentRoadmap(content.list('roadmap', owner), content.todayAt(organization._id))
  const path = content.addressOf(current?.id)
  const roadmaps = listRoadmaps(content, 'organization', organization._id)
  return {
    title: typeset(organization.name),
    address: `${content.origin}/organizacii/${slug}/`,
    site: viewFrame(content).title,
    roadmap: roadmaps.find(({ url }) => url === path) ?? null,
  }
}

/** Text to copy into the code of another site. */
export interface EmbedCode {
  readonly frame: string
  readonly link: string
}

/** Code that shows the block of an organisation on another site, and a link without a block. */
export function writeEmbedCode(name: string, address: string): EmbedCode {
  const title = `Наставничество: ${escapeHtml(name)}`
  return {
    frame: `<iframe src="${address}vstavka/" title="${title}" width="100%" height="480" loading="lazy" style="border:1px solid #dedad0"></iframe>`,
    link: `<a href="${address}">${title}, дорожная карта и публикации</a>`,
  }
}

function escapeHtml(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('"', '&quot;').replaceAll('<', '&lt;')
}
