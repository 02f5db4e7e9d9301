import { readdir, rm } from 'node:fs/promises'
import { join } from 'node:path'

/**
 * Deletes what a process that was killed left half written in a release.
 * @param pagesToo whether it was killed while pages were published; the search is always looked at
 */
export async function sweepTemporaryFiles(publicDir: string, pagesToo: boolean): Promise<void> {
  if (pagesToo) return sweep(publicDir, true)
  await sweep(join(publicDir, 'pagefind'), false)
  await sweep(join(publicDir, 'search'), false)
}

async function sweep(folder: string, recursive: boolean): Promise<void> {
  const entries = await readdir(folder, { recursive, withFileTypes: true }).catch(() => [])
  const leftovers = entries.filter(({ name }) => name.startsWith('.') && name.endsWith('.tmp'))
  for (const { parentPath, name } of leftovers)
    await rm(join(parentPath, name), { recursive: true, force: true })
}
