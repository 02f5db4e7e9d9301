/** Remembers which queries took long, so that they do not hold up others once more. */
export interface SlowMemory {
  has(query: string): boolean
  add(query: string): void
  delete(query: string): void
}

const MAX_QUERIES = 1_000
/** Longer texts are remembered by their beginning. */
const MAX_LENGTH = 2_000

export function createSlowMemory(): SlowMemory {
  const queries = new Set<string>()
  return {
    has: (query) => queries.has(query.slice(0, MAX_LENGTH)),
    add(query) {
      const [oldest] = queries
      if (queries.size >= MAX_QUERIES && oldest !== undefined) queries.delete(oldest)
      queries.add(query.slice(0, MAX_LENGTH))
    },
    delete: (query) => void queries.delete(query.slice(0, MAX_LENGTH)),
  }
}
