import { mkdir, writeFile } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { formatDate } from '#content/text/dates.ts'
import { contentRules } from '#publisher/documents/content-rules.ts'
import { createPublicDocuments } from '#publisher/documents/public-documents.ts'
import type { PublicDocuments } from '#publisher/documents/public-documents.ts'
import { writeLines } from '#publisher/release/ndjson-files.ts'
import { createContentStore } from '#site/content/content-store.ts'
import { listPagefindFacets } from '#site/views/pagefind-facets.ts'
import { viewPractice } from '#site/views/practices/practice-view.ts'
import { viewFrame } from '#site/views/site-frame.ts'
import { writeStructuredData } from '#site/views/structured-data.ts'
import { makeCountry } from '../scale/make-country.ts'

/** The day and address the sites are built for. */
export const ORIGIN = 'https://kopilka.example'
export const TODAY = '2026-11-21'

const SCHOOLS_OF_PRACTICE = 1 / 40

/** The public documents of a country that has so many practices and few schools. */
export async function makeDocuments(practices: number): Promise<PublicDocuments> {
  const documents = createPublicDocuments(contentRules, TODAY)
  await documents.load(listDocuments(practices))
  return documents
}

function* listDocuments(practices: number) {
  const schools = Math.max(1, Math.round(practices * SCHOOLS_OF_PRACTICE))
  for (const group of makeCountry({ schools, practices, seed: 1 })) {
    for (const document of group) yield { _rev: 'bench', _updatedAt: document._createdAt, ...document }
  }
}

/** Documents as a plain `astro build` reads them. */
export function writeSnapshot(file: string, documents: PublicDocuments): Promise<void> {
  return writeLines(file, documents.lines())
}

/**
 * The pages of practices for generators that have no code of ours: every text is worded already, dates and addresses
 * too, so that their templates have less to do than ours.
 */
export function listBenchPages(documents: PublicDocuments) {
  const store = createContentStore({ origin: ORIGIN, today: TODAY, documents: documents.packVisible() })
  const content = store.reader(() => {})
  const frame = viewFrame(content)
  return content.list('practice', 'all').flatMap(({ url }) => {
    const slug = url.split('/').at(-2) ?? ''
    const view = viewPractice(content, slug)
    if (view === null) return []
    const { page, ...rest } = view
    return [
      {
        slug,
        address: ORIGIN + page.path,
        updatedWords: page.updated === null ? '' : formatDate(page.updated),
        structured: writeStructuredData(page, frame),
        facets: page.search === undefined ? [] : listPagefindFacets(page.search),
        marks: Array.from(
          { length: view.evidence?.steps ?? 0 },
          (_, place) => place < (view.evidence?.step ?? 0),
        ),
        page,
        view: rest,
      },
    ]
  })
}

export type BenchPage = ReturnType<typeof listBenchPages>[number]

/** What stands around every page, cut out of a page that the site rendered: styles, head and foot. */
export function cutFrame(html: string) {
  const between = (from: string, to: string) => {
    const start = html.indexOf(from)
    return html.slice(start, html.indexOf(to, start))
  }
  const afterUpdated = html.slice(
    html.indexOf('</p>', html.indexOf('class="updated"')) + 4,
    html.indexOf('</body>'),
  )
  return {
    title: 'Копилка',
    styles: [...html.matchAll(/<style[\s\S]*?<\/style>/g)].map(([style]) => style).join(''),
    header: between('<header class="site-header"', '<main'),
    footer: afterUpdated,
  }
}

/** Writes a file, its folder too. */
export async function writeBenchFile(file: string, text: string): Promise<void> {
  await mkdir(dirname(file), { recursive: true })
  await writeFile(file, text)
}

/** Sources of a site for Eleventy: data and one template. */
export async function writeEleventySite(
  folder: string,
  pages: readonly BenchPage[],
  frame: object,
): Promise<void> {
  await writeBenchFile(join(folder, '_data/practices.json'), JSON.stringify(pages))
  await writeBenchFile(join(folder, '_data/frame.json'), JSON.stringify(frame))
}

/** Sources of a site for Hugo: a file of front matter for each page. */
export async function writeHugoSite(
  folder: string,
  pages: readonly BenchPage[],
  frame: object,
): Promise<void> {
  const config = {
    baseURL: ORIGIN,
    title: 'Копилка',
    disableKinds: ['taxonomy', 'term', 'RSS', 'sitemap', 'home', 'section', '404', 'robotsTXT'],
  }
  await writeBenchFile(join(folder, 'config.json'), JSON.stringify(config))
  await writeBenchFile(join(folder, 'data/frame.json'), JSON.stringify(frame))
  for (const { slug, ...page } of pages) {
    const matter = JSON.stringify({ url: `/praktiki/${slug}/`, ...page }, null, 1)
    await writeBenchFile(join(folder, 'content/praktiki', `${slug}.md`), `${matter}\n`)
  }
}
