import { createChangeQueue } from './change-queue.ts'
import type { PublicDocuments, RejectedDocument } from './documents/public-documents.ts'
import { describeOnSite } from './document-on-site.ts'
import type { DocumentOnSite } from './document-on-site.ts'
import { releasesDirOf } from './release/open-release.ts'
import { openReleaseKeeper } from './release/open-release-keeper.ts'
import type { ReportedFailure } from './release/failure-times.ts'
import type { KeeperOptions } from './release/release-keeper.ts'
import { listReleases, madeAtOf } from './release/release-folders.ts'
import { listKeptReleases } from './release/rollback.ts'
import type { KeptRelease } from './release/rollback.ts'
import { moscowDay } from './site-clock.ts'

const DAY_CHECK_MS = 30_000
/** Checkpoints may take a twentieth of the time. */
const CHECKPOINT_AFTER_MS = 1000
const CHECKPOINT_SHARE = 20
/** Of so many documents it is remembered when they went live. */
const TIMES_REMEMBERED = 20_000

/** How the site is doing; for administrators. */
export interface PublisherStatus {
  state: 'idle' | 'publishing' | 'failing'
  /** Name of the release that follows the documents. */
  release: string
  /** Name of the older release that readers see instead, or null. */
  held: string | null
  /** What happened to that without being asked for, in words; or null. */
  notice: string | null
  pages: number
  /** Documents heard of and not yet published. */
  waiting: number
  /** Pages that still show what was before the last changes. */
  pendingPages: number
  /** When the last change went live, ISO 8601 UTC; null when nothing changed since the start. */
  publishedAt: string | null
  /** Pages that show an older version because they cannot be rendered. */
  failures: ReportedFailure[]
  /** Published documents the site leaves out because they are not sound. */
  rejected: RejectedDocument[]
  /** Why publishing or the search does not go on, or null. */
  problem: string | null
}

/** What administrators may do with releases. */
export interface ReleaseControl {
  list(): Promise<KeptRelease[]>
  /** Keeps the newest release as it is now. @returns whether it changed since it was last kept */
  keep(): Promise<boolean>
  /**
   * Shows readers an older release until `resume`, also after a restart. What is published meanwhile goes into the newest.
   * @throws {RollbackError} when that cannot be
   */
  rollBack(name: string): Promise<void>
  /** Shows readers the newest release again. */
  resume(): Promise<void>
}

/** A publisher at work. */
export interface RunningPublisher {
  /** Folder of the files readers get now. */
  readonly publicDir: string
  readonly documents: PublicDocuments
  /** Calls back with ids of published documents that were read anew, until the returned function is called. */
  onPublished(listener: (ids: readonly string[]) => void): () => void
  /** Resolves when everything heard of so far is live and can be found. */
  whenIdle(): Promise<void>
  status(): PublisherStatus
  /** How one document stands on the site. */
  documentOnSite(id: string): Promise<DocumentOnSite>
  readonly releases: ReleaseControl
  /** Brings a page that waits to be rendered up to date before the others; resolves at once for one that does not. */
  renderBeforeOthers(path: string): Promise<void>
  /** Looks at documents again whose change may not have been heard of; at all of them without ids. */
  wake(ids?: readonly string[]): void
  /** Publishes what the change of a day brings, in whatever time zone, and tries again what failed; happens by itself every 30 seconds. */
  tick(): Promise<void>
  close(): Promise<void>
}

/** Brings the release in step with the lake and keeps it there until closed. */
export async function runPublisher(options: KeeperOptions): Promise<RunningPublisher> {
  const listeners = new Set<(ids: readonly string[]) => void>()
  let publishedAt: string | null = null
  const liveSince = new Map<string, string>()
  let checkpointMs = 0
  let checkpointTimer: NodeJS.Timeout | undefined
  let publishing = false
  let closed = false
  let polishing: Promise<void> | null = null
  let checkpointProblem: string | null = null

  // Listening starts before loading, so that nothing falls between the two; the queue waits until all is loaded.
  const loaded = Promise.withResolvers<void>()
  const queue = createChangeQueue(
    async ({ ids, everything }) => {
      await loaded.promise
      publishing = true
      try {
        await publish(everything ? [...ids, ...(await keeper.findChanged())] : ids)
      } finally {
        publishing = false
      }
    },
    async () => {
      await loaded.promise
      return keeper.renderPending()
    },
  )
  const stopListening = await options.source.listen({
    changed: (ids) => queue.add(ids),
    missed: () => queue.addEverything(),
  })
  const keeper = await openReleaseKeeper(options).catch((error: unknown) => {
    stopListening()
    throw error
  })
  loaded.resolve()
  scheduleCheckpoint()
  if (keeper.pendingPages > 0) queue.add([])
  const dayTimer = setInterval(() => void tick(), DAY_CHECK_MS)
  dayTimer.unref()

  async function publish(ids: readonly string[]): Promise<void> {
    if (await keeper.publish(ids)) publishedAt = options.now().toISOString()
    noteLive(ids)
    for (const listener of listeners) listener(ids)
    scheduleCheckpoint()
    polishing ??= polish()
  }

  function noteLive(ids: readonly string[]): void {
    for (const id of ids) {
      liveSince.delete(id)
      liveSince.set(id, options.now().toISOString())
    }
    for (const id of liveSince.keys()) {
      if (liveSince.size <= TIMES_REMEMBERED) return
      liveSince.delete(id)
    }
  }

  /** Waits for whatever is more urgent, page after page. */
  async function polish(): Promise<void> {
    for (;;) {
      await whenIdle()
      if (closed || !(await keeper.polish().catch(() => false))) break
    }
    polishing = null
  }

  function scheduleCheckpoint(): void {
    checkpointTimer ??= setTimeout(
      () => void checkpoint(),
      Math.max(CHECKPOINT_AFTER_MS, CHECKPOINT_SHARE * checkpointMs),
    )
    checkpointTimer.unref()
  }

  async function checkpoint(): Promise<void> {
    checkpointTimer = undefined
    try {
      checkpointMs = await keeper.checkpoint()
      checkpointProblem = null
    } catch (error) {
      checkpointProblem = error instanceof Error ? error.message : String(error)
    }
  }

  async function tick(): Promise<void> {
    if (keeper.search.problem() !== null) keeper.search.pagesChanged()
    await keepYesterday().catch((error: unknown) => options.onError?.(error))
    if (keeper.isDue()) queue.add([])
    await whenIdle()
  }

  /** Once a day, before the day changes anything, the release is kept as it is. */
  async function keepYesterday(): Promise<void> {
    const [newest] = await listReleases(releasesDirOf(options.dataDir))
    if (newest === undefined || moscowDay(madeAtOf(newest.name)) === moscowDay(options.now())) return
    await whenIdle()
    if (!closed) await keeper.keep()
  }

  async function whenIdle(): Promise<void> {
    await queue.whenEmpty()
    await keeper.search.whenFresh()
  }

  function status(): PublisherStatus {
    const problem = queue.problem ?? keeper.search.problem() ?? checkpointProblem
    const busy = publishing || queue.size > 0 || keeper.pendingPages > 0
    return {
      state: problem !== null ? 'failing' : busy ? 'publishing' : 'idle',
      release: keeper.release.folder.name,
      held: keeper.hold.held?.name ?? null,
      notice: keeper.hold.notice,
      pages: keeper.release.pages.size,
      waiting: queue.size,
      pendingPages: keeper.pendingPages,
      publishedAt,
      failures: keeper.failures,
      rejected: keeper.documents.rejected(),
      problem,
    }
  }

  return {
    get publicDir() {
      return keeper.publicDir
    },
    documents: keeper.documents,
    onPublished(listener) {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
    whenIdle,
    status,
    documentOnSite: (id) =>
      describeOnSite(id, {
        rules: options.rules,
        documents: keeper.documents,
        publicDir: keeper.release.publicDir,
        isWaiting: (path) => queue.has(id) || (path !== null && keeper.isPending(path)),
        isFailing: (path) => keeper.failures.some((failure) => failure.path === path),
        liveSince: liveSince.get(id) ?? null,
        held: keeper.hold.held?.name ?? null,
        problem: queue.problem,
      }),
    releases: {
      list: () => listKeptReleases(releasesDirOf(options.dataDir)),
      keep: () => keeper.keep(),
      rollBack: (name) => keeper.rollBack(name),
      resume: () => keeper.resumeFollowing(),
    },
    renderBeforeOthers: async (path) => {
      if (keeper.hold.held === null) await keeper.renderBeforeOthers(path)
    },
    wake(ids) {
      if (ids === undefined) queue.addEverything()
      else queue.add(ids)
    },
    tick,
    async close() {
      closed = true
      stopListening()
      clearInterval(dayTimer)
      clearTimeout(checkpointTimer)
      keeper.abort()
      await queue.close()
      await polishing
      await keeper.close()
    },
  }
}
