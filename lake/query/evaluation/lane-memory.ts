/** Remembers how long queries took, so that those that take long do not hold up others once more. */
export interface LaneMemory {
  /** The first lane to try; 0 for a query that is not known. */
  laneOf(query: string): number
  note(query: string, lane: number): void
}

const MAX_QUERIES = 1_000
/** Longer texts are remembered by their beginning. */
const MAX_LENGTH = 2_000

export function createLaneMemory(): LaneMemory {
  const lanes = new Map<string, number>()
  return {
    laneOf: (query) => lanes.get(query.slice(0, MAX_LENGTH)) ?? 0,
    note(query, lane) {
      const name = query.slice(0, MAX_LENGTH)
      lanes.delete(name)
      if (lane <= 0) return
      const [oldest] = lanes.keys()
      if (lanes.size >= MAX_QUERIES && oldest !== undefined) lanes.delete(oldest)
      lanes.set(name, lane)
    },
  }
}
