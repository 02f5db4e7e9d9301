import { createHash } from 'node:crypto'
import { existsSync } from 'node:fs'
import { once } from 'node:events'
import { mkdir, rename, rm } from 'node:fs/promises'
import { join } from 'node:path'
import { Worker } from 'node:worker_threads'
import { flushTree } from '../release/durable-files.ts'

/** File of an index with the titles of its pages, in their order. */
export const TITLES_FILE = 'titles.json'

/** What the thread that writes an index by titles gets. */
export interface TitleThreadInputs {
  /** Files with the titles of pages. */
  sources: readonly string[]
  /** Folder of the index. */
  target: string
}

/**
 * Writes the index by titles over the pages of several indexes, in their order, to `pagefind/<id>/` of the release,
 * unless it is there.
 * @returns its id
 */
export async function writeTitles(publicDir: string, indexes: readonly string[]): Promise<string> {
  const digest = createHash('sha256').update(indexes.join(' ')).digest('hex')
  const id = `titles-${digest.slice(0, 12)}`
  const folder = join(publicDir, 'pagefind', id)
  if (existsSync(folder)) return id
  const temporary = join(publicDir, 'pagefind', `.${id}.tmp`)
  await rm(temporary, { recursive: true, force: true })
  const sources = indexes.map((index) => join(publicDir, 'pagefind', index, TITLES_FILE))
  const inputs: TitleThreadInputs = { sources, target: temporary }
  // Seconds of work for a country: readers and publishing must not wait for it.
  const thread = new Worker(new URL('./titles-thread.ts', import.meta.url), { workerData: inputs })
  await once(thread, 'exit')
  await mkdir(temporary, { recursive: true })
  await flushTree(temporary)
  await rename(temporary, folder)
  return id
}
