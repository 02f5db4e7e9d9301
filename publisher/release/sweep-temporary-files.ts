import { readdir, rm } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { fileOfPath } from './file-of-path.ts'

/** Deletes what a process that was killed left half written beside these pages, and half-written search indexes. */
export async function sweepTemporaryFiles(publicDir: string, pages: Iterable<string>): Promise<void> {
  const folders = new Set([...pages].map((path) => dirname(join(publicDir, fileOfPath(path)))))
  for (const folder of [...folders, join(publicDir, 'pagefind'), join(publicDir, 'search')]) {
    const names = await readdir(folder).catch(() => [])
    const leftovers = names.filter((name) => name.startsWith('.') && name.endsWith('.tmp'))
    for (const name of leftovers) await rm(join(folder, name), { recursive: true, force: true })
  }
}
