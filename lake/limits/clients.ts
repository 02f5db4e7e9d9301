import type { Identity } from '../access/identity.ts'
import { httpError, type LakeError } from '../errors.ts'
import { addressOf } from '../http/client-address.ts'
import type { Limits } from './limits.ts'
import { createRateLimit } from './rate-limit.ts'

/** Who uses the lake, and how much. A client is a person, a token, or the address of an anonymous reader. */
export interface Clients {
  /**
   * Counts a request.
   * @returns the name of the client
   * @throws LakeError 429 when it makes too many
   */
  admit(request: Request, identity: Identity): string
  /**
   * Counts an event stream.
   * @returns gives the place back
   * @throws LakeError 429 when the client, or all together, have too many open
   */
  openStream(request: Request, identity: Identity): () => void
  /** Counts the time that filters of the client's listeners took. @returns whether that was not too much */
  mayFilter(request: Request, identity: Identity, ms: number): boolean
}

export function createClients(limits: Limits): Clients {
  const rate = createRateLimit({ perSecond: limits.requestsPerSecond, atOnce: limits.requestsAtOnce }, () =>
    performance.now(),
  )
  const filtering = createRateLimit(
    { perSecond: limits.filterMsPerSecond, atOnce: limits.filterMsAtOnce },
    () => performance.now(),
  )
  const streams = new Map<string, number>()
  let open = 0

  return {
    admit(request, identity) {
      const client = nameOf(request, identity)
      const wait = rate.take(client)
      if (wait > 0) throw tooMany(`Too many requests: at most ${limits.requestsPerSecond} a second`, wait)
      return client
    },
    mayFilter: (request, identity, ms) => filtering.take(nameOf(request, identity), ms) === 0,
    openStream(request, identity) {
      const client = nameOf(request, identity)
      const own = streams.get(client) ?? 0
      if (own >= limits.streamsOfClient || open >= limits.streams)
        throw tooMany('Too many event streams are open: close some', 5)
      streams.set(client, own + 1)
      open += 1
      let isOpen = true
      return () => {
        if (!isOpen) return
        isOpen = false
        open -= 1
        const left = (streams.get(client) ?? 1) - 1
        if (left > 0) streams.set(client, left)
        else streams.delete(client)
      }
    },
  }
}

function nameOf(request: Request, { kind, id }: Identity): string {
  return kind === 'anonymous' ? `address ${addressOf(request)}` : id
}

function tooMany(message: string, retryAfter: number): LakeError {
  return httpError(429, message, { type: 'rateLimitExceededError', retryAfter })
}
