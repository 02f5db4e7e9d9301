import { setImmediate } from 'node:timers/promises'
import { flushTree } from './durable-files.ts'
import { takeIn } from './live-release.ts'
import type { LiveRelease } from './live-release.ts'
import type { RenderCrew } from './render-crew.ts'
import { renderPage } from './render-page.ts'
import type { FinishedPage, PageFailure } from './render-page.ts'

/** So long pending pages are rendered before a change that came meanwhile has its turn. */
const TURN_MS = 60
const PAGES_IN_MEMORY = 32
/** So many pages reach the disk with one flush. */
const PAGES_OF_FLUSH = 512

/**
 * Renders some of the pages that wait, for as long as a turn lasts: in the threads of the crew where there is one.
 * @returns paths of the files that changed
 */
export async function renderPending(release: LiveRelease, signal: AbortSignal): Promise<string[]> {
  const { pending, onCall } = release
  onCall.call(pending.size, release.today)
  const end = performance.now() + TURN_MS
  const changed: string[] = []
  while (pending.size > 0 && performance.now() < end) {
    const { crew } = onCall
    changed.push(
      ...(crew?.isReady === true
        ? await takeInLater(release, await renderInCrew(release, crew, Math.max(0, end - performance.now())))
        : await renderNext(release, signal)),
    )
    signal.throwIfAborted()
  }
  if (release.unflushed.size >= PAGES_OF_FLUSH || pending.size === 0) await flushPending(release)
  if (pending.size === 0) await onCall.dismiss()
  return changed
}

/** Renders one of the pages that wait before the others. @returns whether its file changed */
export async function renderBeforeOthers(
  release: LiveRelease,
  path: string,
  signal: AbortSignal,
): Promise<boolean> {
  if (!release.pending.has(path)) return false
  const changed = await takeInLater(release, await renderHere(release, [path], signal))
  release.pending.delete(path)
  return changed.length > 0
}

/** Renders the next pages in this thread. Until their files are written they count as waiting for who asks for them. */
async function renderNext(release: LiveRelease, signal: AbortSignal): Promise<string[]> {
  const { piece, paths } = release.pending.handOut(PAGES_IN_MEMORY)
  const changed = await takeInLater(release, await renderHere(release, paths, signal))
  for (const path of paths) release.pending.finish(path, piece)
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

/** Renders pages in this thread, after requests that wait have had their turn. */
export async function renderHere(
  { site }: Pick<LiveRelease, 'site'>,
  paths: readonly string[],
  signal: AbortSignal,
): Promise<(FinishedPage | PageFailure)[]> {
  const rendered = []
  for (const path of paths) {
    signal.throwIfAborted()
    await setImmediate()
    rendered.push(await renderPage(site, path))
  }
  return rendered
}

/** Gives the crew what it can take. @returns pages it has rendered that are what the documents say now */
async function renderInCrew(
  { pending, pages, onCall }: LiveRelease,
  crew: RenderCrew,
  milliseconds: number,
): Promise<(FinishedPage | PageFailure)[]> {
  while (crew.isFree && pending.waiting > 0) {
    const { piece, paths } = pending.handOut(PAGES_IN_MEMORY)
    crew.render(piece, paths)
  }
  const current: (FinishedPage | PageFailure)[] = []
  const pieces = await crew.collect(milliseconds).catch(async (error: unknown) => {
    pending.takeBack()
    await onCall.giveUp(error)
    return []
  })
  for (const { piece, pages: rendered, outdated } of pieces) {
    for (const path of outdated) if (pending.finish(path, piece)) pending.add(path, pages.countReads(path))
    for (const page of rendered) if (pending.finish(page.path, piece)) current.push(page)
  }
  return current
}

/** @returns paths of the files that changed */
async function takeInLater(
  release: LiveRelease,
  rendered: readonly (FinishedPage | PageFailure)[],
): Promise<string[]> {
  const { written, failed } = await takeIn(release, rendered, false)
  for (const { path, record } of written) release.unflushed.set(path, record)
  if (failed.length > 0) await release.state.commit({ ...NOTHING, failed })
  return written.filter(({ changed }) => changed).map(({ path }) => path)
}
