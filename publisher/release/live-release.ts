import type { BuiltSite } from '../site-bundle/built-site.ts'
import type { CrewOnCall } from './crew-on-call.ts'
import { replacePages } from './page-files.ts'
import type { PageIndex, PageRecord } from './page-index.ts'
import type { PendingPages } from './pending-pages.ts'
import type { StateKeeper } from './release-state.ts'
import { isFinished } from './render-page.ts'
import type { FinishedPage, PageFailure } from './render-page.ts'

/** A release that is live and its parts. */
export interface LiveRelease {
  site: BuiltSite
  publicDir: string
  pages: PageIndex
  state: StateKeeper
  /** Pages of the release that are not yet what the documents say. */
  pending: PendingPages
  /** Pages that could not be rendered and show an older version. */
  failures: Map<string, PageFailure>
  /** Pages that are written and wait to be brought to the disk and noted, many at once. */
  unflushed: Map<string, PageRecord>
  /** Threads that render pages which wait, while there are very many. */
  onCall: CrewOnCall
  /** Day of the site, as in `SiteChanges`. */
  today: string
}

/** A page whose file is what was rendered. */
export interface WrittenPage {
  path: string
  record: PageRecord
  /** Whether its bytes are others than before. */
  changed: boolean
}

/**
 * Takes rendered pages into the release; one that failed keeps its last good version.
 * @param durable whether they are to be on the disk when the promise resolves
 */
export async function takeIn(
  { publicDir, pages, failures }: LiveRelease,
  rendered: readonly (FinishedPage | PageFailure)[],
  durable: boolean,
): Promise<{ written: WrittenPage[]; failed: string[] }> {
  const finished = rendered.filter(isFinished)
  const failed: string[] = []
  for (const page of rendered) {
    if (isFinished(page)) continue
    failures.set(page.path, page)
    failed.push(page.path)
  }
  const different = finished.filter(
    ({ path, record }) => failures.has(path) || pages.hashOf(path) !== record.hash,
  )
  await replacePages(publicDir, different, durable)
  const changed = new Set(different.map(({ path }) => path))
  for (const { path, record } of finished) {
    pages.set(path, record)
    failures.delete(path)
  }
  return {
    written: finished.map(({ path, record }) => ({ path, record, changed: changed.has(path) })),
    failed,
  }
}
