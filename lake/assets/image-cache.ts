import { randomUUID } from 'node:crypto'
import { mkdir, readdir, rename, rm, stat, utimes, writeFile } from 'node:fs/promises'
import { join } from 'node:path'

/** Pictures made from others, on disk, so that each is made once. Losing it loses time only. */
export interface ImageCache {
  /**
   * The file with this name, made by `make` if it is not there; who asks meanwhile waits for the same making.
   * @param name letters, digits and one dot; says everything that the bytes depend on
   * @returns its path
   */
  find(name: string, make: () => Promise<Buffer>): Promise<string>
}

/** When the cache is full, what was not asked for the longest goes, until this much of the limit is left. */
const KEEP_SHARE = 0.8

/** @param maxBytes how large the folder may grow, give or take the files being written */
export async function openImageCache(folder: string, maxBytes: number): Promise<ImageCache> {
  await mkdir(folder, { recursive: true, mode: 0o700 })
  const making = new Map<string, Promise<string>>()
  let size = (await listFiles(folder)).reduce((sum, file) => sum + file.size, 0)
  let pruning: Promise<void> | null = null

  async function prune(): Promise<void> {
    const files = await listFiles(folder)
    size = files.reduce((sum, file) => sum + file.size, 0)
    for (const file of files.toSorted((one, other) => one.usedAt - other.usedAt)) {
      if (size <= maxBytes * KEEP_SHARE) return
      await rm(file.path, { force: true })
      size -= file.size
    }
  }

  async function findOrMake(name: string, make: () => Promise<Buffer>): Promise<string> {
    const path = join(folder, name)
    if (await touch(path)) return path
    const bytes = await make()
    const unfinished = join(folder, `${randomUUID()}.tmp`)
    await writeFile(unfinished, bytes)
    await rename(unfinished, path)
    size += bytes.length
    if (size > maxBytes) {
      pruning ??= prune().finally(() => {
        pruning = null
      })
      await pruning
    }
    return path
  }

  return {
    find(name, make) {
      const found = making.get(name) ?? findOrMake(name, make).finally(() => making.delete(name))
      making.set(name, found)
      return found
    },
  }
}

/** Marks the file as used now. @returns whether it is there */
async function touch(path: string): Promise<boolean> {
  const now = new Date()
  return utimes(path, now, now).then(
    () => true,
    () => false,
  )
}

async function listFiles(folder: string): Promise<{ path: string; size: number; usedAt: number }[]> {
  const files = []
  for (const name of await readdir(folder)) {
    const path = join(folder, name)
    const found = await stat(path).catch(() => null)
    if (found) files.push({ path, size: found.size, usedAt: found.mtimeMs })
  }
  return files
}
