import type { DatabaseSync } from 'node:sqlite'

// One entry per schema version, applied in order; entries that were released are never edited.
export const ACCOUNT_MIGRATIONS = [
  `
  CREATE TABLE users (
    id TEXT PRIMARY KEY,
    login TEXT NOT NULL,
    name TEXT NOT NULL,
    role TEXT NOT NULL,
    password_hash TEXT,
    created_at TEXT NOT NULL,
    removed_at TEXT
  ) STRICT;
  CREATE UNIQUE INDEX users_by_login ON users (login) WHERE removed_at IS NULL;

  CREATE TABLE sessions (
    hash TEXT PRIMARY KEY,
    user_id TEXT NOT NULL REFERENCES users (id),
    method TEXT NOT NULL,
    created_at TEXT NOT NULL,
    expires_at TEXT NOT NULL
  ) STRICT;
  CREATE INDEX sessions_by_user ON sessions (user_id);

  CREATE TABLE links (
    hash TEXT PRIMARY KEY,
    user_id TEXT NOT NULL REFERENCES users (id),
    purpose TEXT NOT NULL,
    expires_at TEXT NOT NULL
  ) STRICT;

  CREATE TABLE tokens (
    id TEXT PRIMARY KEY,
    hash TEXT NOT NULL UNIQUE,
    label TEXT NOT NULL,
    role TEXT NOT NULL,
    created_at TEXT NOT NULL,
    last_used_at TEXT,
    revoked_at TEXT
  ) STRICT;

  CREATE TABLE attempts (
    subject TEXT PRIMARY KEY,
    failures INTEGER NOT NULL,
    last_at TEXT NOT NULL
  ) STRICT;
  CREATE INDEX attempts_by_time ON attempts (last_at);

  CREATE TABLE preferences (
    user_id TEXT NOT NULL REFERENCES users (id),
    key TEXT NOT NULL,
    value TEXT NOT NULL,
    PRIMARY KEY (user_id, key)
  ) STRICT;
  `,
  `
  ALTER TABLE users ADD COLUMN scopes TEXT NOT NULL DEFAULT '[]';
  ALTER TABLE users ADD COLUMN totp_secret TEXT;
  ALTER TABLE users ADD COLUMN totp_pending TEXT;
  ALTER TABLE users ADD COLUMN totp_step INTEGER NOT NULL DEFAULT 0;
  ALTER TABLE tokens ADD COLUMN scopes TEXT NOT NULL DEFAULT '[]';
  ALTER TABLE sessions ADD COLUMN address TEXT NOT NULL DEFAULT '';
  ALTER TABLE sessions ADD COLUMN agent TEXT NOT NULL DEFAULT '';
  ALTER TABLE sessions ADD COLUMN seen_at TEXT NOT NULL DEFAULT '';
  UPDATE sessions SET seen_at = created_at;

  CREATE TABLE recovery_codes (
    user_id TEXT NOT NULL REFERENCES users (id),
    hash TEXT NOT NULL,
    PRIMARY KEY (user_id, hash)
  ) STRICT;

  CREATE TABLE audit (
    sequence INTEGER PRIMARY KEY AUTOINCREMENT,
    at TEXT NOT NULL,
    kind TEXT NOT NULL,
    actor TEXT NOT NULL,
    actor_name TEXT NOT NULL,
    subject TEXT NOT NULL,
    address TEXT NOT NULL,
    details TEXT NOT NULL
  ) STRICT;
  CREATE INDEX audit_by_kind ON audit (kind, sequence);
  CREATE INDEX audit_by_actor ON audit (actor, sequence);
  CREATE INDEX audit_by_time ON audit (at);
  CREATE TRIGGER audit_is_not_changed BEFORE UPDATE ON audit
    BEGIN SELECT raise(ABORT, 'the audit log is append-only'); END;
  CREATE TRIGGER audit_is_kept BEFORE DELETE ON audit
    WHEN OLD.at > strftime('%Y-%m-%dT%H:%M:%fZ', 'now', '-1 year')
    BEGIN SELECT raise(ABORT, 'the audit log keeps a year at least'); END;
  `,
]

/**
 * Brings the accounts database to the newest schema, in one transaction.
 * @throws when the file was written by a newer version of the program.
 */
export function migrateAccounts(database: DatabaseSync): void {
  database.exec('BEGIN IMMEDIATE')
  try {
    const version = Number(database.prepare('PRAGMA user_version').get()?.['user_version'])
    if (version > ACCOUNT_MIGRATIONS.length) {
      throw new Error(
        `accounts.sqlite has schema version ${version}, this program knows ${ACCOUNT_MIGRATIONS.length}: run the newer version of Kopilka`,
      )
    }
    for (const sql of ACCOUNT_MIGRATIONS.slice(version)) database.exec(sql)
    database.exec(`PRAGMA user_version = ${ACCOUNT_MIGRATIONS.length}`)
    database.exec('COMMIT')
  } catch (error) {
    database.exec('ROLLBACK')
    throw error
  }
}
