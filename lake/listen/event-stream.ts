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
  const encoder = new TextEncoder()
  const callbacks: (() => void)[] = []
  let closed = false
  let controller: ReadableStreamDefaultController<Uint8Array> | undefined
  const heartbeat = setInterval(() => write(':\n\n'), HEARTBEAT_MS)
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

  function write(text: string): void {
    if (closed || !controller || text === '') return
    controller.enqueue(encoder.encode(text))
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
    send: (...events) => write(events.map(writeEvent).join('')),
    close,
    onClose(callback) {
      if (closed) callback()
      else callbacks.push(callback)
    },
  }
}

function writeEvent({ event, id, data }: StreamEvent): string {
  return `event: ${event}\n${id === undefined ? '' : `id: ${id}\n`}data: ${JSON.stringify(data)}\n\n`
}

const HEADERS = {
  'content-type': 'text/event-stream; charset=utf-8',
  'cache-control': 'no-cache, no-transform',
  // Proxies that buffer would hold events back.
  'x-accel-buffering': 'no',
}
