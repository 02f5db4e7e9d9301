import type { DatabaseSync } from 'node:sqlite'
import { z } from 'zod'
import { readScopes } from '../../scopes/scope.ts'

const userRow = z
  .object({
    id: z.string(),
    login: z.string(),
    name: z.string(),
    role: z.enum(['viewer', 'editor', 'administrator']),
    password_hash: z.string().nullable(),
    created_at: z.string(),
    removed_at: z.string().nullable(),
    scopes: z.string(),
    totp_secret: z.string().nullable(),
    totp_pending: z.string().nullable(),
  })
  .transform((row) => ({
    id: row.id,
    login: row.login,
    name: row.name,
    role: row.role,
    passwordHash: row.password_hash,
    createdAt: row.created_at,
    removedAt: row.removed_at,
    scopes: readScopes(row.scopes),
    totpSecret: row.totp_secret,
    totpPending: row.totp_pending,
  }))

export type StoredUser = z.infer<typeof userRow>

export interface UserStore {
  /** Throws the database's error when a living user has this login. */
  insert(
    user: Pick<StoredUser, 'id' | 'login' | 'name' | 'role' | 'createdAt'> &
      Partial<Pick<StoredUser, 'scopes'>>,
  ): void
  /** Removed users too. */
  byId(id: string): StoredUser | null
  /** Living users only, as the next three. */
  byLogin(login: string): StoredUser | null
  list(): StoredUser[]
  countWithRole(role: StoredUser['role']): number
  setRole(id: string, role: StoredUser['role'], scopes?: StoredUser['scopes']): void
  setPasswordHash(id: string, passwordHash: string): void
  /** The secret of one-time codes that the user is about to confirm. */
  setPendingTotp(id: string, secret: string): void
  /** The pending secret counts from now on. @param step the time step of the code that confirmed it */
  confirmTotp(id: string, step: number): void
  /**
   * Uses a time step up, in one statement: of two callers one gets it.
   * @returns false when this step or a later one was used before
   */
  useTotpStep(id: string, step: number): boolean
  removeTotp(id: string): void
  /** Keeps id and name for history; forgets the password and frees the login. */
  remove(id: string, at: string): void
}

export function createUserStore(database: DatabaseSync): UserStore {
  const insert = database.prepare(
    'INSERT INTO users (id, login, name, role, created_at, scopes) VALUES (?, ?, ?, ?, ?, ?)',
  )
  const byId = database.prepare('SELECT * FROM users WHERE id = ?')
  const byLogin = database.prepare('SELECT * FROM users WHERE login = ? AND removed_at IS NULL')
  const list = database.prepare('SELECT * FROM users WHERE removed_at IS NULL ORDER BY login')
  const count = database.prepare('SELECT count(*) AS n FROM users WHERE role = ? AND removed_at IS NULL')
  const setRole = database.prepare('UPDATE users SET role = ?, scopes = ? WHERE id = ?')
  const setPasswordHash = database.prepare('UPDATE users SET password_hash = ? WHERE id = ?')
  const setPendingTotp = database.prepare('UPDATE users SET totp_pending = ? WHERE id = ?')
  const confirmTotp = database.prepare(
    'UPDATE users SET totp_secret = totp_pending, totp_pending = NULL, totp_step = ? WHERE id = ?',
  )
  const useTotpStep = database.prepare('UPDATE users SET totp_step = ? WHERE id = ? AND totp_step < ?')
  const removeTotp = database.prepare(
    'UPDATE users SET totp_secret = NULL, totp_pending = NULL, totp_step = 0 WHERE id = ?',
  )
  const remove = database.prepare(
    'UPDATE users SET removed_at = ?, password_hash = NULL, totp_secret = NULL, totp_pending = NULL WHERE id = ?',
  )

  return {
    insert: (user) =>
      void insert.run(
        user.id,
        user.login,
        user.name,
        user.role,
        user.createdAt,
        JSON.stringify(user.scopes ?? []),
      ),
    byId: (id) => readRow(byId.get(id)),
    byLogin: (login) => readRow(byLogin.get(login)),
    list: () => list.all().map((row) => userRow.parse(row)),
    countWithRole: (role) => Number(count.get(role)?.['n']),
    setRole: (id, role, scopes = []) => void setRole.run(role, JSON.stringify(scopes), id),
    setPasswordHash: (id, passwordHash) => void setPasswordHash.run(passwordHash, id),
    setPendingTotp: (id, secret) => void setPendingTotp.run(secret, id),
    confirmTotp: (id, step) => void confirmTotp.run(step, id),
    useTotpStep: (id, step) => useTotpStep.run(step, id, step).changes === 1,
    removeTotp: (id) => void removeTotp.run(id),
    remove: (id, at) => void remove.run(at, id),
  }
}

function readRow(row: unknown): StoredUser | null {
  return row === undefined ? null : userRow.parse(row)
}
