import type { AuditEvent, AuditLog } from '../audit/audit-log.ts'
import type { AccountStore } from '../store/accounts.ts'
import type { LinkPurpose } from '../store/accounts/links.ts'
import type { StoredSession } from '../store/accounts/sessions.ts'
import type { StoredUser } from '../store/accounts/users.ts'
import type { Authenticated } from './authenticate.ts'
import { createLockOut, type LockSubject } from './lock-out.ts'
import { readLogin } from './login.ts'
import { findPasswordFault, hashPassword, verifyPassword } from './password.ts'
import type { SecondFactor } from './second-factor.ts'
import { createSecret, hashSecret } from './secrets.ts'
import { UNKNOWN_VISITOR, type Sessions, type StartedSession, type Visitor } from './sessions.ts'

const EXCHANGE_LIFETIME_MS = 60_000
const TICKET_LIFETIME_MS = 10 * 60_000
const FRESH_LINK_MS = 30 * 60_000

/** `code-needed`: right so far; `withCode` goes on with the ticket. */
export type SignedIn =
  | { outcome: 'signed-in'; userId: string; session: StartedSession }
  | { outcome: 'code-needed'; ticket: string }

export type PasswordSignIn = SignedIn | { outcome: 'wrong' } | { outcome: 'locked'; waitMs: number }

/** `wrong`: try again with the new ticket; `expired`: begin anew. */
export type CodeSignIn =
  | Extract<SignedIn, { outcome: 'signed-in' }>
  | { outcome: 'wrong'; ticket: string }
  | { outcome: 'locked'; waitMs: number; ticket: string }
  | { outcome: 'expired' }

export type PasswordChange =
  { outcome: 'changed'; session: StartedSession } | { outcome: 'refused'; message: string }

export interface SignIn {
  /** Tells an unknown login from a wrong password neither by its answer nor by its time. */
  withPassword(login: string, password: string, visitor?: Visitor): Promise<PasswordSignIn>
  /** Uses the link up; null when it is unknown, used, expired or its user is gone. */
  withLink(secret: string, visitor?: Visitor): SignedIn | null
  /** Uses the ticket up. */
  withCode(ticket: string, code: string, visitor?: Visitor): CodeSignIn
  /** Uses a secret of `createExchange` up; null as for `withLink`. */
  withExchange(secret: string, visitor?: Visitor): StartedSession | null
  /** A secret that `withExchange` accepts once, within a minute. */
  createExchange(userId: string): string
  /** Whether the session must show the current password before it sets another. */
  needsCurrentPassword(authenticated: Authenticated): boolean
  /** Whether this is the user's password; a wrong one counts as a failed sign-in. */
  checkPassword(authenticated: Authenticated, password: string, visitor: Visitor): Promise<boolean | 'locked'>
  /** Whether the code is the user's; it is used up, and a wrong one counts as a failed sign-in. */
  checkCode(authenticated: Authenticated, code: string, visitor: Visitor): boolean
  /** Ends every session of the user and starts a new one for the caller. The message of a refusal is Russian. */
  changePassword(
    authenticated: Authenticated,
    passwords: { current: string; next: string; repeated: string },
    visitor?: Visitor,
  ): Promise<PasswordChange>
}

interface SignInDeps {
  store: AccountStore
  sessions: Sessions
  secondFactor: SecondFactor
  audit: Pick<AuditLog, 'record' | 'recordRarely'>
  now: () => Date
}

export function createSignIn({ store, sessions, secondFactor, audit, now }: SignInDeps): SignIn {
  const lockOut = createLockOut(store, now)

  const record = (kind: AuditEvent['kind'], user: StoredUser | null, visitor: Visitor) =>
    audit[kind === 'sign-in-locked' ? 'recordRarely' : 'record']({
      kind,
      ...(user && { actor: { id: user.id, name: user.name } }),
      // People type passwords into the wrong field: a login that nobody has is not written down.
      subject: user?.login ?? '',
      address: visitor.address,
    })
  const needsCurrentPassword = ({ session, identity }: Authenticated): boolean => {
    const hasPassword = (store.users.byId(identity.id)?.passwordHash ?? null) !== null
    const freshLink =
      session?.method === 'link' && now().getTime() - Date.parse(session.createdAt) < FRESH_LINK_MS
    return hasPassword && !freshLink
  }

  function createTicket(userId: string, purpose: LinkPurpose, lifetimeMs: number): string {
    const secret = createSecret()
    const expiresAt = new Date(now().getTime() + lifetimeMs).toISOString()
    store.links.insert({ hash: hashSecret(secret), userId, purpose, expiresAt })
    return secret
  }

  function consume(secret: string, purpose: LinkPurpose): StoredUser | null {
    const userId = store.links.consume(hashSecret(secret), purpose, now().toISOString())
    const user = userId === null ? null : store.users.byId(userId)
    return user && user.removedAt === null ? user : null
  }

  function start(user: StoredUser, method: StoredSession['method'], visitor: Visitor) {
    record('sign-in', user, visitor)
    return {
      outcome: 'signed-in',
      userId: user.id,
      session: sessions.start(user.id, method, visitor),
    } as const
  }

  /** The session, or the ticket for the next step. */
  function goOn(user: StoredUser, method: StoredSession['method'], visitor: Visitor): SignedIn {
    if (!secondFactor.isOn(user.id)) return start(user, method, visitor)
    return {
      outcome: 'code-needed',
      ticket: createTicket(user.id, `code-after-${method}`, TICKET_LIFETIME_MS),
    }
  }

  function tryCode(
    user: StoredUser | null,
    code: string,
    visitor: Visitor,
  ): 'right' | 'wrong' | { waitMs: number } {
    if (!user) return 'wrong'
    const subjects = subjectsOf(['code', user.id], visitor)
    const waitMs = lockOut.begin(...subjects)
    if (waitMs > 0) {
      record('sign-in-locked', user, visitor)
      return { waitMs }
    }
    if (!secondFactor.verify(user.id, code)) {
      record('second-factor-failed', user, visitor)
      return 'wrong'
    }
    lockOut.succeed(...subjects)
    return 'right'
  }

  async function checkPassword({ identity }: Authenticated, password: string, visitor: Visitor) {
    const user = store.users.byId(identity.id)
    const subjects = subjectsOf(['login', user?.login ?? ''], visitor)
    if (lockOut.begin(...subjects) > 0) return 'locked'
    if (!(await verifyPassword(password, user?.passwordHash ?? null))) {
      record('sign-in-failed', user, visitor)
      return false
    }
    lockOut.succeed(...subjects)
    return true
  }

  return {
    async withPassword(typed, password, visitor = UNKNOWN_VISITOR) {
      const login = readLogin(typed) ?? ''
      const subjects = subjectsOf(['login', login], visitor)
      const user = store.users.byLogin(login)
      const waitMs = lockOut.begin(...subjects)
      if (waitMs > 0) {
        record('sign-in-locked', user, visitor)
        return { outcome: 'locked', waitMs }
      }
      const right = await verifyPassword(password, user?.passwordHash ?? null)
      if (!user || !right) {
        record('sign-in-failed', user, visitor)
        return { outcome: 'wrong' }
      }
      lockOut.succeed(...subjects)
      return goOn(user, 'password', visitor)
    },

    withLink(secret, visitor = UNKNOWN_VISITOR) {
      const user = consume(secret, 'sign-in')
      return user && goOn(user, 'link', visitor)
    },

    withCode(ticket, code, visitor = UNKNOWN_VISITOR) {
      for (const method of ['password', 'link'] as const) {
        const purpose = `code-after-${method}` as const
        const user = consume(ticket, purpose)
        if (!user) continue
        const tried = tryCode(user, code, visitor)
        if (tried === 'right') return start(user, method, visitor)
        const renewed = createTicket(user.id, purpose, TICKET_LIFETIME_MS)
        return tried === 'wrong'
          ? { outcome: 'wrong', ticket: renewed }
          : { outcome: 'locked', waitMs: tried.waitMs, ticket: renewed }
      }
      return { outcome: 'expired' }
    },

    withExchange(secret, visitor = UNKNOWN_VISITOR) {
      const user = consume(secret, 'exchange')
      return user && sessions.start(user.id, 'password', visitor)
    },

    createExchange: (userId) => createTicket(userId, 'exchange', EXCHANGE_LIFETIME_MS),

    needsCurrentPassword,

    checkPassword,
    checkCode: ({ identity }, code, visitor) =>
      tryCode(store.users.byId(identity.id), code, visitor) === 'right',

    async changePassword(authenticated, { current, next, repeated }, visitor = UNKNOWN_VISITOR) {
      const user = store.users.byId(authenticated.identity.id)
      if (!user) return { outcome: 'refused', message: 'Пароль есть только у людей, не у токенов.' }
      if (needsCurrentPassword(authenticated)) {
        const right = await checkPassword(authenticated, current, visitor)
        if (right === 'locked') {
          return { outcome: 'refused', message: 'Слишком много попыток. Подождите немного и повторите.' }
        }
        if (!right) return { outcome: 'refused', message: 'Нынешний пароль указан неверно.' }
      }
      const fault = next === repeated ? findPasswordFault(next, user.login) : 'Пароли не совпадают.'
      if (fault !== null) return { outcome: 'refused', message: fault }
      store.users.setPasswordHash(user.id, await hashPassword(next))
      sessions.endAllOf(user.id)
      record('password-changed', user, visitor)
      return { outcome: 'changed', session: sessions.start(user.id, 'password', visitor) }
    },
  }
}

function subjectsOf(first: LockSubject, { address }: Visitor): LockSubject[] {
  return address === '' ? [first] : [first, ['address', address]]
}
