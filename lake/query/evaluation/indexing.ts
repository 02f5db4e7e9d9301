import { Worker } from 'node:worker_threads'
import type { ReaderFiles } from '../../store/document-reader.ts'
import type { ViewModule } from './task.ts'

/** What the thread that writes the index is started with. */
export interface IndexSetting extends ReaderFiles {
  /** What the public sees; null when it sees everything, missing when threads cannot know. */
  view: ViewModule | null | undefined
}

/** The thread that writes the index. */
export interface Indexing {
  /** Tells it that something was committed. */
  notify(): void
  /** Resolves when the index holds all that was committed before. */
  whenDone(): Promise<void>
  close(): Promise<void>
}

const THREAD = new URL('index-thread.ts', import.meta.url)
/** Changes that come together are taken up together. */
const REST_MS = 100
/** After a failure the thread is left alone for so long. */
const PAUSE_MS = 60_000

/** @param isSmall whether the dataset is so small that nobody needs an index */
export function createIndexing(
  setting: IndexSetting,
  isSmall: () => boolean,
  onError: (error: unknown) => void,
): Indexing {
  let worker: Worker | null = null
  let timer: NodeJS.Timeout | null = null
  let isClosed = false
  let failedAt = Number.NEGATIVE_INFINITY
  let waiting: (() => void)[] = []

  function start(): Worker {
    const started = new Worker(THREAD, {
      workerData: setting,
      resourceLimits: { maxOldGenerationSizeMb: 128, maxYoungGenerationSizeMb: 16 },
    })
    started.on('message', () => {
      const told = waiting
      waiting = []
      for (const tell of told) tell()
      started.unref()
    })
    started.on('error', (error) => {
      failedAt = performance.now()
      onError(error)
    })
    started.on('exit', () => {
      if (worker === started) worker = null
    })
    started.unref()
    return started
  }

  function wake(): void {
    timer = null
    if (isClosed || (!worker && isSmall())) return
    // The disk may be full: what changes meanwhile is looked at without the index.
    if (!worker && performance.now() - failedAt < PAUSE_MS) return
    if (worker) worker.postMessage('work')
    else worker = start()
  }

  const notify = () => {
    if (timer || isClosed) return
    timer = setTimeout(wake, REST_MS)
    timer.unref()
  }

  return {
    notify,
    whenDone: () =>
      new Promise((resolve) => {
        waiting.push(resolve)
        if (worker) worker.postMessage('work')
        else worker = start()
        // The program goes on while somebody waits.
        worker.ref()
      }),
    async close() {
      isClosed = true
      if (timer) clearTimeout(timer)
      const ended = worker
      worker = null
      // The program stays until the thread has ended.
      ended?.ref()
      await ended?.terminate()
    },
  }
}
