import { isOwnOrigin } from '../access/own-origin.ts'

const EVENT_STREAMS = /^\/v[\w-]+\/data\/(listen|live\/events)\/[\w-]+$/

/**
 * Where a stream may be opened: only the lake's own event streams.
 * @param text as the client sent it
 * @param request the socket's upgrade request
 * @returns null for every other address
 */
export function readRelayedUrl(text: string, request: Request, origin?: string): URL | null {
  const url = URL.parse(text, request.url)
  if (url === null || !isOwnOrigin(url.origin, request, origin)) return null
  if (url.username !== '' || url.password !== '' || !EVENT_STREAMS.test(url.pathname)) return null
  // Always to this lake, however the address names it.
  return new URL(`${url.pathname}${url.search}`, request.url)
}
