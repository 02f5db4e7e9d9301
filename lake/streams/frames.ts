import { z } from 'zod'

/**
 * Many event streams over one WebSocket, because browsers allow only six HTTP/1.1 connections per host.
 *
 * Socket: `GET /v1/streams` on the lake's own origin (`ws://` or `wss://`), opened with the session cookie.
 * Every message is one JSON object as text.
 *
 * client → server
 * - `{type: 'open', id, url, headers}` starts a stream. `id` is chosen by the client and unique on the socket.
 *   `url` is what would have been fetched (a path with query, or absolute on the same origin); only
 *   `/v…/data/listen/:dataset` and `/v…/data/live/events/:dataset` are relayed. `headers` is a flat object;
 *   `Last-Event-ID` and `Authorization` are passed on, others are ignored.
 * - `{type: 'close', id}` ends it; nothing more comes for this id.
 *
 * server → client, for each id in this order: `head`, any number of `data`, then `end` or `error`
 * - `{type: 'head', id, status, headers}` the response line; the body follows whatever the status is
 * - `{type: 'data', id, chunk}` a piece of the body, whole UTF-8 characters, not aligned to events
 * - `{type: 'end', id}` the body ended
 * - `{type: 'error', id, message}` the stream broke or was refused (no `head` when it never began)
 *
 * The server closes the whole socket with code 4401 when the session ends or a stream is answered 401, 4429
 * when a limit is exceeded, 4400 for a frame it cannot read, 1001 when it shuts down; liveness is checked by
 * WebSocket pings. A client treats every closed socket alike: all its streams error, and the next `open` uses a
 * new socket.
 */
export const STREAMS_PATH = '/v1/streams'

export const CLOSE_CODES = { unreadable: 4400, signedOut: 4401, limit: 4429, shutdown: 1001 } as const

const streamId = z.union([z.string().min(1).max(64), z.number().int().nonnegative()])

const clientFrame = z.discriminatedUnion('type', [
  z.object({
    type: z.literal('open'),
    id: streamId,
    url: z.string().max(64_000),
    headers: z.record(z.string(), z.string()).default({}),
  }),
  z.object({ type: z.literal('close'), id: streamId }),
])

export type StreamId = z.infer<typeof streamId>
export type ClientFrame = z.infer<typeof clientFrame>

export type ServerFrame =
  | { type: 'head'; id: StreamId; status: number; headers: Record<string, string> }
  | { type: 'data'; id: StreamId; chunk: string }
  | { type: 'end'; id: StreamId }
  | { type: 'error'; id: StreamId; message: string }

/** Reads one message of the client; null when it is not a frame of this protocol. */
export function readClientFrame(text: string): ClientFrame | null {
  const parsed = z.string().transform(parseJson).pipe(clientFrame).safeParse(text)
  return parsed.success ? parsed.data : null
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}
