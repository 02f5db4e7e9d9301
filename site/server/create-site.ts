import { createApp } from 'astro/app/entrypoint'
import { acceptDocuments, isShowable, type PublicDocument } from '../content/accept.ts'
import { createContentStore } from '../content/content-store.ts'
import type { DocumentPack } from '../content/document-pack.ts'
import { createPathBook, type PathBook } from '../content/path-book.ts'
import { createPageRenderer } from './page-renderer.ts'

/** The whole site over content held in memory. */
export interface Site {
  /**
   * Takes documents in and out. Returns the keys that are touched: only files with one of them among their
   * `reads` can differ from before; and the paths that came and went.
   */
  apply(changes: SiteChanges): { touched: Set<string>; added: string[]; removed: string[] }
  /** Path of every file of the site: `/praktiki/x/`, `/sitemap.xml`, `/404.html`. */
  urls(): string[]
  /** Renders one file. Status 404 when there is no such page; then the file is to be removed. @throws what a page throws */
  render(path: string): Promise<RenderedFile>
}

export interface SiteChanges {
  readonly upsert?: readonly PublicDocument[]
  readonly remove?: readonly string[]
  /** ISO date. */
  readonly today?: string
}

export interface RenderedFile {
  readonly status: number
  readonly contentType: string
  readonly body: Uint8Array | string
  /** Keys of everything the file depends on. */
  readonly reads: string[]
}

const app = createApp({ streaming: false })
const renderer = createPageRenderer(app)

/**
 * A site that shows these documents at this address on this day (ISO date). For editors it also says what of a
 * roadmap should be looked at.
 */
export function createSite(options: {
  origin: string
  today: string
  documents: DocumentPack | Iterable<PublicDocument>
  forEditors?: boolean
}): Site {
  const store = createContentStore(options)
  let paths: PathBook | undefined
  return {
    apply({ upsert = [], remove = [], today }) {
      paths ??= createPathBook(store)
      return paths.apply({
        upsert: acceptDocuments(upsert),
        remove: [...remove, ...upsert.filter((document) => !isShowable(document)).map(({ _id }) => _id)],
        ...(today === undefined ? {} : { today }),
      })
    },
    urls() {
      paths ??= createPathBook(store)
      return [...paths.list()]
    },
    async render(path) {
      const reads = new Set<string>()
      const content = store.reader((key) => reads.add(key))
      const notFoundPage = path === '/404.html'
      const locals: App.Locals = { content, forEditors: options.forEditors ?? false }
      const html = await renderer.render(path, locals)
      if (html !== null) return { status: 200, contentType: 'text/html', body: html, reads: [...reads] }
      const url = new URL(notFoundPage ? '/404/' : path, options.origin)
      const response = await app.render(new Request(url), { locals })
      if (locals.failure !== undefined) throw locals.failure.error
      return {
        status: notFoundPage ? 200 : response.status,
        contentType: response.headers.get('content-type') ?? 'application/octet-stream',
        body: new Uint8Array(await response.arrayBuffer()),
        reads: [...reads],
      }
    },
  }
}
