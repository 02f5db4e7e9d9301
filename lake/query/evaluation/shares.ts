import { createGate, type Gate } from '../../limits/gate.ts'

/** Keeps anybody from taking all places. */
export interface Shares {
  /** @throws GateFullError when the client has as many as it may */
  enter<Result>(client: string, work: () => Promise<Result>): Promise<Result>
}

/** @param atOnce of one client */
export function createShares(atOnce: number): Shares {
  const gates = new Map<string, { gate: Gate; users: number }>()
  return {
    async enter(client, work) {
      const own = gates.get(client) ?? { gate: createGate({ atOnce, waiting: 0 }), users: 0 }
      own.users += 1
      gates.set(client, own)
      try {
        return await own.gate.run(work)
      } finally {
        own.users -= 1
        if (own.users === 0) gates.delete(client)
      }
    },
  }
}
