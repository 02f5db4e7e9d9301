import { forbidden, unauthorized } from '../errors.ts'
import type { AccountStore } from '../store/accounts.ts'
import type { StoredSession } from '../store/accounts/sessions.ts'
import type { StoredToken } from '../store/accounts/tokens.ts'
import { writeIfRoom } from '../store/disk-full.ts'
import type { StoredUser } from '../store/accounts/users.ts'
import { ANONYMOUS, type Identity } from './identity.ts'
import { isForeignOrigin } from './own-origin.ts'
import { hashSecret } from './secrets.ts'
import { readSessionCookie } from './session-cookie.ts'
import type { Sessions } from './sessions.ts'

const SAFE_METHODS = new Set(['GET', 'HEAD', 'OPTIONS'])
const TOUCH_EVERY_MS = 60 * 60 * 1000

/** Who makes a request, and in which session, if any. */
export interface Authenticated {
  identity: Identity
  session: (StoredSession & { secret: string }) | null
}

interface AuthenticateDeps {
  store: AccountStore
  sessions: Sessions
  now: () => Date
  /** The public origin; without it the request's own host is the only one trusted. */
  origin?: string
}

/**
 * Reads `Authorization: Bearer` (a token or a session's secret), else the session cookie, afresh on every call: what
 * another process revokes is refused at once.
 *
 * A cookie counts only for the lake's own pages: reads from another origin are anonymous, writes are refused.
 * @throws LakeError 401 for wrong or ended credentials, 403 for a write by cookie from a foreign origin
 */
export function createAuthenticate(deps: AuthenticateDeps): (request: Request) => Authenticated {
  return (request) => {
    const authorization = request.headers.get('authorization')
    if (authorization !== null) return authenticateBearer(authorization, deps)
    const secret = readSessionCookie(request)
    if (secret === null) return { identity: ANONYMOUS, session: null }
    if (isForeignOrigin(request, deps.origin)) {
      if (SAFE_METHODS.has(request.method)) return { identity: ANONYMOUS, session: null }
      throw forbidden('A page of another origin sent this with the session cookie: use a token instead')
    }
    return authenticateSession(secret, deps)
  }
}

function authenticateBearer(authorization: string, deps: AuthenticateDeps): Authenticated {
  const secret = /^Bearer\s+(\S+)$/i.exec(authorization)?.[1]
  if (secret === undefined) {
    throw unauthorized('The Authorization header must read "Bearer <token>"')
  }
  const token = deps.store.tokens.byHash(hashSecret(secret))
  if (token === null) return authenticateSession(secret, deps)
  touchToken(token, deps)
  return { identity: tokenIdentity(token), session: null }
}

function authenticateSession(secret: string, deps: AuthenticateDeps): Authenticated {
  const found = deps.sessions.find(secret)
  if (found === null) {
    throw unauthorized('Session not found: it has ended or the token was revoked; sign in again')
  }
  return { identity: userIdentity(found.user), session: { ...found.session, secret } }
}

function touchToken(token: StoredToken, { store, now }: AuthenticateDeps): void {
  const at = now()
  const last = token.lastUsedAt === null ? 0 : Date.parse(token.lastUsedAt)
  if (at.getTime() - last >= TOUCH_EVERY_MS) writeIfRoom(() => store.tokens.touch(token.id, at.toISOString()))
}

function userIdentity(user: StoredUser): Identity {
  const email = user.login.includes('@') ? user.login : ''
  return { id: user.id, name: user.name, email, role: user.role, kind: 'user', ...scopesOf(user) }
}

function tokenIdentity(token: StoredToken): Identity {
  return { id: token.id, name: token.label, email: '', role: token.role, kind: 'token', ...scopesOf(token) }
}

function scopesOf({ scopes }: Pick<StoredUser, 'scopes'>): Pick<Identity, 'scopes'> {
  return scopes.length > 0 ? { scopes } : {}
}
