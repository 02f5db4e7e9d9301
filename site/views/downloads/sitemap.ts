import type { ContentReader } from '../../content/content-reader.ts'
import { isPagedType, listDocumentPages, type PagedType, pagedTypes } from '../../content/document-paths.ts'
import { siteLists } from '../../content/list-paths.ts'
import { fixedPages } from '../../content/site-addresses.ts'
import { findSitemapPart, listSitemapPaths, SECTIONS_PART } from '../../content/sitemap-parts.ts'

/** The sitemap: all pages, or a list of its parts when there are too many for one file. */
export function writeSitemap(content: ContentReader): string {
  const parts = listSitemapPaths(content)
  if (parts.length === 0) {
    const documents = pagedTypes.flatMap((type) => listEntries(content, type, content.list('change', type)))
    const known = new Set(documents.map(({ path }) => path))
    const sections = listSections(content).filter(({ path }) => !known.has(path))
    return writePages([...sections, ...documents], content)
  }
  const files = parts.map((path) => `<sitemap><loc>${content.origin}${path}</loc></sitemap>`)
  return `${xml}<sitemapindex ${namespace}>${files.join('\n')}</sitemapindex>\n`
}

/** One part of a long sitemap by its name; null when there is no such part. */
export function writeSitemapPart(content: ContentReader, name: string): string | null {
  if (name === SECTIONS_PART) return writePages(listSections(content), content)
  const part = findSitemapPart(content, name)
  if (part === null || !isPagedType(part.type)) return null
  const cards = content.page('change', part.type, part.node, part.number)
  return cards.length === 0 ? null : writePages(listEntries(content, part.type, cards), content)
}

const xml = '<?xml version="1.0" encoding="UTF-8"?>\n'
const namespace = 'xmlns="http://www.sitemaps.org/schemas/sitemap/0.9"'

interface Entry {
  readonly path: string
  readonly updated: string | null
}

/** Pages that belong to no document; of lists the first one, which leads to the others. */
function listSections(content: ContentReader): Entry[] {
  const lists = siteLists.filter((one) => one.list(content).length > 0).map(({ base }) => base)
  return [...new Set([...fixedPages, ...lists])].map((path) => ({ path, updated: null }))
}

function listEntries(
  content: ContentReader,
  type: PagedType,
  cards: readonly { id: string; updated: string }[],
): Entry[] {
  return cards.flatMap(({ id, updated }) =>
    listDocumentPages(content, type, id).map((path) => ({
      path,
      updated: path.startsWith('/praktiki/region/') ? null : updated,
    })),
  )
}

function writePages(pages: readonly Entry[], { origin }: ContentReader): string {
  const entries = pages.map(({ path, updated }) => {
    const change = updated === null ? '' : `<lastmod>${updated}</lastmod>`
    return `<url><loc>${escapeXml(origin + path)}</loc>${change}</url>`
  })
  return `${xml}<urlset ${namespace}>${entries.join('\n')}</urlset>\n`
}

function escapeXml(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;')
}
