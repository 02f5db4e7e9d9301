import type { BuiltSite } from '../site-bundle/built-site.ts'
import { writeNewPage } from './page-files.ts'
import type { RenderWork, RenderedPages } from './render-all.ts'
import { isFinished, renderPage } from './render-page.ts'

const PAGES_AT_ONCE = 64

/** Renders and writes pages until none is left, after requests that wait have had their turn. */
export async function renderInProcess(site: BuiltSite, work: RenderWork): Promise<void> {
  const folders = new Set<string>()
  for (let paths = work.take(PAGES_AT_ONCE); paths.length > 0; paths = work.take(PAGES_AT_ONCE)) {
    const result: RenderedPages = { records: [], failures: [] }
    for (const path of paths) {
      const page = await renderPage(site, path)
      if (!isFinished(page)) {
        result.failures.push(page)
        continue
      }
      writeNewPage(work.target, page, folders)
      result.records.push([path, page.record])
    }
    work.note(result)
  }
}
