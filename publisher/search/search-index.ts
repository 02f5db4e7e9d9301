import { mkdir, readFile, readdir, rm } from 'node:fs/promises'
import { join } from 'node:path'
import { z } from 'zod'
import { flushFolder, writeFileDurably } from '../release/durable-files.ts'
import { planSearch } from './plan-search.ts'
import type { FoundPages } from './plan-search.ts'
import { writeIndex } from './write-index.ts'
import type { WrittenIndex } from './write-index.ts'

/** Delta indexes that stay on the disk for readers who opened the search page before the last change. */
const DELTAS_KEPT = 3
/** The delta may grow to this many pages, or to this part of the base, before the base is built anew. */
const LARGEST_DRIFT = 200
const LARGEST_DRIFT_SHARE = 0.1

const baseSchema = z.object({ id: z.string(), pages: z.array(z.tuple([z.string(), z.string()])) })

/** The search of one release: a base index, a small index of what changed since, and a list of what is gone. */
export interface SearchIndex {
  /** Makes the search hold exactly these pages. The list of indexes is replaced last, in one step. */
  refresh(pages: FoundPages): Promise<void>
  /** Whether so much changed since the base was built that it should be built anew. */
  needsNewBase(pages: FoundPages): boolean
  /** Builds a new base from these pages; the search is not changed until the next `refresh`. */
  rebuildBase(pages: FoundPages): Promise<void>
}

/** Opens the search of a release; `stateDir` remembers what its base holds. */
export async function openSearchIndex(publicDir: string, stateDir: string): Promise<SearchIndex> {
  const baseFile = join(stateDir, 'search-base.json')
  let base = await readBase(baseFile)
  const deltas: string[] = []

  return {
    async refresh(pages) {
      const plan = planSearch(pages, base?.pages ?? new Map())
      const delta = plan.delta.length === 0 ? null : await writeIndex(publicDir, 'delta', plan.delta)
      await writeEntry(publicDir, {
        bases: base !== null && plan.useBase ? [addressOf(base.id)] : [],
        deltas: delta === null ? [] : [addressOf(delta.id)],
        removed: plan.removed,
      })
      if (delta !== null && deltas.at(-1) !== delta.id) deltas.push(delta.id)
      deltas.splice(0, deltas.length - DELTAS_KEPT)
      await deleteOldIndexes(publicDir, new Set([...deltas, base?.id ?? '']))
    },
    needsNewBase(pages) {
      const { drift } = planSearch(pages, base?.pages ?? new Map())
      return drift > Math.max(LARGEST_DRIFT, LARGEST_DRIFT_SHARE * pages.size)
    },
    async rebuildBase(pages) {
      const written = await writeIndex(publicDir, 'base', [...pages.keys()].toSorted())
      await writeFileDurably(baseFile, JSON.stringify({ id: written.id, pages: [...written.pages] }))
      base = written
    },
  }
}

/** Address of the list of indexes that the search page reads first. */
export const SEARCH_ENTRY = 'search/index.json'

async function writeEntry(
  publicDir: string,
  entry: { bases: string[]; deltas: string[]; removed: string[] },
): Promise<void> {
  const file = join(publicDir, SEARCH_ENTRY)
  await writeFileDurably(file, JSON.stringify(entry))
  await flushFolder(join(publicDir, 'search'))
}

async function readBase(file: string): Promise<WrittenIndex | null> {
  try {
    const { id, pages } = baseSchema.parse(JSON.parse(await readFile(file, 'utf8')))
    return { id, pages: new Map(pages) }
  } catch {
    return null
  }
}

async function deleteOldIndexes(publicDir: string, kept: ReadonlySet<string>): Promise<void> {
  const folder = join(publicDir, 'pagefind')
  await mkdir(folder, { recursive: true })
  const indexes = (await readdir(folder)).filter((name) => /^(?:base|delta)-/.test(name))
  for (const name of indexes) {
    if (!kept.has(name)) await rm(join(folder, name), { recursive: true, force: true })
  }
}

function addressOf(id: string): string {
  return `/pagefind/${id}/`
}
