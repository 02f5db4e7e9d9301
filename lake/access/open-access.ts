import { join } from 'node:path'
import { openAccountStore } from '../store/accounts.ts'
import { createAuditLog, type AuditLog } from '../audit/audit-log.ts'
import type { Accounts } from './accounts.ts'
import { createAuthenticate, type Authenticated } from './authenticate.ts'
import { createAccounts } from './create-accounts.ts'
import { createPeople, type People } from './people.ts'
import { createPreferences, type Preferences } from './preferences.ts'
import { createSecondFactor, type SecondFactor } from './second-factor.ts'
import { createSessions, type Sessions } from './sessions.ts'
import { createSignIn, type SignIn } from './sign-in.ts'
import { createWatch, type Watch } from './watch.ts'

/** Everything about who may enter. */
export interface Access {
  accounts: Accounts
  authenticate: (request: Request) => Authenticated
  sessions: Sessions
  signIn: SignIn
  people: People
  preferences: Preferences
  watch: Watch
  secondFactor: SecondFactor
  audit: AuditLog
  close(): void
}

export interface OpenAccessOptions {
  /** Folder of `accounts.sqlite`. */
  dataDir: string
  /** Public origin of the lake, when it is known. */
  origin?: string
  now?: () => Date
}

/**
 * Opens the accounts of a data folder. Several processes may do so at once: the commands that manage users work while
 * the server runs.
 */
export function openAccess({ dataDir, origin, now = () => new Date() }: OpenAccessOptions): Access {
  const store = openAccountStore(join(dataDir, 'accounts.sqlite'))
  const sessions = createSessions(store, now, () => watch.recheck())
  const authenticate = createAuthenticate({ store, sessions, now, origin })
  const watch = createWatch(authenticate)
  const audit = createAuditLog(store, now)
  const secondFactor = createSecondFactor({ store, now })

  return {
    accounts: createAccounts({ store, authenticate, now, audit, onChange: () => watch.recheck() }),
    authenticate,
    sessions,
    signIn: createSignIn({ store, sessions, secondFactor, audit, now }),
    secondFactor,
    audit,
    people: createPeople(store),
    preferences: createPreferences(store),
    watch,
    close() {
      watch.close()
      audit.close()
      store.close()
    },
  }
}
