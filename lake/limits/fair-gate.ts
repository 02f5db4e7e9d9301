import { GateFullError } from './gate.ts'

/** As a gate, but who waits takes turns: one client's many tasks do not hold up the few of others. */
export interface FairGate {
  /** @throws GateFullError at once when too many already wait; otherwise whatever `work` gives. */
  run<T>(client: string, work: () => Promise<T>): Promise<T>
}

export function createFairGate({ atOnce, waiting }: { atOnce: number; waiting: number }): FairGate {
  let running = 0
  let inQueues = 0
  // Whose turn it is stands first; who was served goes to the end.
  const queues = new Map<string, (() => void)[]>()

  function takeNext(): (() => void) | undefined {
    for (const [client, queue] of queues) {
      const next = queue.shift()
      queues.delete(client)
      if (queue.length > 0) queues.set(client, queue)
      if (!next) continue
      inQueues -= 1
      return next
    }
    return undefined
  }

  return {
    async run(client, work) {
      if (running >= atOnce) {
        if (inQueues >= waiting) throw new GateFullError(`more than ${waiting} tasks wait`)
        inQueues += 1
        // Whoever finishes hands its place over, so `running` does not change here.
        await new Promise<void>((resolve) => {
          const queue = queues.get(client)
          if (queue) queue.push(resolve)
          else queues.set(client, [resolve])
        })
      } else {
        running += 1
      }
      try {
        return await work()
      } finally {
        const next = takeNext()
        if (next) next()
        else running -= 1
      }
    },
  }
}
