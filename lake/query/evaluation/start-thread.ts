import { once } from 'node:events'
import { Worker } from 'node:worker_threads'
import { dataError, httpError, type LakeError } from '../../errors.ts'
import type { Allowance, Outcome, OutcomeMessage, QueryTask, TaskMessage, ThreadSetting } from './task.ts'

/** A thread that does tasks in the order they come; it is started when the first one comes. */
export interface Thread {
  /**
   * @param patienceMs after which the thread is given up with whatever it does
   * @throws LakeError 503 when the thread cannot work
   */
  run(task: QueryTask, allowance: Allowance, patienceMs: number): Promise<Outcome>
  /** Starts it before the first task comes; resolves when it runs. The program does not go on for its sake after that. */
  warmUp(): Promise<void>
  close(): Promise<void>
}

const THREAD = new URL('query-thread.ts', import.meta.url)

interface Pending {
  number: number
  task: QueryTask
  allowance: Allowance
  patienceMs: number
  settle: (outcome: Outcome) => void
  fail: (error: unknown) => void
  timer?: NodeJS.Timeout
}

/** @param memoryMb what its documents and results may take */
export function createThread(
  setting: ThreadSetting,
  memoryMb: number,
  onError: (error: unknown) => void,
): Thread {
  const pending = new Map<number, Pending>()
  let worker: Worker | null = null
  let count = 0
  let isClosed = false

  function start(): Worker {
    const started = new Worker(THREAD, {
      workerData: setting,
      resourceLimits: { maxOldGenerationSizeMb: memoryMb, maxYoungGenerationSizeMb: 24 },
    })
    started.on('message', ({ number, outcome }: OutcomeMessage) => {
      const done = pending.get(number)
      if (!done) return
      pending.delete(number)
      clearTimeout(done.timer)
      done.settle(outcome)
      watch()
      // The program goes on while somebody waits, and only then.
      if (pending.size === 0) started.unref()
    })
    started.on('error', (error) => end(started, error))
    started.on('exit', () => end(started, null))
    return started
  }

  /** The oldest task is the one that is being done: only it can be what ended the thread. */
  function end(ended: Worker, error: unknown): void {
    if (worker !== ended) return
    worker = null
    const [first, ...others] = pending.values()
    pending.clear()
    if (!first) return
    clearTimeout(first.timer)
    if (isOutOfMemory(error)) {
      first.fail(dataError(400, 'queryMemoryError', 'the query needs too much memory: ask for less at once'))
    } else {
      if (error) onError(error)
      first.fail(isClosed ? closing() : httpError(503, 'The query could not be evaluated: try again'))
    }
    for (const task of others) send(task)
  }

  function send(task: Pending): void {
    if (isClosed) {
      task.fail(closing())
      return
    }
    worker ??= start()
    worker.ref()
    pending.set(task.number, task)
    worker.postMessage({
      number: task.number,
      task: task.task,
      allowance: task.allowance,
    } satisfies TaskMessage)
    watch()
  }

  /** Gives a thread up that has stopped to answer. */
  function watch(): void {
    const [first] = pending.values()
    if (!first || first.timer) return
    first.timer = setTimeout(() => {
      const stuck = worker
      worker = null
      void stuck?.terminate()
      pending.delete(first.number)
      first.settle({ late: true })
      const others = [...pending.values()]
      pending.clear()
      others.forEach(send)
    }, first.patienceMs)
    first.timer.unref()
  }

  return {
    run: (task, allowance, patienceMs) =>
      new Promise((settle, fail) => send({ number: count++, task, allowance, patienceMs, settle, fail })),
    async warmUp() {
      if (isClosed || worker) return
      worker = start()
      const started = worker
      await once(started, 'online')
      if (pending.size === 0) started.unref()
    },
    async close() {
      isClosed = true
      const ended = worker
      worker = null
      for (const { fail, timer } of pending.values()) {
        clearTimeout(timer)
        fail(closing())
      }
      pending.clear()
      // The program stays until the thread has ended.
      ended?.ref()
      await ended?.terminate()
    },
  }
}

function closing(): LakeError {
  return httpError(503, 'The lake is closing')
}

function isOutOfMemory(error: unknown): boolean {
  return error instanceof Error && 'code' in error && error.code === 'ERR_WORKER_OUT_OF_MEMORY'
}
