import type { WebSocket } from 'ws'

const PING_EVERY_MS = 20_000
const RATE_WINDOW_MS = 10_000

/** Finds sockets whose other end has gone without a word, and ends them. */
export interface KeepAlive {
  watch(socket: WebSocket): void
  close(): void
}

/** A socket that does not answer a ping before the next one is ended; so is one whose proxy sleeps. */
export function createKeepAlive(everyMs = PING_EVERY_MS): KeepAlive {
  const waiting = new Map<WebSocket, boolean>()
  const timer = setInterval(() => {
    for (const [socket, silent] of waiting) {
      if (silent) {
        socket.terminate()
        continue
      }
      waiting.set(socket, true)
      socket.ping()
    }
  }, everyMs)
  timer.unref()

  return {
    watch(socket) {
      waiting.set(socket, false)
      socket.on('pong', () => waiting.set(socket, false))
      socket.on('close', () => waiting.delete(socket))
    },
    close: () => clearInterval(timer),
  }
}

/** Tells, message by message, whether a socket still keeps to `most` messages in ten seconds. */
export function createRateLimit(most: number, now: () => number = Date.now): () => boolean {
  let windowStart = now()
  let count = 0
  return () => {
    if (now() - windowStart >= RATE_WINDOW_MS) {
      windowStart = now()
      count = 0
    }
    count += 1
    return count <= most
  }
}
