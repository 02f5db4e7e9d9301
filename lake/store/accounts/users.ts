import type { DatabaseSync } from 'node:sqlite'
import { z } from 'zod'

const userRow = z
  .object({
    id: z.string(),
    login: z.string(),
    name: z.string(),
    role: z.enum(['viewer', 'editor', 'administrator']),
    password_hash: z.string().nullable(),
    created_at: z.string(),
    removed_at: z.string().nullable(),
  })
  .transform((row) => ({
    id: row.id,
    login: row.login,
    name: row.name,
    role: row.role,
    passwordHash: row.password_hash,
    createdAt: row.created_at,
    removedAt: row.removed_at,
  }))

export type StoredUser = z.infer<typeof userRow>

export interface UserStore {
  /** Throws the database's error when a living user has this login. */
  insert(user: Pick<StoredUser, 'id' | 'login' | 'name' | 'role' | 'createdAt'>): void
  /** Removed users too. */
  byId(id: string): StoredUser | null
  /** Living users only, as the next three. */
  byLogin(login: string): StoredUser | null
  list(): StoredUser[]
  countWithRole(role: StoredUser['role']): number
  setRole(id: string, role: StoredUser['role']): void
  setPasswordHash(id: string, passwordHash: string): void
  /** Keeps id and name for history; forgets the password and frees the login. */
  remove(id: string, at: string): void
}

export function createUserStore(database: DatabaseSync): UserStore {
  const insert = database.prepare(
    'INSERT INTO users (id, login, name, role, created_at) VALUES (?, ?, ?, ?, ?)',
  )
  const byId = database.prepare('SELECT * FROM users WHERE id = ?')
  const byLogin = database.prepare('SELECT * FROM users WHERE login = ? AND removed_at IS NULL')
  const list = database.prepare('SELECT * FROM users WHERE removed_at IS NULL ORDER BY login')
  const count = database.prepare('SELECT count(*) AS n FROM users WHERE role = ? AND removed_at IS NULL')
  const setRole = database.prepare('UPDATE users SET role = ? WHERE id = ?')
  const setPasswordHash = database.prepare('UPDATE users SET password_hash = ? WHERE id = ?')
  const remove = database.prepare('UPDATE users SET removed_at = ?, password_hash = NULL WHERE id = ?')

  return {
    insert: (user) => void insert.run(user.id, user.login, user.name, user.role, user.createdAt),
    byId: (id) => readRow(byId.get(id)),
    byLogin: (login) => readRow(byLogin.get(login)),
    list: () => list.all().map((row) => userRow.parse(row)),
    countWithRole: (role) => Number(count.get(role)?.['n']),
    setRole: (id, role) => void setRole.run(role, id),
    setPasswordHash: (id, passwordHash) => void setPasswordHash.run(passwordHash, id),
    remove: (id, at) => void remove.run(at, id),
  }
}

function readRow(row: unknown): StoredUser | null {
  return row === undefined ? null : userRow.parse(row)
}
