import { mkdir, rm, rmdir, writeFile } from 'node:fs/promises'
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
/** Few pages can wait for the best compression (about 25 ms each); many cannot. */
const PAGES_FOR_BEST_COMPRESSION = 8
const FAST = 5
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
  const quality = pages.length <= PAGES_FOR_BEST_COMPRESSION ? BEST : FAST
  const folders = new Set<string>()
  await Promise.all(
    pages.map(async ({ path, bytes }) => {
      const file = join(publicDir, fileOfPath(path))
      const compressed = await compress(file, bytes, quality)
      await writeFileDurably(file, bytes)
      if (compressed === null) await rm(`${file}.br`, { force: true })
      else await writeFileDurably(`${file}.br`, compressed)
      folders.add(dirname(file))
    }),
  )
  await Promise.all([...folders].map(flushFolder))
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

/** @returns null when compression is not worth it for this kind of file */
export async function compress(file: string, bytes: Uint8Array, quality: number): Promise<Uint8Array | null> {
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
