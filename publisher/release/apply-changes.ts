import type { SiteChanges } from '../site-bundle/built-site.ts'
import { divideStale } from './first-pages.ts'
import { takeIn } from './live-release.ts'
import type { LiveRelease } from './live-release.ts'
import { deletePages } from './page-files.ts'
import type { PageRecord } from './page-index.ts'
import { renderHere } from './render-pending.ts'

/** What one batch did to the files of the release. */
export interface BatchResult {
  written: string[]
  deleted: string[]
  /** Whether pages came or went. */
  moved: boolean
  /** Whether the journal has something that the last checkpoint has not. */
  noted: boolean
}

/**
 * Takes changes into the release: deletes the pages that are gone, renders the few pages that say most about the
 * change, and puts the other pages that read something that changed to those that wait.
 *
 * @param again pages whose files may not be what is noted of them
 * @throws when aborted in the middle; what was begun is done again after a restart
 */
export async function applyChanges(
  release: LiveRelease,
  changes: Required<SiteChanges>,
  again: Iterable<string>,
  signal: AbortSignal,
): Promise<BatchResult> {
  const { pages, pending, state } = release
  const { touched, added, removed: deleted } = release.site.apply(changes)
  release.onCall.crew?.apply(changes, touched)
  release.today = changes.today
  for (const path of deleted) pending.delete(path)
  const gone = new Set(deleted)
  const stale = new Set([...added, ...again, ...pages.readersOf(touched)].filter((path) => !gone.has(path)))
  const { first, later } = divideStale(pages, changes.upsert, stale, new Set(added))
  for (const path of first) pending.delete(path)
  for (const path of later) pending.add(path, pages.countReads(path))

  for (const path of [...stale, ...deleted]) release.unflushed.delete(path)
  if (first.length + deleted.length > 0) await state.begin([...first, ...deleted])
  const { written, failed } = await takeIn(release, await renderHere(release, first, signal), true)
  await deletePages(release.publicDir, deleted)
  for (const path of deleted) {
    pages.delete(path)
    release.failures.delete(path)
  }
  const size = changes.upsert.length + changes.remove.length + touched.size + first.length + deleted.length
  if (size > 0) {
    const records = written.map(({ path, record }): [string, PageRecord] => [path, record])
    await state.commit({ ...changes, written: records, deleted, failed, stale: later })
  }
  return {
    written: written.filter(({ changed }) => changed).map(({ path }) => path),
    deleted,
    moved: added.length + deleted.length > 0,
    noted: size > 0,
  }
}
