import { createApp } from 'astro/app/entrypoint'
import { acceptDocuments, isShowable, type PublicDocument } from '../content/accept.ts'
import { createContentStore } from '../content/content-store.ts'
import { listAddresses } from '../content/site-addresses.ts'

/** The whole site over content held in memory. */
export interface Site {
  /**
   * Takes documents in and out. Returns the keys that are touched: only files with one of them among their
   * `reads` can differ from before.
   */
  apply(changes: SiteChanges): Set<string>
  /** Path of every file of the site: `/praktiki/x/`, `/sitemap.xml`, `/404.html`. */
  urls(): string[]
  /** Renders one file. Status 404 when there is no such page; then the file is to be removed. */
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

/** A site that shows these documents at this address on this day (ISO date). */
export function createSite(options: {
  origin: string
  today: string
  documents: Iterable<PublicDocument>
}): Site {
  const store = createContentStore({ ...options, documents: acceptDocuments(options.documents) })
  return {
    apply: ({ upsert = [], remove = [], today }) =>
      store.apply({
        upsert: acceptDocuments(upsert),
        remove: [...remove, ...upsert.filter((document) => !isShowable(document)).map(({ _id }) => _id)],
        ...(today === undefined ? {} : { today }),
      }),
    urls: () => listAddresses(store.reader(() => {})),
    async render(path) {
      const reads = new Set<string>()
      const content = store.reader((key) => reads.add(key))
      const notFoundPage = path === '/404.html'
      const url = new URL(notFoundPage ? '/404/' : path, options.origin)
      const response = await app.render(new Request(url), { locals: { content } })
      return {
        status: notFoundPage ? 200 : response.status,
        contentType: response.headers.get('content-type') ?? 'application/octet-stream',
        body: new Uint8Array(await response.arrayBuffer()),
        reads: [...reads],
      }
    },
  }
}
