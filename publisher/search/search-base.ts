import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { z } from 'zod'
import { flushTree, writeFileDurably } from '../release/durable-files.ts'
import { fileOfPath } from '../release/file-of-path.ts'
import type { FoundPages } from './plan-search.ts'
import { readTitle } from './read-title.ts'
import { folderOfIndex, writeIndex } from './write-index.ts'
import { writeTitles } from './write-titles.ts'

/** An index is built of so many pages at most: building one takes half a gigabyte for each thousand. */
export const PAGES_OF_INDEX = 3000
/** So many indexes a browser loads together without feeling it; for more there is one by titles beside them. */
const MOST_TOGETHER = 3

const schema = z.object({
  parts: z.array(
    z.object({
      id: z.string(),
      region: z.string(),
      /** Path, hash of what is indexed, name under which it is found. */
      pages: z.array(z.tuple([z.string(), z.string(), z.string()])),
    }),
  ),
  titles: z.string().nullable(),
})

type StoredBase = z.infer<typeof schema>
type StoredPage = StoredBase['parts'][number]['pages'][number]

/** Indexes that together hold the pages they were built from. */
export interface SearchBase {
  /** Names of the indexes. */
  ids: readonly string[]
  /** Names of the indexes that hold the pages of a region; those of no region, and of a small site, are not among them. */
  idsByRegion: ReadonlyMap<string, readonly string[]>
  /** Name of the index by titles; null where the indexes are so few that browsers ask all of them. */
  titles: string | null
  pages: FoundPages
  /** Number of a page in the index by titles. */
  numberOf(path: string): number | undefined
  regionOf(path: string): string | undefined
  /** Name under which an index finds a page. */
  fragmentOf(path: string): string | undefined
}

/** Reads what the last base holds; null when there is none. */
export async function readBase(file: string): Promise<SearchBase | null> {
  try {
    return toBase(schema.parse(JSON.parse(await readFile(file, 'utf8'))))
  } catch {
    return null
  }
}

/**
 * Builds indexes of these pages: of a large site one or more for each region, so that readers load theirs only. What
 * is there already is left as it is.
 * @param known the base before; pages that are as they were are not read to find out their region
 */
export async function buildBase(
  publicDir: string,
  file: string,
  pages: FoundPages,
  known: SearchBase | null,
  pagesOfIndex: number,
): Promise<SearchBase> {
  const parts: StoredBase['parts'] = []
  for (const [region, ofRegion] of await groupByRegion(publicDir, pages, known, pagesOfIndex)) {
    for (let from = 0; from < Math.max(1, ofRegion.length); from += pagesOfIndex) {
      const wanted = new Map(ofRegion.slice(from, from + pagesOfIndex))
      const written = await writeIndex(publicDir, 'base', wanted)
      await flushTree(folderOfIndex(publicDir, written.id))
      const pagesOfPart = Array.from(written.pages, ([path, hash]): StoredPage => [
        path,
        hash,
        written.fragments.get(path) ?? '',
      ])
      parts.push({ id: written.id, region, pages: pagesOfPart })
    }
  }
  const ids = parts.map(({ id }) => id)
  const stored = { parts, titles: ids.length > MOST_TOGETHER ? await writeTitles(publicDir, ids) : null }
  await writeFileDurably(file, JSON.stringify(stored))
  return toBase(stored)
}

/** Pages by region, regions and pages in order; a site that fits one index is not divided. */
async function groupByRegion(
  publicDir: string,
  pages: FoundPages,
  known: SearchBase | null,
  pagesOfIndex: number,
) {
  const sorted = [...pages].toSorted(inOrder)
  if (sorted.length <= pagesOfIndex) return new Map([['', sorted]])
  const groups = new Map<string, [string, string][]>()
  for (const page of sorted) {
    const [path, hash] = page
    const before = known?.pages.get(path) === hash && known.titles !== null ? known.regionOf(path) : undefined
    const region = before ?? (await readRegion(publicDir, path))
    const group = groups.get(region)
    if (group === undefined) groups.set(region, [page])
    else group.push(page)
  }
  return new Map([...groups].toSorted(inOrder))
}

/** @returns '' for a page of no region, and for one that is gone meanwhile */
async function readRegion(publicDir: string, path: string): Promise<string> {
  const html = await readFile(join(publicDir, fileOfPath(path)), 'utf8').catch(() => '')
  return readTitle(path, html).filters['region']?.[0] ?? ''
}

function toBase({ parts, titles }: StoredBase): SearchBase {
  const idsByRegion = new Map<string, string[]>()
  const places = new Map<string, { number: number; region: string; fragment: string }>()
  for (const { id, region, pages } of parts) {
    if (region !== '') idsByRegion.set(region, [...(idsByRegion.get(region) ?? []), id])
    for (const [path, , fragment] of pages) places.set(path, { number: places.size, region, fragment })
  }
  return {
    ids: parts.map(({ id }) => id),
    idsByRegion,
    titles,
    pages: new Map(parts.flatMap(({ pages }) => pages.map(([path, hash]) => [path, hash]))),
    numberOf: (path) => places.get(path)?.number,
    regionOf: (path) => places.get(path)?.region,
    fragmentOf: (path) => places.get(path)?.fragment,
  }
}

function inOrder([a]: [string, unknown], [b]: [string, unknown]): number {
  return a < b ? -1 : 1
}
