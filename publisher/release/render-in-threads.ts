import { once } from 'node:events'
import { availableParallelism } from 'node:os'
import { Worker } from 'node:worker_threads'
import type { SiteOptions } from '../site-bundle/built-site.ts'
import type { NewFolder } from './page-files.ts'
import type { RenderWork } from './render-all.ts'
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

/** A thread with a site of its own over the same documents. */
export interface RenderThread {
  /** Renders and writes pages until none is left. @throws when the thread ends */
  render(work: RenderWork): Promise<void>
  close(): Promise<void>
}

const PAGES_AT_ONCE = 64
const MOST_THREADS = 8

/** Starts a thread for each processor but one, which is left for the thread that calls. */
export function startRenderThreads(inputs: ThreadInputs): RenderThread[] {
  const count = Math.min(MOST_THREADS, Math.max(1, availableParallelism() - 1))
  return Array.from({ length: count }, () => startThread(inputs))
}

function startThread(inputs: ThreadInputs): RenderThread {
  const worker = new Worker(new URL('./render-thread.ts', import.meta.url), { workerData: inputs })
  const ended = new Promise<never>((_, reject) => {
    worker.on('error', reject)
    worker.on('exit', () => reject(new Error('A rendering thread ended')))
  })
  // It may end while nobody waits for it.
  ended.catch(() => undefined)
  /** Keys by the numbers the thread gave them. */
  const keys: string[] = []

  async function ask(paths: readonly string[]): Promise<ThreadAnswer> {
    worker.postMessage(paths)
    const [answer]: ThreadAnswer[] = await Promise.race([once(worker, 'message'), ended])
    if (answer === undefined) throw new Error('A rendering thread said nothing')
    return answer
  }

  return {
    async render(work) {
      for (let paths = work.take(PAGES_AT_ONCE); paths.length > 0; paths = work.take(PAGES_AT_ONCE)) {
        const { pages, newKeys, failures } = await ask(paths)
        keys.push(...newKeys)
        work.note({
          records: pages.map(([path, hash, searchHash, numbers]) => [
            path,
            { hash, searchHash, reads: Array.from(numbers, (number) => keys[number] ?? '') },
          ]),
          failures,
        })
      }
    },
    async close() {
      await worker.terminate()
    },
  }
}
