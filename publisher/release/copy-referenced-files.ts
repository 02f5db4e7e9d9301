import { mkdir, readFile, readdir, writeFile } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { fileOfPath } from './file-of-path.ts'

/** Paths of images and files of the lake, as pages name them; the query (size, format) is left off. */
const LAKE_FILE = /\/(?:images|files)\/[\w-]+\/[\w-]+\/[\w-]+\.\w+/g
const READ_AT_ONCE = 32

/**
 * Copies every image and file that the pages of a release name into it, in full size: a plain web server ignores
 * the query that asks the lake for another one.
 *
 * @returns how many were copied; what the lake does not have is left out
 */
export async function copyReferencedFiles(
  publicDir: string,
  fetchFile: (path: string) => Promise<Uint8Array | null>,
): Promise<number> {
  let copied = 0
  for (const path of await findReferencedFiles(publicDir)) {
    const bytes = await fetchFile(path)
    if (bytes === null) continue
    const target = join(publicDir, fileOfPath(path))
    await mkdir(dirname(target), { recursive: true })
    await writeFile(target, bytes)
    copied += 1
  }
  return copied
}

async function findReferencedFiles(publicDir: string): Promise<Set<string>> {
  const names = await readdir(publicDir, { recursive: true })
  const pages = names.filter((name) => /\.(?:html|xml|json)$/.test(name))
  const found = new Set<string>()
  for (let from = 0; from < pages.length; from += READ_AT_ONCE) {
    const texts = pages
      .slice(from, from + READ_AT_ONCE)
      .map((name) => readFile(join(publicDir, name), 'utf8'))
    for (const text of await Promise.all(texts))
      for (const [path] of text.matchAll(LAKE_FILE)) found.add(path)
  }
  return found
}
