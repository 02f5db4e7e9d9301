import type { BuiltSite, SiteChanges } from '../site-bundle/built-site.ts'
import { deletePages, replacePages } from './page-files.ts'
import type { PageIndex, PageRecord } from './page-index.ts'
import { isFinished, renderPage } from './render-page.ts'
import type { FinishedPage, PageFailure } from './render-page.ts'
import type { StateKeeper } from './release-state.ts'

const PAGES_IN_MEMORY = 256
/** The pages that say most about the change go live before the rest. */
const FIRST_PAGES = 8

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
 * @throws when aborted in the middle; what was begun is done again after a restart
 */
export async function applyChanges(
  release: LiveRelease,
  changes: Required<SiteChanges>,
  again: ReadonlySet<string>,
  signal: AbortSignal,
): Promise<BatchResult> {
  const { site, pages } = release
  const touched = site.apply(changes)
  const wanted = new Set(site.urls())
  const present = new Set([...pages.paths(), ...again])
  const deleted = [...present].filter((path) => !wanted.has(path))
  const stale = pages.readersOf(touched)
  const due = [...wanted]
    .filter((path) => stale.has(path) || again.has(path) || pages.get(path) === undefined)
    .toSorted((a, b) => readsOf(a) - readsOf(b))

  /** New pages first, then those of single documents, then lists, which read many. */
  function readsOf(path: string): number {
    return pages.get(path)?.reads.length ?? 0
  }

  const written: [string, PageRecord][] = []
  const failures: PageFailure[] = []
  const changed: string[] = []
  if (deleted.length > 0) await release.state.begin(deleted)
  for (const chunk of chunksOf(due)) {
    const rendered = await renderChunk(site, chunk, failures, signal)
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

function* chunksOf(paths: string[]): Iterable<string[]> {
  if (paths.length > 0) yield paths.slice(0, FIRST_PAGES)
  for (let from = FIRST_PAGES; from < paths.length; from += PAGES_IN_MEMORY) {
    yield paths.slice(from, from + PAGES_IN_MEMORY)
  }
}

async function renderChunk(
  site: BuiltSite,
  paths: string[],
  failures: PageFailure[],
  signal: AbortSignal,
): Promise<FinishedPage[]> {
  const finished: FinishedPage[] = []
  for (const path of paths) {
    signal.throwIfAborted()
    const page = await renderPage(site, path)
    if (isFinished(page)) finished.push(page)
    else failures.push(page)
  }
  return finished
}
