import { invalidRequest } from '../errors.ts'
import type { AccountStore } from '../store/accounts.ts'
import type { Identity } from './identity.ts'

const MAX_KEYS = 500
const MAX_KEY_LENGTH = 200
const MAX_VALUE_LENGTH = 64_000

/** Any JSON value under a key; null for a key that was never set. */
interface Preference {
  key: string
  value: unknown
}

export interface Preferences {
  /** In the order of `keys`. Tokens have none. */
  read(identity: Identity, keys: string[]): Preference[]
  /**
   * All or nothing.
   * @returns what was stored; nothing for a token
   * @throws LakeError 400 when a key or value is too long, or a user has too many keys
   */
  write(identity: Identity, preferences: Preference[]): Preference[]
}

export function createPreferences(store: AccountStore): Preferences {
  return {
    read: (identity, keys) =>
      keys.map((key) => ({ key, value: parse(store.preferences.read(identity.id, key)) })),

    write(identity, preferences) {
      if (identity.kind !== 'user') return []
      return store.transaction(() =>
        preferences.map(({ key, value }) => {
          const text = JSON.stringify(value ?? null)
          if (key.length > MAX_KEY_LENGTH || text.length > MAX_VALUE_LENGTH) {
            throw invalidRequest(
              `Preference "${key.slice(0, MAX_KEY_LENGTH)}" is too long: a key may have ${MAX_KEY_LENGTH} characters, a value ${MAX_VALUE_LENGTH} as JSON`,
            )
          }
          store.preferences.write(identity.id, key, text)
          if (store.preferences.count(identity.id) > MAX_KEYS) {
            throw invalidRequest(`A user may keep ${MAX_KEYS} preferences, no more`)
          }
          return { key, value }
        }),
      )
    },
  }
}

function parse(text: string | null): unknown {
  return text === null ? null : JSON.parse(text)
}
