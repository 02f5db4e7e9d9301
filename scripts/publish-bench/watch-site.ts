import { readFile, readdir } from 'node:fs/promises'
import { join } from 'node:path'
import { gunzipSync } from 'node:zlib'
import { z } from 'zod'

const LONGEST_WAIT_MS = 120_000
const ASK_EVERY_MS = 3

const entrySchema = z.object({
  bases: z.array(z.string()),
  deltas: z.array(z.string()),
  removed: z.array(z.string()),
})

/** A site as a reader with a browser sees it: over HTTP, compressed. */
export interface WatchedSite {
  /** Milliseconds since `begun` until a page is there (or not) and its text meets a condition. */
  untilPage(path: string, begun: number, holds: (status: number, html: string) => boolean): Promise<number>
  /** Milliseconds since `begun` until the search finds a page. */
  untilFound(path: string, begun: number): Promise<number>
  /** Milliseconds since `begun` until the search does not find a page any more. */
  untilLost(path: string, begun: number): Promise<number>
  /** Resolves when the search holds the whole site. */
  untilSearchable(): Promise<void>
}

/** @param publicDir asked anew each time; parts of the search are looked into there */
export function watchSite(url: string, publicDir: () => string): WatchedSite {
  const contents = new Map<string, ReadonlySet<string>>()

  async function readEntry() {
    const response = await fetch(`${url}/search/index.json`, { cache: 'no-store' })
    return entrySchema.parse(await response.json())
  }

  async function pagesOf(index: string): Promise<ReadonlySet<string>> {
    const known = contents.get(index)
    if (known !== undefined) return known
    const folder = join(publicDir(), index, 'fragment')
    const names = await readdir(folder).catch(() => [])
    const urls = await Promise.all(names.map((name) => readUrl(join(folder, name))))
    const pages = new Set(urls.flatMap((found) => found ?? []))
    contents.set(index, pages)
    return pages
  }

  async function isFound(path: string): Promise<boolean> {
    const { deltas } = await readEntry()
    for (const delta of deltas) if ((await pagesOf(delta)).has(path)) return true
    return false
  }

  return {
    untilPage: (path, begun, holds) =>
      until(async () => {
        const response = await fetch(url + path, {
          cache: 'no-store',
          headers: { 'Accept-Encoding': 'br' },
        })
        const html = await response.text()
        const compressed = response.status !== 200 || response.headers.get('content-encoding') === 'br'
        return compressed && holds(response.status, html)
      }, begun),
    untilFound: (path, begun) => until(() => isFound(path), begun),
    untilLost: (path, begun) => until(async () => !(await isFound(path)), begun),
    async untilSearchable() {
      await until(async () => (await readEntry()).bases.length > 0, performance.now(), Infinity)
    },
  }
}

/** Address of the page of a fragment; null while it is being written. */
async function readUrl(file: string): Promise<string | null> {
  const packed = await readFile(file).catch(() => null)
  return packed === null ? null : (/"url":"([^"]*)"/.exec(gunzipSync(packed).toString())?.[1] ?? null)
}

async function until(
  holds: () => Promise<boolean>,
  begun: number,
  longest = LONGEST_WAIT_MS,
): Promise<number> {
  while (!(await holds())) {
    if (performance.now() - begun > longest) throw new Error('Изменение не дошло до читателей за две минуты.')
    await new Promise((resolve) => setTimeout(resolve, ASK_EVERY_MS))
  }
  return performance.now() - begun
}
