import type { AuditKind } from '../audit/audit-kinds.ts'
import { CONSOLE, type AuditLog } from '../audit/audit-log.ts'
import { LakeError } from '../errors.ts'
import { scopeSchema, type Scope, type ScopeInput } from '../scopes/scope.ts'
import type { AccountStore } from '../store/accounts.ts'
import type { StoredToken } from '../store/accounts/tokens.ts'
import type { StoredUser } from '../store/accounts/users.ts'
import { AccountError } from './account-error.ts'
import type { Accounts, ApiToken, User } from './accounts.ts'
import type { Authenticated } from './authenticate.ts'
import { ANONYMOUS, type Identity, type Role } from './identity.ts'
import { readLogin } from './login.ts'
import { createPublicId, createSecret, hashSecret } from './secrets.ts'

const LINK_LIFETIME_MS = 24 * 60 * 60 * 1000

interface AccountsDeps {
  store: AccountStore
  authenticate: (request: Request) => Authenticated
  now: () => Date
  audit: AuditLog
  /** Called after someone may have lost access. */
  onChange: () => void
}

export function createAccounts({ store, authenticate, now, audit, onChange }: AccountsDeps): Accounts {
  // Whoever calls these is at the machine itself: the commands and the server, never a request.
  const record = (kind: AuditKind, subject: string, details: Record<string, unknown> = {}) =>
    audit.record({ kind, actor: CONSOLE, subject, details })
  const findUser = (login: string): StoredUser => {
    const user = store.users.byLogin(readLogin(login) ?? '')
    if (!user) throw new AccountError(`Нет пользователя с логином «${login}».`)
    return user
  }
  const refuseLastAdministrator = (user: StoredUser) => {
    if (user.role === 'administrator' && store.users.countWithRole('administrator') === 1) {
      throw new AccountError(
        `«${user.login}» — единственный администратор. Сначала назначьте администратором кого-то ещё.`,
      )
    }
  }

  return {
    addUser(login, role, name, given = []) {
      const scopes = readGivenScopes(role, given)
      const added = store.transaction(() => {
        const known = readLogin(login)
        if (known === null) {
          throw new AccountError(
            `«${login}» не годится в логины: нужно 2–64 знака, только буквы, цифры и знаки . _ - + @`,
          )
        }
        if (store.users.byLogin(known)) throw new AccountError(`Логин «${known}» уже занят.`)
        const id = createPublicId('u')
        const createdAt = now().toISOString()
        store.users.insert({ id, login: known, name: name?.trim() || known, role, createdAt, scopes })
        return findUser(known)
      })
      record('user-added', added.login, { name: added.name, role, ...titlesOf(scopes) })
      return describeUser(added)
    },

    listUsers: () => store.users.list().map(describeUser),

    changeRole(login, role, given = []) {
      const scopes = readGivenScopes(role, given)
      const changed = store.transaction(() => {
        const user = findUser(login)
        if (role !== 'administrator') refuseLastAdministrator(user)
        store.users.setRole(user.id, role, scopes)
        return findUser(login)
      })
      record('role-changed', changed.login, { name: changed.name, role, ...titlesOf(scopes) })
      onChange()
      return describeUser(changed)
    },

    removeUser(login) {
      const removed = store.transaction(() => {
        const user = findUser(login)
        refuseLastAdministrator(user)
        store.sessions.removeAllOf(user.id)
        store.links.removeAllOf(user.id)
        store.preferences.removeAllOf(user.id)
        store.recoveryCodes.replace(user.id, [])
        store.users.remove(user.id, now().toISOString())
        return user
      })
      record('user-removed', removed.login, { name: removed.name })
      onChange()
    },

    removeSecondFactor(login) {
      const user = findUser(login)
      store.transaction(() => {
        store.users.removeTotp(user.id)
        store.recoveryCodes.replace(user.id, [])
      })
      record('second-factor-off', user.login)
    },

    endSessions(login) {
      const user = findUser(login)
      store.sessions.removeAllOf(user.id)
      record('sign-out-everywhere', user.login)
      onChange()
    },

    createSignInLink(login) {
      const user = findUser(login)
      const secret = createSecret()
      const at = now()
      const expiresAt = new Date(at.getTime() + LINK_LIFETIME_MS).toISOString()
      store.links.removeExpired(at.toISOString())
      store.links.insert({ hash: hashSecret(secret), userId: user.id, purpose: 'sign-in', expiresAt })
      record('link-created', user.login)
      return `/v1/auth/link?token=${secret}`
    },

    addToken(label, role, given = []) {
      const scopes = readGivenScopes(role, given)
      const name = label.trim()
      if (name === '') throw new AccountError('Дайте токену название: по нему его потом узнают и отзывают.')
      const secret = `kopilka_${createSecret()}`
      store.tokens.insert({
        id: createPublicId('t'),
        hash: hashSecret(secret),
        label: name,
        role,
        createdAt: now().toISOString(),
        scopes,
      })
      record('token-added', name, { role, ...titlesOf(scopes) })
      return secret
    },

    listTokens: () => store.tokens.list().map(describeToken),

    revokeToken(idOrLabel) {
      const found = store.tokens.list().filter(({ id, label }) => id === idOrLabel || label === idOrLabel)
      const [token, another] = found
      if (!token) throw new AccountError(`Нет действующего токена «${idOrLabel}».`)
      if (another) {
        throw new AccountError(`Токенов с названием «${idOrLabel}» несколько: укажите вместо названия id.`)
      }
      store.tokens.revoke(token.id, now().toISOString())
      record('token-revoked', token.label)
      onChange()
    },

    identify: (request) => authenticate(request).identity,

    identifyLeniently,
    isSignedIn: (request) => identifyLeniently(request).kind !== 'anonymous',
  }

  function identifyLeniently(request: Request): Identity {
    try {
      return authenticate(request).identity
    } catch (error) {
      if (error instanceof LakeError) return ANONYMOUS
      throw error
    }
  }
}

function readGivenScopes(role: Role, given: readonly ScopeInput[]): Scope[] {
  if (role === 'administrator' && given.length > 0) {
    throw new AccountError(
      'Администратор работает со всем содержанием: границы бывают у редакторов и наблюдателей.',
    )
  }
  return given.map((scope) => scopeSchema.parse(scope))
}

function titlesOf(scopes: readonly Scope[]): { scopes?: string[] } {
  return scopes.length > 0 ? { scopes: scopes.map(({ title }) => title) } : {}
}

function describeUser({ passwordHash, totpSecret, ...user }: StoredUser): User {
  const { id, login, name, role, scopes, createdAt } = user
  const [hasPassword, hasSecondFactor] = [passwordHash !== null, totpSecret !== null]
  return { id, login, name, role, scopes, hasPassword, hasSecondFactor, createdAt }
}

function describeToken({ id, label, role, scopes, createdAt, lastUsedAt }: StoredToken): ApiToken {
  return { id, label, role, scopes, createdAt, lastUsedAt }
}
