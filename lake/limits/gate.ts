/** Lets a bounded number of tasks run at once and a bounded number wait, in order of arrival. */
export interface Gate {
  /** @throws GateFullError at once when too many already wait; otherwise whatever `work` gives. */
  run<T>(work: () => Promise<T>): Promise<T>
}

export class GateFullError extends Error {
  override name = 'GateFullError'
}

export function createGate({ atOnce, waiting }: { atOnce: number; waiting: number }): Gate {
  let running = 0
  const queue: (() => void)[] = []

  return {
    async run(work) {
      if (running >= atOnce) {
        if (queue.length >= waiting) throw new GateFullError(`more than ${waiting} tasks wait`)
        // Whoever finishes hands its place over, so `running` does not change here.
        await new Promise<void>((resolve) => queue.push(resolve))
      } else {
        running += 1
      }
      try {
        return await work()
      } finally {
        const next = queue.shift()
        if (next) next()
        else running -= 1
      }
    },
  }
}
