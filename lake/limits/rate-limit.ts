/** Lets a client do so much a second, and a store of it at once after a pause. */
export interface RateLimit {
  /**
   * @param amount one when missing
   * @returns after how many seconds to come again; 0 when the request may pass
   */
  take(client: string, amount?: number): number
}

/** Clients that did nothing for so long are forgotten anyway. */
const MAX_CLIENTS = 10_000

export function createRateLimit(
  { perSecond, atOnce }: { perSecond: number; atOnce: number },
  now: () => number,
): RateLimit {
  const buckets = new Map<string, { left: number; at: number }>()
  return {
    take(client, amount = 1) {
      const time = now()
      const bucket = buckets.get(client) ?? { left: atOnce, at: time }
      // The one that was used last stands last.
      buckets.delete(client)
      buckets.set(client, bucket)
      bucket.left = Math.min(atOnce, bucket.left + ((time - bucket.at) / 1_000) * perSecond)
      bucket.at = time
      const [oldest] = buckets.keys()
      if (buckets.size > MAX_CLIENTS && oldest !== undefined) buckets.delete(oldest)
      if (bucket.left < amount) return Math.ceil((amount - bucket.left) / perSecond)
      bucket.left -= amount
      return 0
    },
  }
}
