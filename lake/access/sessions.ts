import type { AccountStore } from '../store/accounts.ts'
import type { StoredSession } from '../store/accounts/sessions.ts'
import type { StoredUser } from '../store/accounts/users.ts'
import { createSecret, hashSecret } from './secrets.ts'

const LIFETIME_MS = 30 * 24 * 60 * 60 * 1000

/** A new session; the secret goes into the cookie and is not kept. */
export interface StartedSession {
  secret: string
}

export interface Sessions {
  /** Always a fresh secret, whatever the browser sent, so that nobody can plant one beforehand. */
  start(userId: string, method: StoredSession['method']): StartedSession
  /** Null when the secret is wrong, the session has ended or its user is gone. */
  find(secret: string): { session: StoredSession; user: StoredUser } | null
  end(secret: string): void
  /** @param exceptSecret the session that may stay */
  endAllOf(userId: string, exceptSecret?: string): void
}

/** @param onEnd called after sessions have ended in this process */
export function createSessions(store: AccountStore, now: () => Date, onEnd: () => void): Sessions {
  return {
    start(userId, method) {
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
      })
      return { secret }
    },
    find(secret) {
      const session = store.sessions.find(hashSecret(secret), now().toISOString())
      const user = session && store.users.byId(session.userId)
      return session && user && user.removedAt === null ? { session, user } : null
    },
    end(secret) {
      store.sessions.remove(hashSecret(secret))
      onEnd()
    },
    endAllOf(userId, exceptSecret) {
      store.sessions.removeAllOf(userId, exceptSecret === undefined ? undefined : hashSecret(exceptSecret))
      onEnd()
    },
  }
}
