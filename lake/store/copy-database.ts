import { chmod } from 'node:fs/promises'
import { DatabaseSync } from 'node:sqlite'

/**
 * Copies a database as of one moment into a new file, while others write to it: what they write meanwhile neither
 * gets into the copy nor makes it begin anew.
 */
export async function copyDatabase(source: string, target: string): Promise<void> {
  const database = new DatabaseSync(source, { readOnly: true, timeout: 5_000 })
  try {
    database.prepare('VACUUM INTO ?').run(target)
  } finally {
    database.close()
  }
  await chmod(target, 0o600)
}
