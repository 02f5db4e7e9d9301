import { readFile, readdir } from 'node:fs/promises'
import { join, relative } from 'node:path'
import { brotliDecompressSync, gunzipSync } from 'node:zlib'
import { unzipSync } from 'fflate'

/** Every file of a release by its path, unpacked: copies for the network, parts of the search, Word documents. */
export async function readRelease(publicDir: string): Promise<Map<string, string>> {
  const files = new Map<string, string>()
  for (const entry of await readdir(publicDir, { recursive: true, withFileTypes: true })) {
    // Hidden files are half written; they are never served.
    if (!entry.isFile() || entry.name.startsWith('.')) continue
    const path = relative(publicDir, join(entry.parentPath, entry.name))
    files.set(path, unpack(path, await readFile(join(publicDir, path))))
  }
  return files
}

function unpack(path: string, bytes: Buffer): string {
  if (path.endsWith('.br')) return unpack(path.slice(0, -3), brotliDecompressSync(bytes))
  // Gzip and ZIP are told by how they begin: Pagefind's files have many names.
  if (bytes[0] === 0x1f && bytes[1] === 0x8b) return unpack('', gunzipSync(bytes))
  if (bytes.subarray(0, 2).toString('latin1') === 'PK') {
    return Object.values(unzipSync(bytes))
      .map((file) => new TextDecoder().decode(file))
      .join('\n')
  }
  return bytes.toString('utf8')
}
