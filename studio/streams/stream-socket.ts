import { type ClientFrame, readServerFrame } from './frames.ts'
import { type OpenStream, openStream } from './open-stream.ts'

/** The part of a browser's WebSocket that is used here. */
export type SocketLike = Pick<WebSocket, 'readyState' | 'send' | 'close' | 'addEventListener'>

/** Event streams over one socket that is opened when the first of them is wanted. */
export interface StreamSocket {
  /**
   * Opens a stream.
   *
   * @returns the response, once its head is here.
   * @throws TypeError (as a rejection) when the socket is lost before, AbortError when `signal` is aborted.
   */
  open(url: string, headers: Record<string, string>, signal?: AbortSignal | null): Promise<Response>
  /** Drops the socket with all its streams; the next `open` connects anew, with the cookie of that moment. */
  reset(): void
}

const OPEN = 1

/** Multiplexes event streams over the sockets that `connect` makes, one at a time. */
export function createStreamSocket(connect: () => SocketLike): StreamSocket {
  let connection: Connection | null = null
  let lastId = 0

  return {
    open(url, headers, signal) {
      if (signal?.aborted) return Promise.reject(signal.reason)
      connection ??= connectTo(connect(), (lost) => {
        if (connection === lost) connection = null
      })
      lastId += 1
      return connection.open(lastId, url, headers, signal ?? null)
    },
    reset() {
      connection?.close()
      connection = null
    },
  }
}

interface Connection {
  open(
    id: number,
    url: string,
    headers: Record<string, string>,
    signal: AbortSignal | null,
  ): Promise<Response>
  close(): void
}

function connectTo(socket: SocketLike, onLost: (connection: Connection) => void): Connection {
  const streams = new Map<number, OpenStream>()
  const waiting: ClientFrame[] = []
  const send = (frame: ClientFrame) => {
    if (socket.readyState === OPEN) socket.send(JSON.stringify(frame))
    else waiting.push(frame)
  }
  const failAll = (why: string) => {
    const broken = [...streams.values()]
    streams.clear()
    for (const stream of broken) stream.fail(new TypeError(why))
  }
  const drop = (id: number) => {
    if (streams.delete(id)) send({ type: 'close', id })
  }

  const connection: Connection = {
    open(id, url, headers, signal) {
      const stream = openStream(() => drop(id))
      streams.set(id, stream)
      signal?.addEventListener(
        'abort',
        () => {
          drop(id)
          stream.fail(abortErrorOf(signal))
        },
        { once: true },
      )
      send({ type: 'open', id, url, headers })
      return stream.response
    },
    close() {
      failAll('The event streams were closed')
      socket.close()
    },
  }

  socket.addEventListener('open', () => {
    for (const frame of waiting.splice(0)) socket.send(JSON.stringify(frame))
  })
  socket.addEventListener('message', (event) => {
    const frame = readServerFrame(event.data)
    if (frame !== null && streams.get(frame.id)?.take(frame)) streams.delete(frame.id)
  })
  const lost = () => {
    onLost(connection)
    failAll('The connection for event streams was lost')
  }
  socket.addEventListener('close', lost)
  socket.addEventListener('error', lost)
  return connection
}

function abortErrorOf(signal: AbortSignal): Error {
  return signal.reason instanceof Error ? signal.reason : new DOMException('Aborted', 'AbortError')
}
