import { STREAMS_PATH } from './frames.ts'
import { createStreamSocket, type SocketLike } from './stream-socket.ts'

/** What `createStreamFetch` works with; in a browser these are its own. */
export interface StreamFetchParts {
  /** Origin of the lake, e.g. `http://localhost:4321`; event streams of other origins are left to `fetch`. */
  origin: string
  fetch: (url: string, init?: RequestInit) => Promise<Response>
  openSocket: (url: string) => SocketLike
}

const RELAYED = /^\/v[^/]+\/data\/(listen|live\/events)\//
const SIGN_OUT = /^\/v[^/]+\/auth\/logout$/

/**
 * A `fetch` that sends event streams of the lake over one WebSocket and everything else the usual way.
 *
 * Browsers allow six HTTP/1.1 connections per host, while an open document holds about six event streams: over
 * plain HTTP the Studio would wait for itself for ever. The socket keeps the cookie it was opened with, so it is
 * dropped after every 401 and after signing out.
 */
export function createStreamFetch(parts: StreamFetchParts) {
  const address = parts.origin.replace(/^http/, 'ws') + STREAMS_PATH
  const socket = createStreamSocket(() => parts.openSocket(address))

  return async function streamFetch(url: string, init?: RequestInit): Promise<Response> {
    const target = new URL(url, parts.origin)
    if (isEventStream(init) && target.origin === parts.origin && RELAYED.test(target.pathname)) {
      return socket.open(target.pathname + target.search, headersOf(init), init?.signal)
    }
    const response = await parts.fetch(url, init)
    const own = target.origin === parts.origin
    if (own && (response.status === 401 || SIGN_OUT.test(target.pathname))) socket.reset()
    return response
  }
}

function isEventStream(init: RequestInit | undefined): boolean {
  return new Headers(init?.headers).get('accept')?.includes('text/event-stream') ?? false
}

function headersOf(init: RequestInit | undefined): Record<string, string> {
  return Object.fromEntries(new Headers(init?.headers).entries())
}
