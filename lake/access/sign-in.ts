import type { AccountStore } from '../store/accounts.ts'
import type { LinkPurpose } from '../store/accounts/links.ts'
import type { Authenticated } from './authenticate.ts'
import { createLockOut } from './lock-out.ts'
import { readLogin } from './login.ts'
import { findPasswordFault, hashPassword, verifyPassword } from './password.ts'
import { createSecret, hashSecret } from './secrets.ts'
import type { Sessions, StartedSession } from './sessions.ts'

const EXCHANGE_LIFETIME_MS = 60_000
const FRESH_LINK_MS = 30 * 60_000

export type PasswordSignIn =
  | { outcome: 'signed-in'; userId: string; session: StartedSession }
  | { outcome: 'wrong' }
  | { outcome: 'locked'; waitMs: number }

export type PasswordChange =
  { outcome: 'changed'; session: StartedSession } | { outcome: 'refused'; message: string }

export interface SignIn {
  /** Tells an unknown login from a wrong password neither by its answer nor by its time. */
  withPassword(login: string, password: string): Promise<PasswordSignIn>
  /** Uses the link up; null when it is unknown, used, expired or its user is gone. */
  withLink(secret: string, purpose: LinkPurpose): StartedSession | null
  /** A secret that `withLink(…, 'exchange')` accepts once, within a minute. */
  createExchange(userId: string): string
  /** Whether the session must show the current password before it sets another. */
  needsCurrentPassword(authenticated: Authenticated): boolean
  /** Ends every session of the user and starts a new one for the caller. The message of a refusal is Russian. */
  changePassword(
    authenticated: Authenticated,
    passwords: { current: string; next: string; repeated: string },
  ): Promise<PasswordChange>
}

interface SignInDeps {
  store: AccountStore
  sessions: Sessions
  now: () => Date
}

export function createSignIn({ store, sessions, now }: SignInDeps): SignIn {
  const lockOut = createLockOut(store, now)

  const needsCurrentPassword = ({ session, identity }: Authenticated): boolean => {
    const hasPassword = (store.users.byId(identity.id)?.passwordHash ?? null) !== null
    const freshLink =
      session?.method === 'link' && now().getTime() - Date.parse(session.createdAt) < FRESH_LINK_MS
    return hasPassword && !freshLink
  }

  return {
    async withPassword(typed, password) {
      const login = readLogin(typed) ?? ''
      const waitMs = lockOut.begin(login)
      if (waitMs > 0) return { outcome: 'locked', waitMs }
      const user = store.users.byLogin(login)
      const right = await verifyPassword(password, user?.passwordHash ?? null)
      if (!user || !right) return { outcome: 'wrong' }
      lockOut.succeed(login)
      return { outcome: 'signed-in', userId: user.id, session: sessions.start(user.id, 'password') }
    },

    withLink(secret, purpose) {
      const userId = store.links.consume(hashSecret(secret), purpose, now().toISOString())
      const user = userId === null ? null : store.users.byId(userId)
      if (!user || user.removedAt !== null) return null
      return sessions.start(user.id, purpose === 'sign-in' ? 'link' : 'password')
    },

    createExchange(userId) {
      const secret = createSecret()
      const expiresAt = new Date(now().getTime() + EXCHANGE_LIFETIME_MS).toISOString()
      store.links.insert({ hash: hashSecret(secret), userId, purpose: 'exchange', expiresAt })
      return secret
    },

    needsCurrentPassword,

    async changePassword(authenticated, { current, next, repeated }) {
      const user = store.users.byId(authenticated.identity.id)
      if (!user) return { outcome: 'refused', message: 'Пароль есть только у людей, не у токенов.' }
      if (needsCurrentPassword(authenticated)) {
        if (lockOut.begin(user.login) > 0) {
          return { outcome: 'refused', message: 'Слишком много попыток. Подождите немного и повторите.' }
        }
        if (!(await verifyPassword(current, user.passwordHash))) {
          return { outcome: 'refused', message: 'Нынешний пароль указан неверно.' }
        }
        lockOut.succeed(user.login)
      }
      const fault = next === repeated ? findPasswordFault(next, user.login) : 'Пароли не совпадают.'
      if (fault !== null) return { outcome: 'refused', message: fault }
      store.users.setPasswordHash(user.id, await hashPassword(next))
      sessions.endAllOf(user.id)
      return { outcome: 'changed', session: sessions.start(user.id, 'password') }
    },
  }
}
