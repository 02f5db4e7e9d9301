import { setTimeout as delay } from 'node:timers/promises'

/** Changes that follow each other faster than this become one batch. */
const QUIET_MS = 10
/** While changes keep coming, a batch waits as long as the last one took, but at most this long. */
const LONGEST_WAIT_MS = 100
const RETRY_AFTER_MS = 1000

/** What has to be looked at. */
export interface Changes {
  ids: string[]
  /** Events may have been lost: every document has to be compared. */
  everything: boolean
}

/**
 * Collects what changed and hands it over in batches, one at a time; a batch that fails is tried again. Between
 * batches goes on with what earlier ones left to do.
 */
export interface ChangeQueue {
  /** Without ids: work that is due by itself. */
  add(ids: Iterable<string>): void
  addEverything(): void
  /** Resolves when nothing waits and nothing is being worked on. */
  whenEmpty(): Promise<void>
  /** Documents that wait. */
  readonly size: number
  /** Whether a document waits or is being worked on. */
  has(id: string): boolean
  /** Why the last batch failed, or null. */
  readonly problem: string | null
  /** Lets the batch at work end and starts no other. */
  close(): Promise<void>
}

/** @param rest does some of what batches left to do; tells whether there is more */
export function createChangeQueue(
  work: (changes: Changes) => Promise<void>,
  rest: () => Promise<boolean> = async () => false,
): ChangeQueue {
  const closing = new AbortController()
  const waiting = new Set<string>()
  let working: ReadonlySet<string> = new Set()
  let pending = false
  let everything = false
  let lastBatchMs = 0
  let problem: string | null = null
  let running: Promise<void> | null = null

  async function run(): Promise<void> {
    for (;;) {
      await pause(Math.min(LONGEST_WAIT_MS, Math.max(QUIET_MS, lastBatchMs)), closing.signal)
      if (closing.signal.aborted) break
      if (!pending && !(await workOnRest())) break
      if (!pending) continue
      const batch = { ids: [...waiting], everything }
      working = new Set(batch.ids)
      waiting.clear()
      everything = false
      pending = false
      const startedAt = performance.now()
      try {
        await work(batch)
        problem = null
      } catch (error) {
        problem = error instanceof Error ? error.message : String(error)
        for (const id of batch.ids) waiting.add(id)
        everything ||= batch.everything
        pending = true
        await pause(RETRY_AFTER_MS, closing.signal)
      }
      working = new Set()
      lastBatchMs = performance.now() - startedAt
    }
    lastBatchMs = 0
    running = null
  }

  const mayGoOn = () => !pending && !closing.signal.aborted

  /** @returns whether a batch came meanwhile */
  async function workOnRest(): Promise<boolean> {
    try {
      while (mayGoOn() && (await rest()));
      problem = null
    } catch (error) {
      problem = error instanceof Error ? error.message : String(error)
    }
    return pending && !closing.signal.aborted
  }

  function start(): void {
    pending = true
    if (!closing.signal.aborted) running ??= run()
  }

  return {
    add(ids) {
      for (const id of ids) waiting.add(id)
      start()
    },
    addEverything() {
      everything = true
      start()
    },
    async whenEmpty() {
      await running
    },
    get size() {
      return waiting.size
    },
    has: (id) => waiting.has(id) || working.has(id),
    get problem() {
      return problem
    },
    async close() {
      closing.abort()
      await running
    },
  }
}

async function pause(milliseconds: number, signal: AbortSignal): Promise<void> {
  await delay(milliseconds, undefined, { signal }).catch(() => undefined)
}
