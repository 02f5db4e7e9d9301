import { LakeError } from '../errors.ts'
import type { AccountStore } from '../store/accounts.ts'
import type { StoredToken } from '../store/accounts/tokens.ts'
import type { StoredUser } from '../store/accounts/users.ts'
import { AccountError } from './account-error.ts'
import type { Accounts, ApiToken, User } from './accounts.ts'
import type { Authenticated } from './authenticate.ts'
import { readLogin } from './login.ts'
import { createPublicId, createSecret, hashSecret } from './secrets.ts'

const LINK_LIFETIME_MS = 24 * 60 * 60 * 1000

interface AccountsDeps {
  store: AccountStore
  authenticate: (request: Request) => Authenticated
  now: () => Date
  /** Called after someone may have lost access. */
  onChange: () => void
}

export function createAccounts({ store, authenticate, now, onChange }: AccountsDeps): Accounts {
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
    addUser: (login, role, name) =>
      store.transaction(() => {
        const known = readLogin(login)
        if (known === null) {
          throw new AccountError(
            `«${login}» не годится в логины: нужно 2–64 знака, только буквы, цифры и знаки . _ - + @`,
          )
        }
        if (store.users.byLogin(known)) throw new AccountError(`Логин «${known}» уже занят.`)
        const id = createPublicId('u')
        const createdAt = now().toISOString()
        store.users.insert({ id, login: known, name: name?.trim() || known, role, createdAt })
        return describeUser({ ...findUser(known) })
      }),

    listUsers: () => store.users.list().map(describeUser),

    changeRole(login, role) {
      const changed = store.transaction(() => {
        const user = findUser(login)
        if (role !== 'administrator') refuseLastAdministrator(user)
        store.users.setRole(user.id, role)
        return findUser(login)
      })
      onChange()
      return describeUser(changed)
    },

    removeUser(login) {
      store.transaction(() => {
        const user = findUser(login)
        refuseLastAdministrator(user)
        store.sessions.removeAllOf(user.id)
        store.links.removeAllOf(user.id)
        store.preferences.removeAllOf(user.id)
        store.users.remove(user.id, now().toISOString())
      })
      onChange()
    },

    createSignInLink(login) {
      const user = findUser(login)
      const secret = createSecret()
      const at = now()
      const expiresAt = new Date(at.getTime() + LINK_LIFETIME_MS).toISOString()
      store.links.removeExpired(at.toISOString())
      store.links.insert({ hash: hashSecret(secret), userId: user.id, purpose: 'sign-in', expiresAt })
      return `/v1/auth/link?token=${secret}`
    },

    addToken(label, role) {
      const name = label.trim()
      if (name === '') throw new AccountError('Дайте токену название: по нему его потом узнают и отзывают.')
      const secret = `kopilka_${createSecret()}`
      store.tokens.insert({
        id: createPublicId('t'),
        hash: hashSecret(secret),
        label: name,
        role,
        createdAt: now().toISOString(),
      })
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
      onChange()
    },

    identify: (request) => authenticate(request).identity,

    isSignedIn(request) {
      try {
        return authenticate(request).identity.kind !== 'anonymous'
      } catch (error) {
        if (error instanceof LakeError) return false
        throw error
      }
    },
  }
}

function describeUser({ id, login, name, role, passwordHash, createdAt }: StoredUser): User {
  return { id, login, name, role, hasPassword: passwordHash !== null, createdAt }
}

function describeToken({ id, label, role, createdAt, lastUsedAt }: StoredToken): ApiToken {
  return { id, label, role, createdAt, lastUsedAt }
}
