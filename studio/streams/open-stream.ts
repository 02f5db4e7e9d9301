import type { ServerFrame } from './frames.ts'

/** One event stream on the socket: the promised response and what feeds it. */
export interface OpenStream {
  /** Settles with the head; its body yields the stream's bytes until the end or an error. */
  readonly response: Promise<Response>
  /** Passes a frame of this stream on; true when the stream is over with it. */
  take(frame: ServerFrame): boolean
  /** Ends the stream with an error, before or after its head. */
  fail(error: Error): void
}

// A Response with one of these may have no body, and nothing follows its head that a reader could want.
const BODYLESS = new Set([204, 205, 304])

/** Makes the reading side of one event stream; `onCancel` is called when its reader loses interest. */
export function openStream(onCancel: () => void): OpenStream {
  const head = Promise.withResolvers<Response>()
  // The reader may have gone away before the head; that is no unhandled rejection.
  head.promise.catch(() => undefined)
  const encoder = new TextEncoder()
  let controller: ReadableStreamDefaultController<Uint8Array> | null = null
  const body = new ReadableStream<Uint8Array>({
    start: (created) => {
      controller = created
    },
    cancel: () => {
      controller = null
      onCancel()
    },
  })

  return {
    response: head.promise,
    take(frame) {
      if (frame.type === 'head') {
        head.resolve(
          new Response(BODYLESS.has(frame.status) ? null : body, {
            status: frame.status,
            headers: frame.headers,
          }),
        )
        return false
      }
      if (frame.type === 'data') {
        controller?.enqueue(encoder.encode(frame.chunk))
        return false
      }
      if (frame.type === 'error') this.fail(new TypeError(`The lake broke the stream off: ${frame.message}`))
      else controller?.close()
      controller = null
      return true
    },
    fail(error) {
      head.reject(error)
      controller?.error(error)
      controller = null
    },
  }
}
