import { mkdirSync, writeFileSync } from 'node:fs'
import { readFile, rm, rmdir } from 'node:fs/promises'
import { dirname, extname, join, resolve } from 'node:path'
import { promisify } from 'node:util'
import { brotliCompress, brotliCompressSync, constants, gzip as gzipCallback, gzipSync } from 'node:zlib'
import type { BrotliOptions, ZlibOptions } from 'node:zlib'
import { flushFolder, replaceFile, writeFileDurably } from './durable-files.ts'
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
/**
 * Measured on pages of 33 kB: brotli 5 and gzip 5 take 0.4 and 0.2 ms and give 6.9 and 7.6 kB; brotli 11 takes 30 ms
 * for 6.2 kB.
 */
const FAST = { brotli: 5, gzip: 4 }
/** For files that wait for nothing. */
const BEST = { brotli: 11, gzip: 9 }
type Quality = typeof FAST | typeof BEST

/** Smaller files fit one packet as they are. */
const WORTH_COMPRESSING = 860

const SUFFIXES = ['.br', '.gz'] as const

/** A folder that nobody reads yet. */
export interface NewFolder {
  publicDir: string
  /** Whether compressed copies are written beside the pages. */
  compress: boolean
}

/** Writes a page of a release that nobody sees yet; the caller brings it to the disk. @param folders those that are there */
export function writeNewPage(target: NewFolder, { path, bytes }: FinishedPage, folders: Set<string>): void {
  const root = resolve(target.publicDir)
  const file = join(root, fileOfPath(path))
  makeFolder(dirname(file), root, folders)
  writeFileSync(file, bytes)
  if (!target.compress) return
  for (const [suffix, packed] of compressNow(file, bytes, FAST)) writeFileSync(file + suffix, packed)
}

/** Faster than `recursive`, which asks for every folder above each time. */
function makeFolder(folder: string, root: string, known: Set<string>): void {
  if (folder === root || known.has(folder)) return
  makeFolder(dirname(folder), root, known)
  known.add(folder)
  try {
    mkdirSync(folder)
  } catch (error) {
    if (!(error instanceof Error) || !('code' in error) || error.code !== 'EEXIST') throw error
  }
}

/**
 * Replaces pages of the live release, each in one step.
 * @param durable whether they are to be on the disk when the promise resolves; else the caller sees to it
 */
export async function replacePages(
  publicDir: string,
  pages: readonly FinishedPage[],
  durable: boolean,
): Promise<void> {
  const write = durable ? writeFileDurably : replaceFile
  const folders = new Set<string>()
  await Promise.all(
    pages.map(async ({ path, bytes }) => {
      const file = join(publicDir, fileOfPath(path))
      const packed = await compress(file, bytes, FAST)
      await write(file, bytes)
      await Promise.all(packed.map(([suffix, copy]) => write(file + suffix, copy)))
      if (packed.length === 0) await deleteCopies(file)
      folders.add(dirname(file))
    }),
  )
  if (durable) await Promise.all([...folders].map(flushFolder))
}

/** Replaces the compressed copies of a page by smaller ones; a page that is gone or has none is left alone. */
export async function compressBetter(publicDir: string, path: string): Promise<void> {
  const file = join(publicDir, fileOfPath(path))
  const bytes = await readFile(file).catch(() => null)
  if (bytes === null) return
  for (const [suffix, copy] of await compress(file, bytes, BEST)) await writeFileDurably(file + suffix, copy)
}

/** Deletes pages of the live release, and folders that became empty. */
export async function deletePages(publicDir: string, paths: Iterable<string>): Promise<void> {
  for (const path of paths) {
    const file = join(publicDir, fileOfPath(path))
    await rm(file, { force: true })
    await deleteCopies(file)
    await deleteEmptyFolders(dirname(file), publicDir)
  }
}

/** Compresses a file that never changes. @returns copies by suffix; [] when that is not worth it */
export function compressForEver(file: string, bytes: Uint8Array): Promise<Copy[]> {
  return compress(file, bytes, BEST)
}

type Copy = [suffix: (typeof SUFFIXES)[number], bytes: Uint8Array]

function compressNow(file: string, bytes: Uint8Array, { brotli, gzip }: Quality): Copy[] {
  if (!isWorthCompressing(file, bytes)) return []
  return [
    ['.br', brotliCompressSync(bytes, brotliOptions(bytes, brotli))],
    ['.gz', gzipSync(bytes, { level: gzip, memLevel: 9 })],
  ]
}

async function compress(file: string, bytes: Uint8Array, { brotli, gzip }: Quality): Promise<Copy[]> {
  if (!isWorthCompressing(file, bytes)) return []
  const [br, gz] = await Promise.all([
    promisify(brotliCompress)(bytes, brotliOptions(bytes, brotli)),
    promisify<Uint8Array, ZlibOptions, Buffer>(gzipCallback)(bytes, { level: gzip, memLevel: 9 }),
  ])
  return [
    ['.br', br],
    ['.gz', gz],
  ]
}

function isWorthCompressing(file: string, bytes: Uint8Array): boolean {
  return COMPRESSIBLE.has(extname(file)) && bytes.length >= WORTH_COMPRESSING
}

function brotliOptions(bytes: Uint8Array, quality: number): BrotliOptions {
  return {
    params: {
      [constants.BROTLI_PARAM_QUALITY]: quality,
      [constants.BROTLI_PARAM_SIZE_HINT]: bytes.length,
      // A window that holds the whole page; a larger one only takes time to prepare.
      [constants.BROTLI_PARAM_LGWIN]: Math.min(22, Math.max(16, Math.ceil(Math.log2(bytes.length + 16)))),
    },
  }
}

async function deleteCopies(file: string): Promise<void> {
  for (const suffix of SUFFIXES) await rm(file + suffix, { force: true })
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
