/** What one request, one client or the whole lake may use. `docs/lake-api.md` tells them to readers. */
export interface Limits {
  /** Characters of a query. */
  queryLength: number
  /** Brackets of a query within each other. */
  queryDepth: number
  /** Characters of a result as JSON. */
  resultLength: number
  /** Evaluation of one query, ms. */
  queryTimeMs: number
  /** How long a query may run where others wait behind it, ms; longer ones run apart. */
  quickTimeMs: number
  /** Finding documents of mutations by query of one request, ms, where writers wait meanwhile. */
  mutationQueryTimeMs: number
  /** Asking the filter of a listener about one document, ms. */
  filterTimeMs: number
  /** Asking the filters of one client's listeners, ms a second, and at once after a pause: everybody waits meanwhile. */
  filterMsPerSecond: number
  filterMsAtOnce: number
  /** Queries that are evaluated apart at once. */
  slowQueries: number
  /** Queries that wait for that, of all clients and of one. */
  waitingQueries: number
  waitingQueriesOfClient: number
  /** Requests of one client a second, and at once after a pause. */
  requestsPerSecond: number
  requestsAtOnce: number
  /** Event streams open at the same time, of all clients and of one. */
  streams: number
  streamsOfClient: number
  /** Documents that a query may look at to be answered in the thread that answers requests. */
  documentsInPlace: number
}

export const DEFAULT_LIMITS = {
  queryLength: 200_000,
  queryDepth: 100,
  resultLength: 32 * 1024 * 1024,
  queryTimeMs: 10_000,
  quickTimeMs: 100,
  mutationQueryTimeMs: 500,
  filterTimeMs: 50,
  filterMsPerSecond: 50,
  filterMsAtOnce: 250,
  slowQueries: 2,
  waitingQueries: 64,
  waitingQueriesOfClient: 16,
  requestsPerSecond: 1_000,
  requestsAtOnce: 10_000,
  streams: 2_000,
  streamsOfClient: 500,
  documentsInPlace: 60,
} as const satisfies Limits
