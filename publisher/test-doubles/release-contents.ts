import { readFile, readdir } from 'node:fs/promises'
import { join, relative } from 'node:path'
import { brotliDecompressSync, gunzipSync } from 'node:zlib'
import { z } from 'zod'
import { listFragments } from '../search/list-fragments.ts'

const entrySchema = z.object({
  bases: z.array(z.string()),
  deltas: z.array(z.string()),
  removed: z.array(z.string()),
})

/** Every file that readers can get except those of the search, by path; `.br` files are unpacked. Hidden files are not served. */
export async function readFiles(publicDir: string): Promise<Map<string, string>> {
  const files = new Map<string, string>()
  for (const entry of await readdir(publicDir, { recursive: true, withFileTypes: true })) {
    const path = relative(publicDir, join(entry.parentPath, entry.name))
    if (
      !entry.isFile() ||
      entry.name.startsWith('.') ||
      path.startsWith('pagefind/') ||
      path.startsWith('search/')
    )
      continue
    const bytes = await readFile(join(publicDir, path))
    files.set(path, unpack(path, bytes).toString())
  }
  return new Map([...files].toSorted(([a], [b]) => (a < b ? -1 : 1)))
}

function unpack(path: string, bytes: Buffer): Buffer {
  if (path.endsWith('.br')) return brotliDecompressSync(bytes)
  return path.endsWith('.gz') ? gunzipSync(bytes) : bytes
}

/** What the search can find: the text of every page by its path, each once, without what is gone, as the browser does. */
export async function readFoundPages(publicDir: string): Promise<Map<string, string>> {
  const entry = entrySchema.parse(JSON.parse(await readFile(join(publicDir, 'search/index.json'), 'utf8')))
  const gone = new Set(entry.removed)
  const known = new Set<string>()
  const found = new Map<string, string>()
  for (const index of [...entry.bases, ...entry.deltas]) {
    for (const { id, url, content } of await listFragments(join(publicDir, index))) {
      if (gone.has(id) || known.has(id)) continue
      if (found.has(url)) throw new Error(`${url} is found twice`)
      known.add(id)
      found.set(url, content)
    }
  }
  return new Map([...found].toSorted(([a], [b]) => (a < b ? -1 : 1)))
}

/** Hidden files of a release: what was left half written. */
export async function readLeftovers(publicDir: string): Promise<string[]> {
  const names = await readdir(publicDir, { recursive: true })
  return names.filter((name) => name.split('/').some((part) => part.startsWith('.')))
}
