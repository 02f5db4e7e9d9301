import { mkdirSync } from 'node:fs'
import { dirname } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import { createAttemptStore, type AttemptStore } from './accounts/attempts.ts'
import { createAuditStore, type AuditStore } from './accounts/audit.ts'
import { createLinkStore, type LinkStore } from './accounts/links.ts'
import { migrateAccounts } from './accounts/migrations.ts'
import { createPreferenceStore, type PreferenceStore } from './accounts/preferences.ts'
import { createRecoveryCodeStore, type RecoveryCodeStore } from './accounts/recovery-codes.ts'
import { createSessionStore, type SessionStore } from './accounts/sessions.ts'
import { createTokenStore, type TokenStore } from './accounts/tokens.ts'
import { createUserStore, type UserStore } from './accounts/users.ts'
import { inTransaction } from './database.ts'
import { keepOwnerOnly } from './owner-only.ts'

const BUSY_TIMEOUT_MS = 5_000

/** Users, sessions, links and tokens on disk. Times are ISO 8601 UTC; secrets arrive hashed. */
export interface AccountStore {
  users: UserStore
  sessions: SessionStore
  links: LinkStore
  tokens: TokenStore
  attempts: AttemptStore
  preferences: PreferenceStore
  recoveryCodes: RecoveryCodeStore
  audit: AuditStore
  /** Runs `work` with the write lock held: all of it or nothing. Not reentrant. */
  transaction<T>(work: () => T): T
  close(): void
}

/**
 * Opens or creates the accounts database, readable by its owner only. Several processes may have it open; a write
 * is durable when its call returns.
 * @param file path of `accounts.sqlite`
 */
export function openAccountStore(file: string): AccountStore {
  mkdirSync(dirname(file), { recursive: true })
  keepOwnerOnly(file)
  const database = new DatabaseSync(file)
  database.exec(`PRAGMA busy_timeout = ${BUSY_TIMEOUT_MS}`)
  database.exec('PRAGMA journal_mode = WAL')
  database.exec('PRAGMA synchronous = FULL')
  database.exec('PRAGMA foreign_keys = ON')
  migrateAccounts(database)

  return {
    users: createUserStore(database),
    sessions: createSessionStore(database),
    links: createLinkStore(database),
    tokens: createTokenStore(database),
    attempts: createAttemptStore(database),
    preferences: createPreferenceStore(database),
    recoveryCodes: createRecoveryCodeStore(database),
    audit: createAuditStore(database),
    transaction: (work) => inTransaction(database, work),
    close: () => database.close(),
  }
}
