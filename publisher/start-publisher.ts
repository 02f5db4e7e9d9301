import type { SanityClient } from '@sanity/client'
import { mapDisplayedText } from '#content/displayed-text/map-displayed-text.ts'
import { contentRules } from './documents/content-rules.ts'
import { lakeSource } from './documents/lake-source.ts'
import { createPreview } from './preview/render-preview.ts'
import type { Admits } from './preview/render-preview.ts'
import { runPublisher } from './run-publisher.ts'
import type { RunningPublisher } from './run-publisher.ts'
import type { RenderedPage } from './site-bundle/built-site.ts'
import { loadBundle } from './site-bundle/load-bundle.ts'

/** What a publisher needs. */
export interface PublisherOptions {
  /** May read everything, drafts too. */
  client: SanityClient
  /** Releases go to `releases/`, the public documents to `snapshot.ndjson`. */
  dataDir: string
  /** Folder that `buildBundle` returned. */
  bundleDir: string
  /** Public address without a trailing slash. */
  origin: string
  now: () => Date
  /** Hears about the pages of a full build. */
  onProgress?: (done: number, all: number) => void
  /** Hears of errors after which the publisher goes on by itself. */
  onError?: (error: unknown) => void
}

/** Keeps the public site in step with a lake. */
export interface Publisher extends Pick<
  RunningPublisher,
  'publicDir' | 'whenIdle' | 'status' | 'documentOnSite' | 'releases' | 'renderBeforeOthers' | 'wake'
> {
  /** Renders a page as it would look if every draft that `admits` lets through were published. */
  renderPreview(path: string, admits?: Admits): Promise<RenderedPage>
  /** Ends after the batch at work. */
  close(): Promise<void>
}

/**
 * Brings the release in step with the lake, the first time by a full build, then keeps it there.
 * Resolves when the release is live.
 */
export async function startPublisher(options: PublisherOptions): Promise<Publisher> {
  const { client, bundleDir, ...kept } = options
  const bundle = await loadBundle(bundleDir)
  const source = lakeSource(client)
  const running = await runPublisher({ ...kept, source, bundle, rules: contentRules })
  const preview = createPreview({
    source,
    published: running.documents,
    rules: contentRules,
    createSite: bundle.createSite,
    origin: options.origin,
    now: options.now,
    mapText: mapDisplayedText,
  })
  const forget = running.onPublished((ids) => preview.publishedChanged(ids))
  return {
    get publicDir() {
      return running.publicDir
    },
    whenIdle: () => running.whenIdle(),
    renderPreview: (path, admits) => preview.render(path, admits),
    status: () => running.status(),
    documentOnSite: (id) => running.documentOnSite(id),
    releases: running.releases,
    renderBeforeOthers: (path) => running.renderBeforeOthers(path),
    wake: (ids) => running.wake(ids),
    async close() {
      forget()
      preview.close()
      await running.close()
    },
  }
}
