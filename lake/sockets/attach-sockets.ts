import type { IncomingMessage, Server } from 'node:http'
import type { Duplex } from 'node:stream'
import { WebSocketServer, type WebSocket } from 'ws'
import type { Identity } from '../access/identity.ts'
import type { Access } from '../access/open-access.ts'
import { isForeignOrigin } from '../access/own-origin.ts'
import { createPresenceRoom } from '../presence/presence-room.ts'
import { PRESENCE_PATH, servePresence } from '../presence/presence-socket.ts'
import { CLOSE_CODES, STREAMS_PATH } from '../streams/frames.ts'
import { relayStreams } from '../streams/relay-streams.ts'
import { createKeepAlive } from './keep-alive.ts'
import { readUpgradeRequest, refuseUpgrade } from './upgrade-request.ts'

const MOST_SOCKETS = 2_000
const MAX_MESSAGE_BYTES = 128 * 1024
const CLOSING_MS = 1_000

export interface SocketDeps {
  access: Access
  dataset: string
  /** Public origin, when it is known. */
  origin?: string
  /** Whether somebody may know of a document, so as to be told who has it open; of every one when missing. */
  mayKnow?: (identity: Identity, documentId: string) => boolean
  /** Answers requests as over HTTP; event streams are taken from here. */
  fetch: (request: Request) => Promise<Response>
  /** How long a presence socket may stay open that has not said whose it is. */
  authorizeWithinMs?: number
}

/** The sockets of one server. */
export interface Sockets {
  /** Takes no more upgrades and closes what is open; done when all are gone. */
  close(): Promise<void>
}

/**
 * Serves the lake's WebSockets of a server: event streams at `/v1/streams`, presence at `/v…/socket/:dataset`.
 * Pages of other origins are refused. Upgrades to other paths are left to other listeners, or refused with 404 where
 * there is none.
 */
export function attachSockets(server: Server, deps: SocketDeps): Sockets {
  const sockets = new WebSocketServer({ noServer: true, maxPayload: MAX_MESSAGE_BYTES })
  const keepAlive = createKeepAlive()
  const room = createPresenceRoom()

  const findService = (request: Request) => {
    const { pathname } = new URL(request.url)
    if (pathname === STREAMS_PATH) return (socket: WebSocket) => relayStreams(socket, request, deps)
    if (PRESENCE_PATH.exec(pathname)?.[1] !== deps.dataset) return null
    return (socket: WebSocket) => servePresence(socket, request, { ...deps, room })
  }

  const upgrade = (incoming: IncomingMessage, connection: Duplex, head: Buffer) => {
    const request = readUpgradeRequest(incoming)
    const serve = request && findService(request)
    if (!request || !serve) {
      if (server.listenerCount('upgrade') === 1) refuseUpgrade(connection, 404, 'Not Found')
      return
    }
    if (isForeignOrigin(request, deps.origin)) return refuseUpgrade(connection, 403, 'Forbidden')
    if (sockets.clients.size >= MOST_SOCKETS) return refuseUpgrade(connection, 503, 'Service Unavailable')
    sockets.handleUpgrade(incoming, connection, head, (socket) => {
      // Without a listener a broken connection would end the process; `close` follows and does the rest.
      socket.on('error', () => {})
      keepAlive.watch(socket)
      serve(socket)
    })
  }
  server.on('upgrade', upgrade)

  return {
    async close() {
      server.off('upgrade', upgrade)
      keepAlive.close()
      const gone = [...sockets.clients].map((socket) => closeSocket(socket))
      sockets.close()
      await Promise.all(gone)
    },
  }
}

/** Says goodbye; who does not answer is cut off after a second. */
function closeSocket(socket: WebSocket): Promise<void> {
  return new Promise((resolve) => {
    const cut = setTimeout(() => socket.terminate(), CLOSING_MS)
    socket.once('close', () => {
      clearTimeout(cut)
      resolve()
    })
    socket.close(CLOSE_CODES.shutdown)
  })
}
