import type { BuiltSite } from '../site-bundle/built-site.ts'
import { writeNewPages } from './page-files.ts'
import { createPageIndex } from './page-index.ts'
import type { PageIndex } from './page-index.ts'
import { isFinished, renderPage } from './render-page.ts'
import type { FinishedPage, PageFailure } from './render-page.ts'

const PAGES_IN_MEMORY = 64

/** The pages of a whole site after rendering. */
export interface RenderedSite {
  pages: PageIndex
  failures: PageFailure[]
}

/**
 * Renders every page of the site into a folder that nobody reads yet.
 * @param onProgress hears how many of all pages are done, about every 64 pages
 */
export async function renderAll(
  site: BuiltSite,
  publicDir: string,
  onProgress: (done: number, all: number) => void = () => undefined,
): Promise<RenderedSite> {
  const pages = createPageIndex()
  const failures: PageFailure[] = []
  const paths = site.urls()
  let waiting: FinishedPage[] = []
  for (const path of paths) {
    const page = await renderPage(site, path)
    if (isFinished(page)) {
      pages.set(path, page.record)
      waiting.push(page)
    } else {
      failures.push(page)
    }
    if (waiting.length === PAGES_IN_MEMORY) {
      await writeNewPages(publicDir, waiting)
      waiting = []
      onProgress(pages.size + failures.length, paths.length)
    }
  }
  await writeNewPages(publicDir, waiting)
  return { pages, failures }
}
