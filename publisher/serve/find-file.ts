import { createHash } from 'node:crypto'
import { readFile, stat } from 'node:fs/promises'
import { join } from 'node:path'
import type { Encoding } from './accept-encoding.ts'

const ETAGS_REMEMBERED = 20_000

/** A file to be sent. */
export interface FoundFile {
  path: string
  bytes: Uint8Array<ArrayBuffer>
  /** Hash of the bytes, without quotes. */
  etag: string
  /** Set when the bytes are compressed. */
  encoding: Encoding | null
}

/** Finds files of a folder and their hashes; hashes are remembered until the file changes. */
export interface FileFinder {
  /**
   * @param encodings compressions the reader accepts, the best first; the first that lies beside the file is taken
   * @returns null when there is no such file
   */
  find(path: string, encodings: readonly Encoding[]): Promise<FoundFile | null>
}

const SUFFIXES = { br: '.br', gzip: '.gz' } as const satisfies Record<Encoding, string>

export function createFileFinder(): FileFinder {
  const etags = new Map<string, string>()

  function etagOf(version: string, bytes: Uint8Array): string {
    const known = etags.get(version)
    if (known !== undefined) return known
    if (etags.size >= ETAGS_REMEMBERED) etags.clear()
    const etag = createHash('sha256').update(bytes).digest('base64url').slice(0, 22)
    etags.set(version, etag)
    return etag
  }

  return {
    async find(path, encodings) {
      const plain = await statFile(path)
      if (plain === null) return null
      const { file, encoding, version } = await choose(path, plain, encodings)
      const bytes = new Uint8Array(await readFile(file))
      const { mtimeNs, size, ino } = version
      return { path, bytes, etag: etagOf(`${file}:${mtimeNs}:${size}:${ino}`, bytes), encoding }
    },
  }
}

/** While a page is being replaced its compressed copies are for a moment older than the page: they do not count. */
async function choose(path: string, plain: FileVersion, encodings: readonly Encoding[]) {
  for (const encoding of encodings) {
    const file = path + SUFFIXES[encoding]
    const version = await statFile(file)
    if (version !== null && version.mtimeNs >= plain.mtimeNs) return { file, encoding, version }
  }
  return { file: path, encoding: null, version: plain }
}

/** Whether there is a folder with a page in it. */
export async function hasIndexPage(folder: string): Promise<boolean> {
  return (await statFile(join(folder, 'index.html'))) !== null
}

interface FileVersion {
  mtimeNs: bigint
  size: bigint
  ino: bigint
}

async function statFile(path: string): Promise<FileVersion | null> {
  try {
    const found = await stat(path, { bigint: true })
    return found.isFile() ? found : null
  } catch {
    return null
  }
}
