import { PAGE_SIZE } from './page-size.ts'
import { listSitemapParts } from './sitemap-parts.ts'
import type { ContentReader } from './content-reader.ts'
import type { SiteDocumentType } from './documents.ts'
import { builtInPages } from './built-in-pages.ts'
import { FORMS } from '#content/vocabulary/forms.ts'
import { KINDS } from '#content/vocabulary/kinds.ts'
import { MATERIAL_TYPES } from '#content/vocabulary/material-types.ts'
import { STAGES } from '#content/vocabulary/stages.ts'
import type { VocabularyEntry } from '#content/vocabulary/vocabulary-table.ts'

/** Pages that stand whatever is published. */
const fixedPages = [
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
]

/** Last names of addresses that pages of their own stand at, not documents with that slug. */
export const takenNames: readonly string[] = [
  ...fixedPages.map((path) => path.split('/').at(-2) ?? ''),
  'informacionnaya-podderzhka',
]

/** Files beside the pages that stand whatever is published. */
const fixedFiles = [
  '/404.html',
  '/robots.txt',
  '/rss.xml',
  '/sitemap.xml',
  '/poisk/slova.json',
  '/dannye/karta/schema.json',
  '/dannye/organizacii.csv',
  '/dannye/organizacii.json',
  '/dannye/praktiki.csv',
  '/dannye/praktiki.json',
  '/dannye/publikacii.csv',
  '/dannye/publikacii.json',
]

/** Types whose documents have a page each, in the order of the sitemap. */
const pagedTypes = [
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

/** Files that stand beside the page of a document. */
const filesOfType: Partial<Record<SiteDocumentType, readonly string[]>> = {
  organization: ['kalendar.ics', 'rss.xml'],
  region: ['kalendar.ics', 'rss.xml'],
  roadmap: ['karta.docx', 'karta.csv', 'karta.json', 'kalendar.ics'],
}

/** Pages that stand below the page of a document. */
const pagesOfType: Partial<Record<SiteDocumentType, readonly string[]>> = {
  roadmap: ['informacionnaya-podderzhka/'],
  region: [
    'informacionnaya-podderzhka/',
    'informacionnaya-podderzhka/po-dole/',
    'informacionnaya-podderzhka/po-date/',
  ],
}

/** Path of every file of the site, each once. */
export function listAddresses(content: ContentReader): string[] {
  const pages = listPages(content).map(({ path }) => path)
  return [...new Set([...pages, ...fixedFiles, ...documentFiles(content), ...listSitemapParts(pages.length)])]
}

/** Every page of the site that readers may look for, with the day of its last change where one is known. */
export function listPages(content: ContentReader): { path: string; updated: string | null }[] {
  const documents = pagedTypes.flatMap((type) => documentPages(content, type))
  const fixed = [...fixedPages, ...builtInPages, ...listPaths(content)].map((path) => ({
    path,
    updated: null,
  }))
  const known = new Set(documents.map(({ path }) => path))
  return [...fixed.filter(({ path }) => !known.has(path)), ...documents]
}

function documentPages(content: ContentReader, type: SiteDocumentType) {
  return content.list('change', type).flatMap(({ id, updated }) => {
    const path = content.addressOf(id)
    const below = pagesOfType[type] ?? []
    return path === null ? [] : ['', ...below].map((page) => ({ path: `${path}${page}`, updated }))
  })
}

function documentFiles(content: ContentReader): string[] {
  return pagedTypes.flatMap((type) => {
    const files = filesOfType[type] ?? []
    if (files.length === 0) return []
    return content.list('change', type).flatMap(({ id }) => {
      const path = content.addressOf(id)
      return path === null ? [] : files.map((file) => `${path}${file}`)
    })
  })
}

/** Further pages of long lists, and lists by one property that have something in them. */
function listPaths(content: ContentReader): string[] {
  return [
    ...pagesOfList('/praktiki/', content.count('practice', 'all')),
    ...pagesOfList('/materialy/', content.count('material', 'all')),
    ...pagesOfList('/publikacii/', content.count('coverage', 'all')),
    ...pagesOfList('/organizacii/', content.count('organization', 'all')),
    ...facetPaths(content, 'practice', '/praktiki/forma/', 'form', FORMS),
    ...facetPaths(content, 'practice', '/praktiki/vid/', 'kind', KINDS),
    ...facetPaths(content, 'practice', '/praktiki/etap/', 'stage', STAGES),
    ...facetPaths(content, 'material', '/materialy/vid/', 'type', MATERIAL_TYPES),
    ...facetPaths(content, 'material', '/materialy/etap/', 'stage', STAGES),
    ...practiceRegionPaths(content),
  ]
}

function facetPaths(
  content: ContentReader,
  index: 'practice' | 'material',
  base: string,
  facet: string,
  table: readonly VocabularyEntry[],
): string[] {
  return table.flatMap(({ key }) => {
    const count = content.count(index, `${facet}/${key}`)
    return count === 0 ? [] : [`${base}${key}/`, ...pagesOfList(`${base}${key}/`, count)]
  })
}

function practiceRegionPaths(content: ContentReader): string[] {
  return content.list('region', 'all').flatMap(({ id, slug }) => {
    const count = content
      .list('organization', `region/${id}`)
      .reduce((sum, organization) => sum + content.count('practice', `organization/${organization.id}`), 0)
    const base = `/praktiki/region/${slug}/`
    return [base, ...pagesOfList(base, count)]
  })
}

function pagesOfList(base: string, count: number): string[] {
  const pages = Math.ceil(count / PAGE_SIZE)
  return Array.from({ length: Math.max(0, pages - 1) }, (_, index) => `${base}stranica/${index + 2}/`)
}
