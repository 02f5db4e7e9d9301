import { readdir, rm } from 'node:fs/promises'
import { join } from 'node:path'

/** Deletes what a process that was killed left half written in a release: files and search indexes. */
export async function sweepTemporaryFiles(publicDir: string): Promise<void> {
  const entries = await readdir(publicDir, { recursive: true, withFileTypes: true })
  const leftovers = entries.filter(({ name }) => name.startsWith('.') && name.endsWith('.tmp'))
  for (const { parentPath, name } of leftovers)
    await rm(join(parentPath, name), { recursive: true, force: true })
}
