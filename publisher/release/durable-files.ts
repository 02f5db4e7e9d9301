import { randomBytes } from 'node:crypto'
import { execFile } from 'node:child_process'
import { mkdir, open, readdir, rename, rm, writeFile } from 'node:fs/promises'
import { basename, dirname, join } from 'node:path'
import { promisify } from 'node:util'

/**
 * Writes a file so that a reader sees the old content or the new, never a part, and so that it is on the
 * disk when the promise resolves (except the folder entry: see `flushFolder`).
 */
export function writeFileDurably(path: string, content: Uint8Array | string): Promise<void> {
  return replaceBy(path, (temporary) => writeFile(temporary, content, { flag: 'wx', flush: true }))
}

/** Writes a file so that a reader sees the old content or the new, never a part; it reaches the disk some time later. */
export function replaceFile(path: string, content: Uint8Array | string): Promise<void> {
  return replaceBy(path, (temporary) => writeFile(temporary, content, { flag: 'wx' }))
}

async function replaceBy(path: string, write: (temporary: string) => Promise<void>): Promise<void> {
  const temporary = join(dirname(path), `.${basename(path)}.${randomBytes(6).toString('hex')}.tmp`)
  try {
    await write(temporary).catch(async (error: unknown) => {
      // The folder is there nearly always.
      if (!isMissing(error)) throw error
      await mkdir(dirname(path), { recursive: true })
      await write(temporary)
    })
    await rename(temporary, path)
  } catch (error) {
    await rm(temporary, { force: true })
    throw error
  }
}

function isMissing(error: unknown): boolean {
  return error instanceof Error && 'code' in error && error.code === 'ENOENT'
}

/** Brings the entries of a folder (new, renamed and deleted files) to the disk. */
export async function flushFolder(path: string): Promise<void> {
  const folder = await open(path, 'r')
  try {
    await folder.sync()
  } finally {
    await folder.close()
  }
}

/** Brings everything under a folder to the disk: one call of `sync -f` where there is one, else file by file. */
export async function flushTree(path: string): Promise<void> {
  try {
    await promisify(execFile)('sync', ['-f', path])
  } catch {
    for (const entry of await readdir(path, { recursive: true, withFileTypes: true })) {
      if (entry.isFile() || entry.isDirectory()) await flushFolder(join(entry.parentPath, entry.name))
    }
    await flushFolder(path)
  }
}
