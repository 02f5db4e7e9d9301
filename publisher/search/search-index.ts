import { mkdir, readdir, rm } from 'node:fs/promises'
import { join } from 'node:path'
import { flushFolder, flushTree, writeFileDurably } from '../release/durable-files.ts'
import { SMALLEST_DELTA, planSearch } from './plan-search.ts'
import type { FoundPages } from './plan-search.ts'
import { PAGES_OF_INDEX, buildBase, readBase } from './search-base.ts'
import type { SearchBase } from './search-base.ts'
import { compressCopies } from './write-compressed.ts'
import { folderOfIndex, writeIndex } from './write-index.ts'
import type { WrittenIndex } from './write-index.ts'

/** Deltas that stay, as the base before does, for readers who opened the search page before the last change. */
const DELTAS_KEPT = 4
/** The delta may grow to this many pages before the indexes of the regions that changed are built anew. */
const LARGEST_DRIFT = 200
/** Without a base so many pages are indexed while whoever asks waits. */
const MOST_WITHOUT_BASE = 3000

/** Numbers of pages by which the search is divided. */
export interface SearchSizes {
  /** An index of a base has so many at most; a site of more is divided by regions. */
  pagesOfIndex: number
  /** A delta beside a base has so many at least. */
  smallestDelta: number
}

const SIZES: SearchSizes = { pagesOfIndex: PAGES_OF_INDEX, smallestDelta: SMALLEST_DELTA }

/** The list of indexes that the search page reads first. Addresses of folders end with a slash. */
interface SearchEntry {
  bases: string[]
  /** Places in `bases` of the indexes that hold a region's pages. */
  regions: Record<string, number[]>
  /** The index by titles over all bases, for questions about the whole country; null where `bases` are few. */
  titles: { path: string; count: number; removed: number[] } | null
  deltas: string[]
  /** Names under which bases find pages that do not count. */
  removed: string[]
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
  { interrupted, sizes = SIZES }: { interrupted: boolean; sizes?: SearchSizes | undefined },
): Promise<SearchIndex> {
  const baseFile = join(stateDir, 'search-base.json')
  let base = await readBase(baseFile)
  let listed: readonly string[] = []
  let retired = (await listIndexes(publicDir)).filter((id) => !namesOf(base).includes(id))
  if (interrupted) await keepRetired([])

  async function keepRetired(kept: string[]): Promise<void> {
    const dropped = retired.filter((id) => !kept.includes(id))
    retired = kept
    for (const id of dropped) await rm(folderOfIndex(publicDir, id), { recursive: true, force: true })
  }

  function retireDelta(id: string): Promise<void> {
    const deltas = [...retired.filter((other) => isDelta(other) && other !== id), id].slice(-DELTAS_KEPT)
    return keepRetired([...retired.filter((other) => !isDelta(other)), ...deltas])
  }

  return {
    async refresh(pages) {
      if (base === null && pages.size > MOST_WITHOUT_BASE) {
        await writeEntry(publicDir, { bases: [], regions: {}, titles: null, deltas: [], removed: [] })
        listed = []
        return
      }
      const plan = planSearch(pages, base?.pages ?? new Map(), sizes.smallestDelta)
      const parts = new Map(plan.delta.map((path) => [path, pages.get(path) ?? '']))
      const delta = parts.size === 0 ? null : await writeIndex(publicDir, 'delta', parts)
      await writeEntry(publicDir, {
        ...listBases(plan.useBase ? base : null, plan.removed),
        deltas: delta === null ? [] : [addressOf(delta.id)],
        removed: listRemoved(base, plan.removed, delta),
      })
      listed = delta === null ? [] : [delta.id]
      if (delta === null) return
      // Readers do not wait for the disk: after a power cut the delta is written anew.
      if (!retired.includes(delta.id)) await flushTree(folderOfIndex(publicDir, delta.id))
      await retireDelta(delta.id)
    },
    needsNewBase(pages) {
      if (base === null && pages.size > MOST_WITHOUT_BASE) return true
      const { drift } = planSearch(pages, base?.pages ?? new Map())
      return drift > LARGEST_DRIFT
    },
    isSlow: (pages) => pages.size > MOST_WITHOUT_BASE,
    async rebuildBase(pages) {
      const old = base
      base = await buildBase(publicDir, baseFile, pages, old, sizes.pagesOfIndex)
      const needed = namesOf(base)
      const replaced = namesOf(old).filter((id) => !needed.includes(id))
      // What was replaced once may hold just what is wanted again.
      retired = retired.filter((id) => !needed.includes(id))
      await keepRetired([...retired.filter(isDelta), ...replaced])
    },
    deleteRetired: () => keepRetired(retired.filter((id) => listed.includes(id))),
  }
}

/** A page that stands in the delta as it was counts there. */
function listRemoved(
  base: SearchBase | null,
  removed: readonly string[],
  delta: WrittenIndex | null,
): string[] {
  const again = new Set(delta?.fragments.values())
  return removed.flatMap((path) => base?.fragmentOf(path) ?? []).filter((fragment) => !again.has(fragment))
}

function isDelta(id: string): boolean {
  return id.startsWith('delta-')
}

function namesOf(base: SearchBase | null): string[] {
  return base === null ? [] : [...base.ids, ...(base.titles === null ? [] : [base.titles])]
}

function listBases(
  base: SearchBase | null,
  removed: readonly string[],
): Pick<SearchEntry, 'bases' | 'regions' | 'titles'> {
  if (base === null) return { bases: [], regions: {}, titles: null }
  const placesOf = (ids: readonly string[]) => ids.map((id) => base.ids.indexOf(id))
  const numbers = removed.flatMap((path) => base.numberOf(path) ?? [])
  return {
    bases: base.ids.map(addressOf),
    regions: Object.fromEntries([...base.idsByRegion].map(([region, ids]) => [region, placesOf(ids)])),
    titles:
      base.titles === null
        ? null
        : { path: addressOf(base.titles), count: base.pages.size, removed: numbers },
  }
}

/** Address of the list of indexes that the search page reads first. */
const SEARCH_ENTRY = 'search/index.json'

async function writeEntry(publicDir: string, entry: SearchEntry): Promise<void> {
  const file = join(publicDir, SEARCH_ENTRY)
  const text = JSON.stringify(entry)
  await writeFileDurably(file, text)
  // Nobody takes copies that are older than their file.
  for (const [suffix, bytes] of compressCopies(text)) await writeFileDurably(file + suffix, bytes)
  await flushFolder(join(publicDir, 'search'))
}

async function listIndexes(publicDir: string): Promise<string[]> {
  const folder = join(publicDir, 'pagefind')
  await mkdir(folder, { recursive: true })
  return (await readdir(folder)).filter((name) => /^(?:base|delta|titles)-/.test(name))
}

function addressOf(id: string): string {
  return `/pagefind/${id}/`
}
