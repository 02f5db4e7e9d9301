import { createHash } from 'node:crypto'
import { readFile, stat } from 'node:fs/promises'
import { join } from 'node:path'

const ETAGS_REMEMBERED = 20_000

/** A file to be sent. */
export interface FoundFile {
  path: string
  bytes: Uint8Array<ArrayBuffer>
  /** Hash of the bytes, without quotes. */
  etag: string
  /** Set when the bytes are compressed. */
  encoding: 'br' | null
}

/** Finds files of a folder and their hashes; hashes are remembered until the file changes. */
export interface FileFinder {
  /** @returns null when there is no such file */
  find(path: string, acceptsBrotli: boolean): Promise<FoundFile | null>
}

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
    async find(path, acceptsBrotli) {
      const plain = await statFile(path)
      if (plain === null) return null
      const packed = acceptsBrotli ? await statFile(`${path}.br`) : null
      // While a page is being replaced its compressed copy is for a moment older than the page.
      const usePacked = packed !== null && packed.mtimeNs >= plain.mtimeNs
      const file = usePacked ? `${path}.br` : path
      const { mtimeNs, size, ino } = usePacked ? packed : plain
      const bytes = new Uint8Array(await readFile(file))
      const etag = etagOf(`${file}:${mtimeNs}:${size}:${ino}`, bytes)
      return { path, bytes, etag, encoding: usePacked ? 'br' : null }
    },
  }
}

/** Whether there is a folder with a page in it. */
export async function hasIndexPage(folder: string): Promise<boolean> {
  return (await statFile(join(folder, 'index.html'))) !== null
}

async function statFile(path: string): Promise<{ mtimeNs: bigint; size: bigint; ino: bigint } | null> {
  try {
    const found = await stat(path, { bigint: true })
    return found.isFile() ? found : null
  } catch {
    return null
  }
}
