import type { ContentReader } from './content-reader.ts'
import type { SiteDocumentType } from './documents.ts'
import { listRegionPractices } from './list-paths.ts'

/** Types whose documents have a page each, in the order of the sitemap. */
export const pagedTypes = [
  'region',
  'municipality',
  'organization',
  'roadmap',
  'coverage',
  'practice',
  'material',
  'collection',
  'page',
] as const satisfies readonly SiteDocumentType[]

export type PagedType = (typeof pagedTypes)[number]

/** Tells types whose documents have pages from the others. */
export function isPagedType(type: string): type is PagedType {
  return pagedTypes.some((one) => one === type)
}

/** Files, and pages that are not for themselves, beside the page of a document. */
const filesOfType: Partial<Record<PagedType, readonly string[]>> = {
  collection: ['oblozhka.png'],
  organization: ['kalendar.ics', 'rss.xml', 'vstavka/'],
  region: ['kalendar.ics', 'rss.xml', 'oblozhka.png'],
  roadmap: ['karta.docx', 'karta.csv', 'karta.json', 'kalendar.ics'],
}

/** Paths of the pages of a document; [] when it has no address. */
export function listDocumentPages(content: ContentReader, type: PagedType, id: string): string[] {
  const path = content.addressOf(id)
  if (path === null) return []
  if (type === 'roadmap') return [path, `${path}informacionnaya-podderzhka/`]
  if (type !== 'region') return [path]
  const table = `${path}informacionnaya-podderzhka/`
  const orders = content.isLong('organization', `region/${id}`)
    ? []
    : [`${table}po-dole/`, `${table}po-date/`]
  const slug = path.split('/').at(-2) ?? ''
  return [path, table, ...orders, ...listRegionPractices(content, id, slug)]
}

/** Paths of the pages of a document and of the files beside them. */
export function listDocumentPaths(content: ContentReader, type: PagedType, id: string): string[] {
  const [path, ...below] = listDocumentPages(content, type, id)
  if (path === undefined) return []
  return [path, ...below, ...(filesOfType[type] ?? []).map((file) => `${path}${file}`)]
}
