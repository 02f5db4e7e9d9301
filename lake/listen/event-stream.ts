/** One event of a stream of server-sent events. */
export interface StreamEvent {
  event: string
  id?: string
  data: unknown
}

/** An open answer that events are written to. */
export interface EventStream {
  response: Response
  /** Sends events in one piece. */
  send(...events: readonly StreamEvent[]): void
  /** Ends the stream; a client that wants more opens another one. */
  close(): void
  /** Called once, whoever ended the stream; at once when it has ended. */
  onClose(callback: () => void): void
}

const HEARTBEAT_MS = 25_000
const MAX_UNREAD_BYTES = 8 * 1024 * 1024

/**
 * Opens a stream of server-sent events. A comment is sent from time to time, so that proxies keep it open and a dead
 * connection is noticed. A reader that leaves too much unread is cut off.
 *
 * @param signal ends the stream: the request's, aborted when the client goes away
 */
export function openEventStream(signal: AbortSignal): EventStream {
  const callbacks: (() => void)[] = []
  let closed = false
  let controller: ReadableStreamDefaultController<Uint8Array> | undefined
  const heartbeat = setInterval(() => write(HEARTBEAT), HEARTBEAT_MS)
  heartbeat.unref()

  function finish(): void {
    if (closed) return
    closed = true
    clearInterval(heartbeat)
    signal.removeEventListener('abort', close)
    for (const callback of callbacks) callback()
  }

  function close(): void {
    if (closed) return
    finish()
    controller?.close()
  }

  function write(bytes: Uint8Array): void {
    if (closed || !controller || bytes.byteLength === 0) return
    controller.enqueue(bytes)
    if ((controller.desiredSize ?? 0) <= 0) close()
  }

  const body = new ReadableStream<Uint8Array>(
    {
      start(started) {
        controller = started
      },
      cancel: finish,
    },
    new ByteLengthQueuingStrategy({ highWaterMark: MAX_UNREAD_BYTES }),
  )
  signal.addEventListener('abort', close, { once: true })
  if (signal.aborted) close()

  return {
    response: new Response(body, { headers: HEADERS }),
    send: (...events) => {
      const [only] = events
      write(events.length === 1 && only ? writeEvent(only) : Buffer.concat(events.map(writeEvent)))
    },
    close,
    onClose(callback) {
      if (closed) callback()
      else callbacks.push(callback)
    },
  }
}

const encoder = new TextEncoder()
const HEARTBEAT = encoder.encode(':\n\n')
/** Many streams are sent the very same events. */
const written = new WeakMap<StreamEvent, Uint8Array>()

function writeEvent(told: StreamEvent): Uint8Array {
  const known = written.get(told)
  if (known) return known
  const { event, id, data } = told
  const head = `event: ${event}\n${id === undefined ? '' : `id: ${id}\n`}`
  const bytes = encoder.encode(`${head}data: ${JSON.stringify(data)}\n\n`)
  written.set(told, bytes)
  return bytes
}

const HEADERS = {
  'content-type': 'text/event-stream; charset=utf-8',
  'cache-control': 'no-cache, no-transform',
  // Proxies that buffer would hold events back.
  'x-accel-buffering': 'no',
}
