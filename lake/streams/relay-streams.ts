import type { WebSocket } from 'ws'
import type { Access } from '../access/open-access.ts'
import { createRateLimit } from '../sockets/keep-alive.ts'
import { readMessageText } from '../sockets/message-text.ts'
import { CLOSE_CODES, readClientFrame, type ClientFrame, type ServerFrame, type StreamId } from './frames.ts'
import { readRelayedUrl } from './relayed-url.ts'

const MOST_STREAMS = 64
const MESSAGES_PER_WINDOW = 400

export interface RelayDeps {
  access: Pick<Access, 'watch'>
  /** Answers as the lake would over HTTP. */
  fetch: (request: Request) => Promise<Response>
  origin?: string
}

/**
 * Serves one tab's event streams over its socket, by the protocol of `frames.ts`. Each stream is a request to the
 * lake with the cookie that the socket was opened with, so it may no more than that.
 * @param request the upgrade request, already known to come from the own origin
 */
export function relayStreams(socket: WebSocket, request: Request, deps: RelayDeps): void {
  const streams = new Map<StreamId, AbortController>()
  const withinRate = createRateLimit(MESSAGES_PER_WINDOW)
  const unwatch = deps.access.watch.start(request, () => socket.close(CLOSE_CODES.signedOut))

  const open = async (frame: Extract<ClientFrame, { type: 'open' }>) => {
    const stop = new AbortController()
    streams.set(frame.id, stop)
    const status = await relay(socket, frame, request, deps, stop.signal)
    if (streams.get(frame.id) === stop) streams.delete(frame.id)
    if (status === 401) socket.close(CLOSE_CODES.signedOut)
  }

  socket.on('message', (data, isBinary) => {
    const frame = readClientFrame(readMessageText(data, isBinary) ?? '')
    if (frame === null) return socket.close(CLOSE_CODES.unreadable)
    if (!withinRate() || (frame.type === 'open' && streams.size >= MOST_STREAMS)) {
      return socket.close(CLOSE_CODES.limit)
    }
    const known = streams.get(frame.id)
    if (frame.type === 'close') {
      streams.delete(frame.id)
      return known?.abort()
    }
    return known ? socket.close(CLOSE_CODES.unreadable) : void open(frame)
  })
  socket.on('close', () => {
    unwatch()
    for (const stop of streams.values()) stop.abort()
    streams.clear()
  })
}

/** Carries one stream to its end. Never rejects. @returns the status of the answer, null when there was none */
async function relay(
  socket: WebSocket,
  { id, url, headers }: Extract<ClientFrame, { type: 'open' }>,
  request: Request,
  { fetch, origin }: RelayDeps,
  signal: AbortSignal,
): Promise<number | null> {
  const target = readRelayedUrl(url, request, origin)
  if (target === null) {
    await send(socket, { type: 'error', id, message: 'Only event streams of this lake are relayed' })
    return null
  }
  let status: number | null = null
  try {
    const response = await fetch(new Request(target, { headers: pickHeaders(headers, request), signal }))
    status = response.status
    await send(socket, { type: 'head', id, status, headers: Object.fromEntries(response.headers) })
    const decoder = new TextDecoder()
    for await (const bytes of response.body ?? []) {
      if (signal.aborted) return status
      const chunk = decoder.decode(bytes, { stream: true })
      if (chunk !== '') await send(socket, { type: 'data', id, chunk })
    }
    if (!signal.aborted) await send(socket, { type: 'end', id })
  } catch (error) {
    const message = error instanceof Error ? error.message : String(error)
    if (!signal.aborted) await send(socket, { type: 'error', id, message })
  }
  return status
}

/** The client's own credentials and position, and the socket's cookie. */
function pickHeaders(given: Record<string, string>, request: Request): Headers {
  const headers = new Headers({ accept: 'text/event-stream' })
  const cookie = request.headers.get('cookie')
  if (cookie !== null) headers.set('cookie', cookie)
  for (const [name, value] of Object.entries(given)) {
    if (/^(authorization|last-event-id)$/i.test(name)) headers.set(name, value)
  }
  return headers
}

/** Done when the frame has left this process, so that a slow reader slows its streams instead of filling memory. */
function send(socket: WebSocket, frame: ServerFrame): Promise<void> {
  return new Promise((resolve) => {
    socket.send(JSON.stringify(frame), () => resolve())
  })
}
