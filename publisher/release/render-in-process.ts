import type { BuiltSite } from '../site-bundle/built-site.ts'
import { writeNewPage } from './page-files.ts'
import type { NewFolder } from './page-files.ts'
import type { RenderedPages } from './render-all.ts'
import { isFinished, renderPage } from './render-page.ts'

const PAGES_AT_ONCE = 64

/** Renders and writes pages, after requests that wait have had their turn. */
export async function* renderInProcess(
  site: BuiltSite,
  paths: readonly string[],
  target: NewFolder,
): AsyncIterable<RenderedPages> {
  const folders = new Set<string>()
  for (let from = 0; from < paths.length; from += PAGES_AT_ONCE) {
    const result: RenderedPages = { records: [], failures: [] }
    for (const path of paths.slice(from, from + PAGES_AT_ONCE)) {
      const page = await renderPage(site, path)
      if (!isFinished(page)) {
        result.failures.push(page)
        continue
      }
      writeNewPage(target, page, folders)
      result.records.push([path, page.record])
    }
    yield result
  }
}
