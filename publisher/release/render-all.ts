import type { BuiltSite, SiteBundle, SiteOptions } from '../site-bundle/built-site.ts'
import type { NewFolder } from './page-files.ts'
import { createPageIndex } from './page-index.ts'
import type { PageIndex, PageRecord } from './page-index.ts'
import type { PageFailure } from './render-page.ts'
import { renderInProcess } from './render-in-process.ts'
import { startRenderThreads } from './render-in-threads.ts'
import type { RenderThread } from './render-in-threads.ts'

/** What is rendered and where to. */
export interface RenderAllOptions {
  bundle: SiteBundle
  site: SiteOptions
  /** A folder that nobody reads yet. */
  publicDir: string
  /** Whether files that take long, and that nobody opens at once, may be left for later in a large site. */
  leaveSlow: boolean
  /** Whether compressed copies are written too; they are unless told otherwise. */
  compress?: boolean
  /** Which of the paths are rendered; all unless told otherwise. */
  choose?: (paths: string[]) => string[]
  /** Hears how many of all pages are done. */
  onProgress?: ((done: number, all: number) => void) | undefined
}

/** The pages of a whole site after rendering. */
export interface RenderedSite {
  site: BuiltSite
  pages: PageIndex
  failures: PageFailure[]
  /** Files that were left for later. */
  later: string[]
}

/** What became of some of the pages. */
export interface RenderedPages {
  records: [path: string, record: PageRecord][]
  failures: PageFailure[]
}

/** Word documents take as long as twenty pages. */
const SLOW = /\.docx$/
/** With fewer documents the work is done before a thread has started. */
const FEW_DOCUMENTS = 2000
/** With fewer pages nobody waits long for slow files. */
const FEW_PAGES = 3000

/** Pages that are still to be rendered, for whoever has time. */
export interface RenderWork {
  target: NewFolder
  /** Some of the paths that nobody has taken; [] when there are none. */
  take(count: number): string[]
  note(rendered: RenderedPages): void
}

/** Renders every page of the site: those of a large one on every processor. */
export async function renderAll(options: RenderAllOptions): Promise<RenderedSite> {
  const target = { publicDir: options.publicDir, compress: options.compress ?? true }
  // They load the site while this thread does.
  const threads = startThreads(options, target)
  try {
    return await renderWith(threads, target, options)
  } finally {
    await Promise.all(threads.map((thread) => thread.close()))
  }
}

async function renderWith(
  threads: readonly RenderThread[],
  target: NewFolder,
  { bundle, site: siteOptions, leaveSlow, choose, onProgress }: RenderAllOptions,
): Promise<RenderedSite> {
  const site = bundle.createSite(siteOptions)
  const all = choose?.(site.urls()) ?? site.urls()
  const isLate = (path: string) => leaveSlow && all.length > FEW_PAGES && SLOW.test(path)
  const paths = all.filter((path) => !isLate(path))
  const pages = createPageIndex()
  const failures: PageFailure[] = []
  let taken = 0
  const work: RenderWork = {
    target,
    take(count) {
      taken += count
      return paths.slice(taken - count, taken)
    },
    note(rendered) {
      for (const [path, record] of rendered.records) pages.set(path, record)
      failures.push(...rendered.failures)
      onProgress?.(pages.size + failures.length, paths.length)
    },
  }
  try {
    await Promise.all([renderInProcess(site, work), ...threads.map((thread) => thread.render(work))])
  } finally {
    taken = paths.length
  }
  return { site, pages, failures, later: all.filter(isLate) }
}

function startThreads({ bundle, site }: RenderAllOptions, target: NewFolder): RenderThread[] {
  const { documents } = site
  const isLarge = 'places' in documents && documents.ids.length > FEW_DOCUMENTS
  return bundle.dir !== undefined && isLarge
    ? startRenderThreads({ bundleDir: bundle.dir, site, target })
    : []
}
