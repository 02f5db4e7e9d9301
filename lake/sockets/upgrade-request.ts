import type { IncomingMessage } from 'node:http'
import type { Duplex } from 'node:stream'

/** The request that asks for a WebSocket, without its body; null when its address cannot be read. */
export function readUpgradeRequest(incoming: IncomingMessage): Request | null {
  const url = URL.parse(incoming.url ?? '', `http://${incoming.headers.host ?? 'localhost'}`)
  if (url === null || url.protocol !== 'http:') return null
  const headers = new Headers()
  for (const [name, value] of Object.entries(incoming.headers)) {
    // Hop-by-hop names like `connection` are no concern of those who read this.
    if (typeof value === 'string' && !name.startsWith(':')) headers.set(name, value)
  }
  return new Request(url, { headers })
}

/** Answers an upgrade with a plain HTTP error and closes the connection. */
export function refuseUpgrade(socket: Duplex, status: number, reason: string): void {
  socket.end(
    `HTTP/1.1 ${status} ${reason}\r\nConnection: close\r\nContent-Type: text/plain; charset=utf-8\r\n` +
      `Content-Length: ${Buffer.byteLength(reason)}\r\n\r\n${reason}`,
  )
}
