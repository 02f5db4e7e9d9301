import type { DatabaseSync } from 'node:sqlite'
import { z } from 'zod'
import { readScopes } from '../../scopes/scope.ts'

const tokenRow = z
  .object({
    id: z.string(),
    hash: z.string(),
    label: z.string(),
    role: z.enum(['viewer', 'editor', 'administrator']),
    created_at: z.string(),
    last_used_at: z.string().nullable(),
    revoked_at: z.string().nullable(),
    scopes: z.string(),
  })
  .transform((row) => ({
    id: row.id,
    hash: row.hash,
    label: row.label,
    role: row.role,
    createdAt: row.created_at,
    lastUsedAt: row.last_used_at,
    revokedAt: row.revoked_at,
    scopes: readScopes(row.scopes),
  }))

export type StoredToken = z.infer<typeof tokenRow>

export interface TokenStore {
  insert(
    token: Pick<StoredToken, 'id' | 'hash' | 'label' | 'role' | 'createdAt'> &
      Partial<Pick<StoredToken, 'scopes'>>,
  ): void
  /** Living tokens only. */
  byHash(hash: string): StoredToken | null
  /** Revoked tokens too. */
  byId(id: string): StoredToken | null
  /** Living tokens, oldest first. */
  list(): StoredToken[]
  revoke(id: string, at: string): void
  touch(id: string, at: string): void
}

export function createTokenStore(database: DatabaseSync): TokenStore {
  const insert = database.prepare(
    'INSERT INTO tokens (id, hash, label, role, created_at, scopes) VALUES (?, ?, ?, ?, ?, ?)',
  )
  const byHash = database.prepare('SELECT * FROM tokens WHERE hash = ? AND revoked_at IS NULL')
  const byId = database.prepare('SELECT * FROM tokens WHERE id = ?')
  const list = database.prepare('SELECT * FROM tokens WHERE revoked_at IS NULL ORDER BY created_at, id')
  const revoke = database.prepare('UPDATE tokens SET revoked_at = ? WHERE id = ? AND revoked_at IS NULL')
  const touch = database.prepare('UPDATE tokens SET last_used_at = ? WHERE id = ?')

  return {
    insert: ({ id, hash, label, role, createdAt, scopes = [] }) =>
      void insert.run(id, hash, label, role, createdAt, JSON.stringify(scopes)),
    byHash: (hash) => readRow(byHash.get(hash)),
    byId: (id) => readRow(byId.get(id)),
    list: () => list.all().map((row) => tokenRow.parse(row)),
    revoke: (id, at) => void revoke.run(at, id),
    touch: (id, at) => void touch.run(at, id),
  }
}

function readRow(row: unknown): StoredToken | null {
  return row === undefined ? null : tokenRow.parse(row)
}
