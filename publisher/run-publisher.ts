import { createChangeQueue } from './change-queue.ts'
import type { PublicDocuments, RejectedDocument } from './documents/public-documents.ts'
import { openReleaseKeeper } from './release/release-keeper.ts'
import type { KeeperOptions } from './release/release-keeper.ts'
import type { PageFailure } from './release/render-page.ts'

const DAY_CHECK_MS = 30_000
/** Checkpoints may take a twentieth of the time. */
const CHECKPOINT_AFTER_MS = 1000
const CHECKPOINT_SHARE = 20

/** How the site is doing; for administrators. */
export interface PublisherStatus {
  state: 'idle' | 'publishing' | 'failing'
  /** Name of the release readers see. */
  release: string
  pages: number
  /** Documents heard of and not yet published. */
  waiting: number
  /** Pages that still show what was before the last changes. */
  pendingPages: number
  /** When the last change went live, ISO 8601 UTC; null when nothing changed since the start. */
  publishedAt: string | null
  /** Pages that show an older version because they cannot be rendered. */
  failures: PageFailure[]
  /** Published documents the site leaves out because they are not sound. */
  rejected: RejectedDocument[]
  /** Why publishing or the search does not go on, or null. */
  problem: string | null
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
  /** Publishes what the change of the day brings, and tries again what failed; happens by itself every 30 seconds. */
  tick(): Promise<void>
  close(): Promise<void>
}

/** Brings the release in step with the lake and keeps it there until closed. */
export async function runPublisher(options: KeeperOptions): Promise<RunningPublisher> {
  const listeners = new Set<(ids: readonly string[]) => void>()
  let publishedAt: string | null = null
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
    for (const listener of listeners) listener(ids)
    scheduleCheckpoint()
    polishing ??= polish()
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
    if (keeper.isDue()) queue.add([])
    await whenIdle()
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
      return keeper.release.publicDir
    },
    documents: keeper.documents,
    onPublished(listener) {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
    whenIdle,
    status,
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
