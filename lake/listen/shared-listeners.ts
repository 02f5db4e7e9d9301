import type { Listener } from './listener.ts'

/**
 * Listeners that ask for the same are one: what a transaction means to them is found out once, however many streams it
 * is sent to.
 */
export interface SharedListeners {
  /**
   * @param name tells everything that the listener's events depend on
   * @returns the listener, and what gives it back
   */
  share(name: string, create: () => Listener): { listener: Listener; release: () => void }
}

export function createSharedListeners(): SharedListeners {
  const shared = new Map<string, { listener: Listener; users: number }>()
  return {
    share(name, create) {
      const found = shared.get(name) ?? { listener: rememberLast(create()), users: 0 }
      found.users += 1
      shared.set(name, found)
      return {
        listener: found.listener,
        release() {
          found.users -= 1
          if (found.users === 0) shared.delete(name)
        },
      }
    },
  }
}

function rememberLast(listener: Listener): Listener {
  let last: { committed: unknown; events: ReturnType<Listener['describe']> } | undefined
  return {
    isLight: listener.isLight,
    describe(committed) {
      if (last?.committed !== committed) last = { committed, events: listener.describe(committed) }
      return last.events
    },
  }
}
