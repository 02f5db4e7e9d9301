import type { BuiltSite, SiteChanges } from '../site-bundle/built-site.ts'
import { deletePages, replacePages } from './page-files.ts'
import type { PageIndex, PageRecord } from './page-index.ts'
import { isFinished, renderPage } from './render-page.ts'
import type { FinishedPage, PageFailure } from './render-page.ts'
import type { StateKeeper } from './release-state.ts'

const PAGES_IN_MEMORY = 256

/** A release that is live and its parts. */
export interface LiveRelease {
  site: BuiltSite
  publicDir: string
  pages: PageIndex
  state: StateKeeper
}

/** What one batch did to the files of the release. */
export interface BatchResult {
  written: string[]
  deleted: string[]
  failures: PageFailure[]
  /** Whether the journal has something that the last checkpoint has not. */
  noted: boolean
}

/**
 * Brings the release in step with the changes: renders the pages that read something that changed, the pages
 * that are new and those of `again`, replaces the files whose bytes differ and deletes the pages that are gone.
 * A page that cannot be rendered keeps its last good file.
 *
 * @param again pages whose files may not be what is noted of them
 */
export async function applyChanges(
  release: LiveRelease,
  changes: Required<SiteChanges>,
  again: ReadonlySet<string>,
): Promise<BatchResult> {
  const { site, pages } = release
  const touched = site.apply(changes)
  const wanted = new Set(site.urls())
  const present = new Set([...pages.paths(), ...again])
  const deleted = [...present].filter((path) => !wanted.has(path))
  const stale = pages.readersOf(touched)
  const due = [...wanted].filter(
    (path) => stale.has(path) || again.has(path) || pages.get(path) === undefined,
  )

  const written: [string, PageRecord][] = []
  const failures: PageFailure[] = []
  const changed: string[] = []
  if (deleted.length > 0) await release.state.begin(deleted)
  for (let from = 0; from < due.length; from += PAGES_IN_MEMORY) {
    const rendered = await renderChunk(site, due.slice(from, from + PAGES_IN_MEMORY), failures)
    const different = rendered.filter(
      (page) => again.has(page.path) || pages.get(page.path)?.hash !== page.record.hash,
    )
    const paths = different.map((page) => page.path)
    await release.state.begin(paths)
    await replacePages(release.publicDir, different)
    for (const { path, record } of rendered) written.push([path, record])
    changed.push(...paths)
  }
  await deletePages(release.publicDir, deleted)

  for (const [path, record] of written) pages.set(path, record)
  for (const path of deleted) pages.delete(path)
  const noted =
    changes.upsert.length + changes.remove.length + touched.size + written.length + deleted.length > 0
  if (noted) {
    await release.state.commit({ ...changes, written, deleted, failed: failures.map(({ path }) => path) })
  }
  return { written: changed, deleted, failures, noted }
}

async function renderChunk(
  site: BuiltSite,
  paths: string[],
  failures: PageFailure[],
): Promise<FinishedPage[]> {
  const finished: FinishedPage[] = []
  for (const path of paths) {
    const page = await renderPage(site, path)
    if (isFinished(page)) finished.push(page)
    else failures.push(page)
  }
  return finished
}
