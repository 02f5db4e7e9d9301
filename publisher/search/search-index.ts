import { mkdir, readFile, readdir, rm } from 'node:fs/promises'
import { join } from 'node:path'
import { z } from 'zod'
import { flushFolder, flushTree, writeFileDurably } from '../release/durable-files.ts'
import { planSearch } from './plan-search.ts'
import type { FoundPages } from './plan-search.ts'
import { folderOfIndex, writeIndex } from './write-index.ts'
import type { WrittenIndex } from './write-index.ts'

/** Indexes that stay on the disk for readers who opened the search page before the last change. */
const INDEXES_KEPT = 4
/** The delta may grow to this many pages, or to this part of the base, before the base is built anew. */
const LARGEST_DRIFT = 200
const LARGEST_DRIFT_SHARE = 0.1

/** The base is built in parts of so many pages: building one takes half a gigabyte for each thousand. */
const PAGES_OF_PART = 3000
/** Without a base so many pages are indexed while whoever asks waits. */
const MOST_WITHOUT_BASE = 3000

const baseSchema = z.object({
  ids: z.array(z.string()),
  pages: z.array(z.tuple([z.string(), z.string()])),
})

/** Indexes that together hold the pages they were built from. */
interface Base {
  ids: string[]
  pages: FoundPages
}

/** The search of one release: a base index, a small index of what changed since, and a list of what is gone. */
export interface SearchIndex {
  /** Makes the search hold exactly these pages. The list of indexes is replaced last, in one step. */
  refresh(pages: FoundPages): Promise<void>
  /** Whether so much changed since the base was built that it should be built anew. */
  needsNewBase(pages: FoundPages): boolean
  /** Whether building a base of these pages takes so long that nobody should wait for it. */
  isSlow(pages: FoundPages): boolean
  /** Builds a new base from these pages; the search is not changed until the next `refresh`. */
  rebuildBase(pages: FoundPages): Promise<void>
  /** Deletes every index that the list does not name: what was taken from the pages is in none of them any more. */
  deleteRetired(): Promise<void>
}

/**
 * Opens the search of a release; `stateDir` remembers what its base holds.
 * @param interrupted the process before this one was killed: deltas it wrote may not be whole
 */
export async function openSearchIndex(
  publicDir: string,
  stateDir: string,
  { interrupted }: { interrupted: boolean },
): Promise<SearchIndex> {
  const baseFile = join(stateDir, 'search-base.json')
  let base = await readBase(baseFile)
  let listed: readonly string[] = []
  let retired = (await listIndexes(publicDir)).filter((id) => base?.ids.includes(id) !== true)
  if (interrupted) await keepRetired([])

  async function keepRetired(kept: string[]): Promise<void> {
    const dropped = retired.filter((id) => !kept.includes(id))
    retired = kept
    for (const id of dropped) await rm(folderOfIndex(publicDir, id), { recursive: true, force: true })
  }

  function retire(id: string): Promise<void> {
    return keepRetired([...retired.filter((other) => other !== id), id].slice(-INDEXES_KEPT))
  }

  return {
    async refresh(pages) {
      if (base === null && pages.size > MOST_WITHOUT_BASE) {
        await writeEntry(publicDir, { bases: [], deltas: [], removed: [] })
        listed = []
        return
      }
      const plan = planSearch(pages, base?.pages ?? new Map())
      const parts = new Map(plan.delta.map((path) => [path, pages.get(path) ?? '']))
      const delta = parts.size === 0 ? null : await writeIndex(publicDir, 'delta', parts)
      await writeEntry(publicDir, {
        bases: base !== null && plan.useBase ? base.ids.map(addressOf) : [],
        deltas: delta === null ? [] : [addressOf(delta.id)],
        removed: plan.removed,
      })
      listed = delta === null ? [] : [delta.id]
      if (delta === null) return
      // Readers do not wait for the disk: after a power cut the delta is written anew.
      if (!retired.includes(delta.id)) await flushTree(folderOfIndex(publicDir, delta.id))
      await retire(delta.id)
    },
    needsNewBase(pages) {
      if (base === null && pages.size > MOST_WITHOUT_BASE) return true
      const { drift } = planSearch(pages, base?.pages ?? new Map())
      return drift > Math.max(LARGEST_DRIFT, LARGEST_DRIFT_SHARE * pages.size)
    },
    isSlow: (pages) => pages.size > MOST_WITHOUT_BASE,
    async rebuildBase(pages) {
      const old = base
      const sorted = [...pages].toSorted(byPath)
      const parts: WrittenIndex[] = []
      for (let from = 0; from < Math.max(1, sorted.length); from += PAGES_OF_PART) {
        const part = new Map(sorted.slice(from, from + PAGES_OF_PART))
        const written = await writeIndex(publicDir, 'base', part)
        await flushTree(folderOfIndex(publicDir, written.id))
        parts.push(written)
      }
      const next = {
        ids: parts.map(({ id }) => id),
        pages: new Map(parts.flatMap((part) => [...part.pages])),
      }
      await writeFileDurably(baseFile, JSON.stringify({ ids: next.ids, pages: [...next.pages] }))
      base = next
      for (const id of old?.ids ?? []) if (!next.ids.includes(id)) await retire(id)
    },
    deleteRetired: () => keepRetired(retired.filter((id) => listed.includes(id))),
  }
}

/** Address of the list of indexes that the search page reads first. */
const SEARCH_ENTRY = 'search/index.json'

async function writeEntry(
  publicDir: string,
  entry: { bases: string[]; deltas: string[]; removed: string[] },
): Promise<void> {
  const file = join(publicDir, SEARCH_ENTRY)
  await writeFileDurably(file, JSON.stringify(entry))
  await flushFolder(join(publicDir, 'search'))
}

async function readBase(file: string): Promise<Base | null> {
  try {
    const { ids, pages } = baseSchema.parse(JSON.parse(await readFile(file, 'utf8')))
    return { ids, pages: new Map(pages) }
  } catch {
    return null
  }
}

async function listIndexes(publicDir: string): Promise<string[]> {
  const folder = join(publicDir, 'pagefind')
  await mkdir(folder, { recursive: true })
  return (await readdir(folder)).filter((name) => /^(?:base|delta)-/.test(name))
}

function byPath([a]: [string, string], [b]: [string, string]): number {
  return a < b ? -1 : 1
}

function addressOf(id: string): string {
  return `/pagefind/${id}/`
}
