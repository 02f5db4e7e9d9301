import type { BuiltSite, SiteChanges } from '../site-bundle/built-site.ts'
import { flushTree } from './durable-files.ts'
import { deletePages, replacePages } from './page-files.ts'
import type { PageIndex, PageRecord } from './page-index.ts'
import type { PendingPages } from './pending-pages.ts'
import { isFinished, renderPage } from './render-page.ts'
import type { FinishedPage, PageFailure } from './render-page.ts'
import type { StateKeeper } from './release-state.ts'

/** The pages that say most about a change go live at once, the others after whatever else waits. */
const FIRST_PAGES = 8
/** So long pending pages are rendered before a change that came meanwhile has its turn. */
const TURN_MS = 60
const PAGES_IN_MEMORY = 32
/** So many pages reach the disk with one flush. */
const PAGES_OF_FLUSH = 512

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
}

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
  const { touched, added, removed } = release.site.apply(changes)
  const deleted = removed
  for (const path of removed) pending.delete(path)
  const gone = new Set(removed)
  const stale = new Set([...added, ...again, ...pages.readersOf(touched)].filter((path) => !gone.has(path)))
  const due = rankStale(release, changes, stale, new Set(added))
  const first = due.slice(0, FIRST_PAGES)
  const later = due.slice(FIRST_PAGES)
  for (const path of first) pending.delete(path)
  for (const path of later) pending.add(path, pages.countReads(path))

  for (const path of [...due, ...deleted]) release.unflushed.delete(path)
  if (first.length + deleted.length > 0) await state.begin([...first, ...deleted])
  const { written, failed } = await renderAndReplace(release, first, true, signal)
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
    moved: added.length + removed.length > 0,
    noted: size > 0,
  }
}

/**
 * Renders some of the pages that wait, for as long as a turn lasts.
 * @returns paths of the files that changed
 */
export async function renderPending(release: LiveRelease, signal: AbortSignal): Promise<string[]> {
  const begun = performance.now()
  const changed: string[] = []
  while (release.pending.size > 0 && performance.now() - begun < TURN_MS) {
    const paths = release.pending.take(PAGES_IN_MEMORY)
    const { written, failed } = await renderAndReplace(release, paths, false, signal)
    for (const page of written) {
      release.unflushed.set(page.path, page.record)
      if (page.changed) changed.push(page.path)
    }
    if (failed.length > 0) await release.state.commit({ ...NOTHING, failed })
  }
  if (release.unflushed.size >= PAGES_OF_FLUSH || release.pending.size === 0) await flushPending(release)
  return changed
}

/** Brings to the disk, and notes, what was rendered of the pages that waited. */
export async function flushPending(release: LiveRelease): Promise<void> {
  if (release.unflushed.size === 0) return
  await flushTree(release.publicDir)
  const written = [...release.unflushed]
  release.unflushed.clear()
  await release.state.commit({ ...NOTHING, written })
}

const NOTHING = { upsert: [], remove: [], today: null, written: [], deleted: [], failed: [], stale: [] }

/** New pages and those of the changed documents first, then those that depend on few things. */
function rankStale(
  { pages }: LiveRelease,
  { upsert }: Required<SiteChanges>,
  stale: ReadonlySet<string>,
  added: ReadonlySet<string>,
): string[] {
  const own = new Set<string>()
  if (upsert.length <= FIRST_PAGES) {
    for (const path of pages.readersOf(upsert.map(({ _id }) => `doc:${_id}`))) own.add(path)
  }
  // What most readers see first is not left to the end, where its many reads would put it.
  const rank = (path: string) => (added.has(path) ? 0 : path === '/' || own.has(path) ? 1 : 2)
  const known = new Map([...stale].map((path) => [path, pages.countReads(path)]))
  return [...stale].toSorted(
    (a, b) =>
      rank(a) - rank(b) || Number(b === '/') - Number(a === '/') || (known.get(a) ?? 0) - (known.get(b) ?? 0),
  )
}

interface WrittenPage {
  path: string
  record: PageRecord
  /** Whether its bytes are others than before. */
  changed: boolean
}

async function renderAndReplace(
  { site, publicDir, pages, failures }: LiveRelease,
  paths: readonly string[],
  durable: boolean,
  signal: AbortSignal,
): Promise<{ written: WrittenPage[]; failed: string[] }> {
  const finished: FinishedPage[] = []
  const failed: string[] = []
  for (const path of paths) {
    signal.throwIfAborted()
    const page = await renderPage(site, path)
    if (isFinished(page)) {
      finished.push(page)
      continue
    }
    failures.set(path, page)
    failed.push(path)
  }
  const retried = new Set(finished.map(({ path }) => path).filter((path) => failures.has(path)))
  const different = finished.filter(
    ({ path, record }) => retried.has(path) || pages.hashOf(path) !== record.hash,
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
