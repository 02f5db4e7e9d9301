import { createHash } from 'node:crypto'
import { readdir, readFile } from 'node:fs/promises'
import { join, relative } from 'node:path'

/**
 * SHA-256, as hex, of everything the built Studio depends on: the given files and folders below `root`, and the
 * given words. Tests are left out; the order of the listing does not matter.
 */
export async function hashInputs(
  root: string,
  paths: readonly string[],
  words: readonly string[],
): Promise<string> {
  const files = (await Promise.all(paths.map((path) => filesBelow(join(root, path))))).flat().toSorted()
  const hash = createHash('sha256')
  for (const word of words) hash.update(`${word}\0`)
  for (const file of files) {
    hash.update(`${relative(root, file)}\0`)
    hash.update(await readFile(file))
  }
  return hash.digest('hex')
}

async function filesBelow(path: string): Promise<string[]> {
  const entries = await readdir(path, { recursive: true, withFileTypes: true }).catch(notADirectory)
  if (entries === null) return [path]
  return entries
    .filter((entry) => entry.isFile() && !entry.name.includes('.test.'))
    .map((entry) => join(entry.parentPath, entry.name))
}

function notADirectory(error: unknown): null {
  if (error instanceof Error && 'code' in error && error.code === 'ENOTDIR') return null
  throw error
}
