import type { ContentReader } from '../../content/content-reader.ts'
import { listPages } from '../../content/site-addresses.ts'
import { countSitemapParts, listSitemapParts, MAX_SITEMAP_ADDRESSES } from '../../content/sitemap-parts.ts'

/** The sitemap: all pages, or a list of its parts when there are too many for one file. */
export function writeSitemap(content: ContentReader): string {
  const pages = listPages(content)
  const parts = listSitemapParts(pages.length)
  if (parts.length === 0) return writePages(pages, content)
  const files = parts.map((path) => `<sitemap><loc>${content.origin}${path}</loc></sitemap>`)
  return `${xml}<sitemapindex ${namespace}>${files.join('')}</sitemapindex>\n`
}

/** One part of a long sitemap, counted from 1; null when there is no such part. */
export function writeSitemapPart(content: ContentReader, part: number): string | null {
  const pages = listPages(content)
  const parts = countSitemapParts(pages.length)
  if (parts === 1 || part < 1 || part > parts) return null
  return writePages(pages.slice((part - 1) * MAX_SITEMAP_ADDRESSES, part * MAX_SITEMAP_ADDRESSES), content)
}

const xml = '<?xml version="1.0" encoding="UTF-8"?>\n'
const namespace = 'xmlns="http://www.sitemaps.org/schemas/sitemap/0.9"'

function writePages(pages: ReturnType<typeof listPages>, { origin }: ContentReader): string {
  const entries = pages.map(({ path, updated }) => {
    const change = updated === null ? '' : `<lastmod>${updated}</lastmod>`
    return `<url><loc>${escapeXml(origin + path)}</loc>${change}</url>`
  })
  return `${xml}<urlset ${namespace}>${entries.join('\n')}</urlset>\n`
}

function escapeXml(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;')
}
