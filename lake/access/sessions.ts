import type { AccountStore } from '../store/accounts.ts'
import type { StoredSession } from '../store/accounts/sessions.ts'
import type { StoredUser } from '../store/accounts/users.ts'
import { writeIfRoom } from '../store/disk-full.ts'
import { createSecret, hashSecret } from './secrets.ts'

const LIFETIME_MS = 30 * 24 * 60 * 60 * 1000
const IDLE_MS = 14 * 24 * 60 * 60 * 1000
const TOUCH_EVERY_MS = 15 * 60 * 1000
const ID_LENGTH = 16
const MAX_AGENT = 300

/** A new session; the secret goes into the cookie and is not kept. */
export interface StartedSession {
  secret: string
}

/** From where somebody signs in, to be recognised in the list of sessions. */
export interface Visitor {
  /** As `addressOf` tells; empty when it is not known. */
  address: string
  /** The browser's `User-Agent`. */
  agent: string
}

export const UNKNOWN_VISITOR = { address: '', agent: '' } as const satisfies Visitor

/** A session as its owner sees it in the list. `id` names it, but opens nothing. */
export interface ListedSession extends Visitor {
  id: string
  createdAt: string
  seenAt: string
}

export interface Sessions {
  /** Always a fresh secret, whatever the browser sent, so that nobody can plant one beforehand. */
  start(userId: string, method: StoredSession['method'], visitor?: Visitor): StartedSession
  /** Null when the secret is wrong, the session has ended (after a month, or two weeks without use) or its user is gone. */
  find(secret: string): { session: StoredSession; user: StoredUser } | null
  end(secret: string): void
  /** The one used last first. */
  listOf(userId: string): ListedSession[]
  /** Ends one of the user's sessions by the `id` of the list; nothing happens when there is none. */
  endOne(userId: string, id: string): void
  /** @param exceptSecret the session that may stay */
  endAllOf(userId: string, exceptSecret?: string): void
}

/** @param onEnd called after sessions have ended in this process */
export function createSessions(store: AccountStore, now: () => Date, onEnd: () => void): Sessions {
  return {
    start(userId, method, { address, agent } = UNKNOWN_VISITOR) {
      const secret = createSecret()
      const createdAt = now()
      const expires = new Date(createdAt.getTime() + LIFETIME_MS)
      store.sessions.removeExpired(createdAt.toISOString())
      store.sessions.insert({
        hash: hashSecret(secret),
        userId,
        method,
        createdAt: createdAt.toISOString(),
        expiresAt: expires.toISOString(),
        address,
        agent: agent.slice(0, MAX_AGENT),
        seenAt: createdAt.toISOString(),
      })
      return { secret }
    },
    find(secret) {
      const at = now()
      const session = store.sessions.find(hashSecret(secret), at.toISOString())
      const unused = session === null ? 0 : at.getTime() - Date.parse(session.seenAt)
      if (session === null || unused >= IDLE_MS) return null
      if (unused >= TOUCH_EVERY_MS) writeIfRoom(() => store.sessions.touch(session.hash, at.toISOString()))
      const user = store.users.byId(session.userId)
      return user && user.removedAt === null ? { session, user } : null
    },
    end(secret) {
      store.sessions.remove(hashSecret(secret))
      onEnd()
    },
    listOf: (userId) =>
      store.sessions
        .listOf(userId, now().toISOString())
        .flatMap(({ hash, seenAt, createdAt, address, agent }) => {
          if (now().getTime() - Date.parse(seenAt) >= IDLE_MS) return []
          return { id: hash.slice(0, ID_LENGTH), createdAt, seenAt, address, agent }
        }),
    endOne(userId, id) {
      const found = store.sessions
        .listOf(userId, now().toISOString())
        .find(({ hash }) => id.length === ID_LENGTH && hash.startsWith(id))
      if (found) store.sessions.remove(found.hash)
      onEnd()
    },
    endAllOf(userId, exceptSecret) {
      store.sessions.removeAllOf(userId, exceptSecret === undefined ? undefined : hashSecret(exceptSecret))
      onEnd()
    },
  }
}
