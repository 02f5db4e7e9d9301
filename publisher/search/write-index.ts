import { createHash } from 'node:crypto'
import { existsSync } from 'node:fs'
import { readFile, readdir, rename, rm } from 'node:fs/promises'
import { join } from 'node:path'
import { createIndex } from 'pagefind'
import { flushTree } from '../release/durable-files.ts'
import { fileOfPath } from '../release/file-of-path.ts'
import { hashOf } from '../release/render-page.ts'

/** Files of Pagefind's own search box, which the site does not use. */
const UNUSED = /^pagefind-(?:ui|modular-ui|component-ui|highlight)\./

/** A Pagefind index written into a release. */
export interface WrittenIndex {
  /** Name of its folder under `/pagefind/`, made from what it holds. */
  id: string
  /** The pages it holds with the hash of the bytes that were indexed. */
  pages: Map<string, string>
}

/**
 * Indexes pages of a release as they are on the disk and writes the index to `pagefind/<id>/` of the release.
 * Pages that are gone meanwhile are left out.
 * @throws when Pagefind reports an error; nothing readers see has changed then
 */
export async function writeIndex(
  publicDir: string,
  kind: 'base' | 'delta',
  paths: string[],
): Promise<WrittenIndex> {
  const { index, errors } = await createIndex({ forceLanguage: 'ru' })
  if (index === undefined) throw new Error(`Pagefind cannot start: ${errors.join('; ')}`)
  try {
    const pages = new Map<string, string>()
    for (const path of paths) {
      const bytes = await readPage(publicDir, path)
      if (bytes === null) continue
      const added = await index.addHTMLFile({ url: path, content: bytes.toString() })
      if (added.errors.length > 0)
        throw new Error(`Pagefind cannot index ${path}: ${added.errors.join('; ')}`)
      pages.set(path, hashOf(bytes))
    }
    const id = `${kind}-${digestOf(pages)}`
    const folder = join(publicDir, 'pagefind', id)
    if (!existsSync(folder)) {
      const temporary = join(publicDir, 'pagefind', `.${id}.tmp`)
      await rm(temporary, { recursive: true, force: true })
      const written = await index.writeFiles({ outputPath: temporary })
      if (written.errors.length > 0) throw new Error(`Pagefind cannot write: ${written.errors.join('; ')}`)
      await deleteUnused(temporary)
      await flushTree(temporary)
      await rename(temporary, folder)
    }
    return { id, pages }
  } finally {
    await index.deleteIndex()
  }
}

async function readPage(publicDir: string, path: string): Promise<Buffer | null> {
  try {
    return await readFile(join(publicDir, fileOfPath(path)))
  } catch {
    return null
  }
}

async function deleteUnused(folder: string): Promise<void> {
  for (const name of await readdir(folder)) {
    if (UNUSED.test(name)) await rm(join(folder, name))
  }
}

function digestOf(pages: ReadonlyMap<string, string>): string {
  return createHash('sha256')
    .update(JSON.stringify([...pages]))
    .digest('hex')
    .slice(0, 12)
}
