import { createHash } from 'node:crypto'
import { existsSync } from 'node:fs'
import { mkdir, readFile, rename, rm } from 'node:fs/promises'
import { join } from 'node:path'
import { listTitleFiles } from '#site/search/titles/title-files.ts'
import { readTitleRecords } from '#site/search/titles/title-record.ts'
import type { TitleRecord } from '#site/search/titles/title-record.ts'
import { flushTree } from '../release/durable-files.ts'
import { writeCompressed } from './write-compressed.ts'

/** File of an index with the titles of its pages, in their order. */
export const TITLES_FILE = 'titles.json'

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
  const records: TitleRecord[] = []
  for (const index of indexes) {
    const titles = await readFile(join(publicDir, 'pagefind', index, TITLES_FILE), 'utf8')
    for (const record of readTitleRecords(JSON.parse(titles))) records.push(record)
  }
  for (const [file, content] of listTitleFiles(records)) {
    await writeCompressed(join(temporary, file), JSON.stringify(content))
  }
  await mkdir(temporary, { recursive: true })
  await flushTree(temporary)
  await rename(temporary, folder)
  return id
}
