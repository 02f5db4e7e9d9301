import type { PageMeta } from './page-meta.ts'
import type { SiteFrame } from './site-frame.ts'

/** The facts of a page and the way to it as JSON-LD, safe inside a `script` element. */
export function writeStructuredData(page: PageMeta, frame: SiteFrame): string {
  const address = frame.origin + page.path
  const facts = {
    '@type': 'WebPage',
    ...page.structured,
    name: page.structured?.['name'] ?? page.title,
    url: address,
    inLanguage: 'ru',
  }
  const crumbs = page.crumbs.map(({ title, url }, index) => ({
    '@type': 'ListItem',
    position: index + 1,
    name: title,
    item: frame.origin + url,
  }))
  const graph =
    crumbs.length === 0 ? [facts] : [facts, { '@type': 'BreadcrumbList', itemListElement: crumbs }]
  return JSON.stringify({ '@context': 'https://schema.org', '@graph': graph }).replaceAll('<', '\\u003c')
}
