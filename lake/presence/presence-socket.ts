import { randomUUID } from 'node:crypto'
import type { WebSocket } from 'ws'
import { z } from 'zod'
import type { Access } from '../access/open-access.ts'
import type { Identity } from '../access/identity.ts'
import { LakeError } from '../errors.ts'
import { createRateLimit } from '../sockets/keep-alive.ts'
import { readMessageText } from '../sockets/message-text.ts'
import { readPresenceCall, type PresenceCall } from './presence-call.ts'
import type { PresenceEvent, PresenceRoom, Seat } from './presence-room.ts'

const HEARTBEAT = '♥'
const HEARTBEAT_EVERY_MS = 15_000
const AUTHORIZE_WITHIN_MS = 10_000
const MESSAGES_PER_WINDOW = 200
const UNAUTHORIZED = 4001
const TOO_MANY = 4429

/** Path of the presence socket below the origin; the version plays no part. */
export const PRESENCE_PATH = /^\/v[\w-]+\/socket\/([\w-]+)$/

export interface PresenceDeps {
  access: Pick<Access, 'authenticate' | 'watch'>
  room: PresenceRoom
  /** Whether somebody may know of a document, so as to be told who has it open. */
  mayKnow?: (identity: Identity, documentId: string) => boolean
  /** How long a socket may stay open that has not said whose it is. */
  authorizeWithinMs?: number
}

/**
 * Serves one Studio tab: JSON-RPC 2.0 over the socket, as `@sanity/bifur-client` 2 speaks it, with a heartbeat.
 * The caller is who the cookie says, or who says so by `authorization` within ten seconds. The socket ends with the
 * session.
 * @param request the upgrade request, already known to come from the own origin
 */
export function servePresence(socket: WebSocket, request: Request, deps: PresenceDeps): void {
  const { access, room, mayKnow = () => true, authorizeWithinMs = AUTHORIZE_WITHIN_MS } = deps
  const withinRate = createRateLimit(MESSAGES_PER_WINDOW)
  let seat: Seat | null = null
  let seatedAs: Identity | null = null
  let subscription: string | null = null
  let unwatch: (() => void) | null = null

  const heartbeat = setInterval(() => socket.send(HEARTBEAT), HEARTBEAT_EVERY_MS)
  const deadline = setTimeout(() => seat ?? socket.close(UNAUTHORIZED), authorizeWithinMs)

  const takeSeat = (credentials: Request): boolean => {
    const identity = authenticateOrNull(credentials, access)
    if (identity === null) return false
    // The client shows its token again before every call: that must not interrupt what it listens to.
    if (identity.id === seatedAs?.id) return true
    if (seat !== null) return false
    seatedAs = identity
    seat = room.enter(identity.id)
    unwatch = access.watch.start(credentials, () => socket.close(UNAUTHORIZED))
    return true
  }
  const send = (message: Record<string, unknown>) =>
    socket.send(JSON.stringify({ jsonrpc: '2.0', ...message }))

  const subscribe = (member: Seat): string => {
    const id = randomUUID()
    subscription = id
    member.listen((event) => {
      const result = seatedAs ? hideUnknown(event, seatedAs, mayKnow) : event
      send({ method: 'presence_subscription', params: { subscription: id, result } })
    })
    return id
  }

  /** The result of a call; null when the caller has to sign in first. */
  const perform = (call: PresenceCall): string | boolean | null => {
    if (call.method === 'authorization') {
      const { authorization } = call.params
      return takeSeat(new Request(request.url, { headers: { authorization } })) ? 'authorized' : null
    }
    if (seat === null) return null
    switch (call.method) {
      case 'presence_subscribe':
        return subscribe(seat)
      case 'presence_unsubscribe':
        if (call.params.subscriptionId === subscription) seat.stopListening()
        return true
      case 'presence_rollcall':
        seat.callRoll(call.params.session)
        return true
      case 'presence_announce':
        return seat.announce(call.params.data.sessionId, call.params.data.locations)
      case 'presence_disconnect':
        return seat.disconnect(call.params.session)
      default:
        return call satisfies never
    }
  }

  socket.on('message', (data, isBinary) => {
    if (!withinRate()) return socket.close(TOO_MANY)
    const read = readPresenceCall(readMessageText(data, isBinary) ?? '')
    if ('fault' in read) {
      const { id, code, message } = read.fault
      return send({ id, error: { code, message } })
    }
    const { id } = read.call
    const result = perform(read.call)
    if (result !== null) return send({ id, result })
    // The deadline closes the socket: a tab that is shown out at once comes back at once, for ever.
    return send({ id, error: { code: UNAUTHORIZED, message: 'Sign in first' } })
  })
  socket.on('close', () => {
    clearInterval(heartbeat)
    clearTimeout(deadline)
    unwatch?.()
    seat?.leave()
  })

  takeSeat(request)
}

function authenticateOrNull(request: Request, access: Pick<Access, 'authenticate'>): Identity | null {
  try {
    const { identity } = access.authenticate(request)
    return identity.kind === 'anonymous' ? null : identity
  } catch (error) {
    if (error instanceof LakeError) return null
    throw error
  }
}

/** Without the places in documents that the listener must not know of. */
function hideUnknown(
  event: PresenceEvent,
  listener: Identity,
  mayKnow: (identity: Identity, documentId: string) => boolean,
): PresenceEvent {
  if (event.type !== 'state') return event
  const locations = event.m.locations.filter((location) => {
    const place = placeSchema.safeParse(location)
    if (!place.success) return false
    const { documentId } = place.data
    return documentId === undefined || mayKnow(listener, documentId)
  })
  return { ...event, m: { ...event.m, locations } }
}

const placeSchema = z.object({ documentId: z.string().optional() })
