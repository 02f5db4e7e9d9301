import { setImmediate } from 'node:timers/promises'
import type { BuiltSite } from '../site-bundle/built-site.ts'
import { createPageWriter, isWritten } from './page-writer.ts'
import type { RenderWork, RenderedPages } from './render-all.ts'

const PAGES_AT_ONCE = 64
/** Requests that wait have their turn after so many milliseconds. */
const LONGEST_TURN = 5

/** Renders and writes pages until none is left. */
export async function renderInProcess(site: BuiltSite, work: RenderWork): Promise<void> {
  const write = createPageWriter(site, work.target)
  let turn = performance.now()
  for (let paths = work.take(PAGES_AT_ONCE); paths.length > 0; paths = work.take(PAGES_AT_ONCE)) {
    const result: RenderedPages = { records: [], failures: [] }
    for (const path of paths) {
      const page = await write(path)
      if (isWritten(page)) result.records.push([path, page])
      else result.failures.push(page)
      if (performance.now() - turn < LONGEST_TURN) continue
      await setImmediate()
      turn = performance.now()
    }
    work.note(result)
  }
}
