import { mkdir, readFile, rm, rmdir, writeFile } from 'node:fs/promises'
import { dirname, extname, join, resolve } from 'node:path'
import { promisify } from 'node:util'
import { brotliCompress, constants } from 'node:zlib'
import { flushFolder, writeFileDurably } from './durable-files.ts'
import { fileOfPath } from './file-of-path.ts'
import type { FinishedPage } from './render-page.ts'

const COMPRESSIBLE = new Set([
  '.html',
  '.xml',
  '.json',
  '.txt',
  '.css',
  '.js',
  '.svg',
  '.ics',
  '.csv',
  '.webmanifest',
])
/** Half a millisecond a page; readers wait for it. */
const FAST = 5
/** A tenth smaller, at 30 ms a page: for files that wait for nothing. */
const BEST = 11

/** Writes pages of a release that nobody sees yet; the caller brings them to the disk. */
export async function writeNewPages(publicDir: string, pages: readonly FinishedPage[]): Promise<void> {
  await Promise.all(
    pages.map(async ({ path, bytes }) => {
      const file = join(publicDir, fileOfPath(path))
      await mkdir(dirname(file), { recursive: true })
      await writeFile(file, bytes)
      const compressed = await compress(file, bytes, FAST)
      if (compressed !== null) await writeFile(`${file}.br`, compressed)
    }),
  )
}

/** Replaces pages of the live release, each in one step; they are on the disk when the promise resolves. */
export async function replacePages(publicDir: string, pages: readonly FinishedPage[]): Promise<void> {
  const folders = new Set<string>()
  await Promise.all(
    pages.map(async ({ path, bytes }) => {
      const file = join(publicDir, fileOfPath(path))
      const compressed = await compress(file, bytes, FAST)
      await writeFileDurably(file, bytes)
      if (compressed === null) await rm(`${file}.br`, { force: true })
      else await writeFileDurably(`${file}.br`, compressed)
      folders.add(dirname(file))
    }),
  )
  await Promise.all([...folders].map(flushFolder))
}

/** Replaces the compressed copy of a page by a smaller one; a page that is gone or has no copy is left alone. */
export async function compressBetter(publicDir: string, path: string): Promise<void> {
  const file = join(publicDir, fileOfPath(path))
  const bytes = await readFile(file).catch(() => null)
  const compressed = bytes === null ? null : await compress(file, bytes, BEST)
  if (compressed !== null) await writeFileDurably(`${file}.br`, compressed)
}

/** Deletes pages of the live release, and folders that became empty. */
export async function deletePages(publicDir: string, paths: Iterable<string>): Promise<void> {
  for (const path of paths) {
    const file = join(publicDir, fileOfPath(path))
    await rm(file, { force: true })
    await rm(`${file}.br`, { force: true })
    await deleteEmptyFolders(dirname(file), publicDir)
  }
}

/** Compresses a file that never changes. @returns null when that is not worth it for this kind of file */
export function compressForEver(file: string, bytes: Uint8Array): Promise<Uint8Array | null> {
  return compress(file, bytes, BEST)
}

async function compress(file: string, bytes: Uint8Array, quality: number): Promise<Uint8Array | null> {
  if (!COMPRESSIBLE.has(extname(file)) || bytes.length < 200) return null
  return promisify(brotliCompress)(bytes, {
    params: {
      [constants.BROTLI_PARAM_QUALITY]: quality,
      [constants.BROTLI_PARAM_SIZE_HINT]: bytes.length,
    },
  })
}

async function deleteEmptyFolders(folder: string, root: string): Promise<void> {
  for (let current = resolve(folder); current !== resolve(root); current = dirname(current)) {
    try {
      await rmdir(current)
    } catch {
      // Not empty, or gone already: nothing above it can be empty.
      await flushFolder(current).catch(() => undefined)
      return
    }
  }
}
