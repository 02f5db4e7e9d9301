import { createGate } from '../../limits/gate.ts'
import { MORE_TIME } from '../../limits/time-limit.ts'
import type { Thread } from './start-thread.ts'
import type { Outcome, QueryTask } from './task.ts'

/** Threads that give a query the same time. */
export interface Lane {
  /** What a query may take, ms. */
  timeMs: number
  /** @throws GateFullError when too many wait already */
  run(task: QueryTask): Promise<Outcome>
  /** Starts its threads before they are needed. */
  warmUp(): Promise<void>
  close(): Promise<void>
}

/** A thread that does not even stop is given this long, ms. Starting one is part of it. */
const GRACE_MS = 5_000

/** @param waiting how many queries may wait for a thread */
export function createLane(threads: readonly Thread[], timeMs: number, waiting: number): Lane {
  const idle = [...threads]
  const gate = createGate({ atOnce: threads.length, waiting })
  return {
    timeMs,
    run: (task) =>
      gate.run(async () => {
        const thread = idle.pop()
        if (!thread) throw new Error('More queries run at once than there are threads')
        try {
          return await thread.run(task, timeMs, timeMs * (1 + MORE_TIME) + GRACE_MS)
        } finally {
          idle.push(thread)
        }
      }),
    warmUp: async () => void (await Promise.all(threads.map((thread) => thread.warmUp()))),
    close: async () => void (await Promise.all(threads.map((thread) => thread.close()))),
  }
}
