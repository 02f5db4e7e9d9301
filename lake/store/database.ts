import { DatabaseSync } from 'node:sqlite'
import { keepOwnerOnly } from './owner-only.ts'

/**
 * Opens a SQLite file in WAL mode with `synchronous=FULL`: a committed transaction survives a crash of the machine.
 * Runs the migrations that the file has not seen yet, each in a transaction of its own; their number is kept in
 * `user_version`.
 *
 * @param path file, created when missing and readable by its owner only, or `:memory:`
 * @param migrations SQL scripts, oldest first; published ones are never changed
 * @throws Error when the file was written by a newer version of the program.
 */
export function openDatabase(path: string, migrations: readonly string[]): DatabaseSync {
  keepOwnerOnly(path)
  const database = new DatabaseSync(path, { timeout: 5_000 })
  database.exec('PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL; PRAGMA foreign_keys = ON')
  const version = Number(database.prepare('PRAGMA user_version').get()?.['user_version'] ?? 0)
  if (version > migrations.length) {
    database.close()
    throw new Error(
      `${path} has schema ${version}, this program knows ${migrations.length}: use the program that wrote it, or a newer one`,
    )
  }
  migrations.slice(version).forEach((script, index) => {
    inTransaction(database, () => {
      database.exec(script)
      database.exec(`PRAGMA user_version = ${version + index + 1}`)
    })
  })
  return database
}

/** Runs `work` in one durable transaction and returns its result; when it throws, nothing is written. */
export function inTransaction<Result>(database: DatabaseSync, work: () => Result): Result {
  database.exec('BEGIN IMMEDIATE')
  try {
    const result = work()
    database.exec('COMMIT')
    return result
  } catch (error) {
    if (database.isTransaction) database.exec('ROLLBACK')
    throw error
  }
}
