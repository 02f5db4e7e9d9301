import { availableParallelism } from 'node:os'
import { Worker } from 'node:worker_threads'
import type { SiteOptions } from '../site-bundle/built-site.ts'
import type { NewFolder } from './page-files.ts'
import type { RenderedPages } from './render-all.ts'
import type { PageFailure } from './render-page.ts'

/** What a thread is told at its start. */
export interface ThreadInputs {
  bundleDir: string
  site: SiteOptions
  target: NewFolder
}

/** What a thread says after a piece of work: pages with their keys as numbers, and the keys that got new numbers. */
export interface ThreadAnswer {
  pages: [path: string, hash: string, searchHash: string, keys: Uint32Array][]
  newKeys: string[]
  failures: PageFailure[]
}

const PAGES_AT_ONCE = 200
const MOST_THREADS = 8

/** Renders pages in as many threads as there are processors; each has a site of its own over the same documents. */
export async function* renderInThreads(
  inputs: ThreadInputs,
  paths: readonly string[],
): AsyncIterable<RenderedPages> {
  const answers = createMailbox()
  let next = 0
  let open = 0
  const threads = Array.from({ length: Math.min(MOST_THREADS, Math.max(2, availableParallelism())) }, () =>
    startThread(inputs),
  )

  function give(thread: RenderThread): void {
    const piece = paths.slice(next, next + PAGES_AT_ONCE)
    next += piece.length
    if (piece.length === 0) return
    open += 1
    thread.worker.postMessage(piece)
  }

  try {
    for (const thread of threads) {
      thread.worker.on('message', (answer: ThreadAnswer) => answers.put({ thread, answer }))
      thread.worker.on('error', (error) => answers.fail(error))
      thread.worker.on('exit', () => answers.fail(new Error('A rendering thread ended')))
      give(thread)
    }
    while (open > 0) {
      const { thread, answer } = await answers.take()
      open -= 1
      give(thread)
      thread.keys.push(...answer.newKeys)
      yield {
        records: answer.pages.map(([path, hash, searchHash, keys]) => [
          path,
          { hash, searchHash, reads: Array.from(keys, (key) => thread.keys[key] ?? '') },
        ]),
        failures: answer.failures,
      }
    }
  } finally {
    for (const { worker } of threads) worker.removeAllListeners()
    await Promise.all(threads.map(({ worker }) => worker.terminate()))
  }
}

interface RenderThread {
  worker: Worker
  /** Keys by the numbers the thread gave them. */
  keys: string[]
}

function startThread(inputs: ThreadInputs): RenderThread {
  return {
    worker: new Worker(new URL('./render-thread.ts', import.meta.url), { workerData: inputs }),
    keys: [],
  }
}

interface Answered {
  thread: RenderThread
  answer: ThreadAnswer
}

/** Answers in the order they come. */
function createMailbox() {
  const waiting: Answered[] = []
  let failure: Error | null = null
  let wake: (() => void) | null = null
  return {
    put(answered: Answered): void {
      waiting.push(answered)
      wake?.()
    },
    fail(error: unknown): void {
      failure ??= error instanceof Error ? error : new Error(String(error))
      wake?.()
    },
    async take(): Promise<Answered> {
      for (;;) {
        if (failure !== null) throw failure
        const first = waiting.shift()
        if (first !== undefined) return first
        await new Promise<void>((resolve) => (wake = resolve))
      }
    },
  }
}
