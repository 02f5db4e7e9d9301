import { createFairGate } from '../../limits/fair-gate.ts'
import { MORE_TIME } from '../../limits/time-limit.ts'
import type { Thread } from './start-thread.ts'
import type { Allowance, Outcome, QueryTask } from './task.ts'

/** Threads that give a query the same time. */
export interface Lane {
  allowance: Allowance
  /**
   * @param client whose query it is: clients take turns
   * @throws GateFullError when too many wait already
   */
  run(task: QueryTask, client: string): Promise<Outcome>
  /** Starts its threads before they are needed. */
  warmUp(): Promise<void>
  close(): Promise<void>
}

/** A thread that does not even stop is given this long, ms. Starting one is part of it. */
const GRACE_MS = 5_000

/** @param waiting how many queries may wait for a thread */
export function createLane(threads: readonly Thread[], allowance: Allowance, waiting: number): Lane {
  const idle = [...threads]
  const gate = createFairGate({ atOnce: threads.length, waiting })
  return {
    allowance,
    run: (task, client) =>
      gate.run(client, async () => {
        const thread = idle.pop()
        if (!thread) throw new Error('More queries run at once than there are threads')
        try {
          return await thread.run(task, allowance, allowance.timeMs * (1 + MORE_TIME) + GRACE_MS)
        } finally {
          idle.push(thread)
        }
      }),
    warmUp: async () => void (await Promise.all(threads.map((thread) => thread.warmUp()))),
    close: async () => void (await Promise.all(threads.map((thread) => thread.close()))),
  }
}
