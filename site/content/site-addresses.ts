import { builtInPages } from './built-in-pages.ts'
import type { ContentReader } from './content-reader.ts'
import { listDocumentPaths, pagedTypes } from './document-paths.ts'
import { siteLists } from './list-paths.ts'
import { listTablePaths } from './open-tables.ts'
import { listSitemapPaths } from './sitemap-parts.ts'

/** Pages that stand whatever is published. */
export const fixedPages = [
  '/',
  '/regiony/',
  '/organizacii/',
  '/publikacii/',
  '/praktiki/',
  '/materialy/',
  '/sborniki/',
  '/poisk/',
  '/kalendar/',
  '/glossarij/',
  '/dokumenty/',
  '/dannye/',
  ...builtInPages,
] as const

/** Last names of addresses that pages of their own stand at, not documents with that slug. */
export const takenNames: readonly string[] = [
  ...fixedPages
    .filter((path) => !builtInPages.some((page) => page === path))
    .map((path) => path.split('/').at(-2) ?? ''),
  'informacionnaya-podderzhka',
]

/** Files beside the pages that stand whatever is published. */
const fixedFiles = [
  '/404.html',
  '/oblozhka.png',
  '/robots.txt',
  '/rss.xml',
  '/sitemap.xml',
  '/poisk/slova.json',
  '/dannye/karta/schema.json',
]

/** Paths that do not belong to one document, each group with a reader of its own. */
export const sharedPaths: readonly ((content: ContentReader) => string[])[] = [
  () => [...fixedPages, ...fixedFiles],
  ...siteLists.map((one) => (content: ContentReader) => one.list(content)),
  listTablePaths,
  listSitemapPaths,
]

/** Path of every file of the site, each once. */
export function listAddresses(content: ContentReader): string[] {
  const documents = pagedTypes.flatMap((type) =>
    content.list('change', type).flatMap(({ id }) => listDocumentPaths(content, type, id)),
  )
  return [...new Set([...sharedPaths.flatMap((list) => list(content)), ...documents])]
}
