import type { BuiltSite, SiteBundle, SiteOptions } from '../site-bundle/built-site.ts'
import { createPageIndex } from './page-index.ts'
import type { PageIndex, PageRecord } from './page-index.ts'
import type { PageFailure } from './render-page.ts'
import { renderInProcess } from './render-in-process.ts'
import { renderInThreads } from './render-in-threads.ts'

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
/** Threads take two seconds to start. */
const FEW_PAGES = 3000

/** Renders every page of the site: a large one in as many threads as there are processors. */
export async function renderAll(options: RenderAllOptions): Promise<RenderedSite> {
  const { bundle, onProgress = () => undefined } = options
  const site = bundle.createSite(options.site)
  const all = site.urls()
  const isLate = (path: string) => options.leaveSlow && all.length > FEW_PAGES && SLOW.test(path)
  const paths = all.filter((path) => !isLate(path))
  const later = all.filter(isLate)
  const pages = createPageIndex()
  const failures: PageFailure[] = []
  const target = { publicDir: options.publicDir, compress: options.compress ?? true }
  const inThreads = bundle.dir !== undefined && 'slabs' in options.site.documents && paths.length > FEW_PAGES
  const rendering = inThreads
    ? renderInThreads({ bundleDir: bundle.dir ?? '', site: options.site, target }, paths)
    : renderInProcess(site, paths, target)
  for await (const rendered of rendering) {
    for (const [path, record] of rendered.records) pages.set(path, record)
    failures.push(...rendered.failures)
    onProgress(pages.size + failures.length, paths.length)
  }
  return { site, pages, failures, later }
}
