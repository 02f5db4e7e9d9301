import { countFacets, readFacets } from './facets.ts'
import type { Facets } from './facets.ts'
import type { Hit, Pagefind, TextSearch } from './search-engine.ts'
import type { SearchIndexes } from './search-scope.ts'

/** Pagefind over all indexes. */
export interface LoadedSearch {
  readonly search: TextSearch
  /** Loads what counting results by filter takes; answers given before have no counts. */
  loadFilters(): Promise<void>
}

interface PagefindInstance extends Pagefind {
  mergeIndex(path: string, options: { excerptEllipsis: string }): Promise<void>
}

interface PagefindModule {
  createInstance(options: { baseUrl: string; excerptEllipsis: string }): PagefindInstance
}

/**
 * Loads Pagefind with these indexes.
 * @param load reads a JSON file of the site
 * @throws when it cannot be loaded
 */
export async function loadPagefind(
  { bases, deltas, removed }: Pick<SearchIndexes, 'bases' | 'deltas' | 'removed'>,
  load: (address: string) => Promise<unknown>,
): Promise<LoadedSearch> {
  const [first, ...others] = [...bases, ...deltas]
  if (first === undefined) return emptySearch
  const address = `${first}pagefind.js`
  const loaded: unknown = await import(/* @vite-ignore */ address)
  if (!isPagefindModule(loaded)) throw new TypeError(`${address} is not Pagefind.`)
  const instance = loaded.createInstance({ baseUrl: '/', excerptEllipsis: '…' })
  for (const path of others) await instance.mergeIndex(path, { excerptEllipsis: '…' })
  const gone = new Set(removed)
  let facets: Facets[] = []
  return {
    search: {
      search: async (term, options) => unite((await instance.search(term, options)).results, gone),
      count: (ids) => Promise.resolve(countFacets(facets, new Set(ids))),
    },
    async loadFilters() {
      const files = await Promise.all([first, ...others].map((path) => load(`${path}facets.json`)))
      facets = files.map(readFacets)
    },
  }
}

/** Hits without pages that are gone; a page of unchanged text may stand in a base and a delta: that is one hit. */
export function unite(hits: readonly Hit[], gone: ReadonlySet<string>): Hit[] {
  const known = new Map<string, Hit>()
  for (const hit of hits) if (!gone.has(hit.id) && !known.has(hit.id)) known.set(hit.id, hit)
  return [...known.values()]
}

const emptySearch: LoadedSearch = {
  search: { search: () => Promise.resolve([]), count: () => Promise.resolve({}) },
  loadFilters: () => Promise.resolve(),
}

function isPagefindModule(value: unknown): value is PagefindModule {
  return (
    typeof value === 'object' &&
    value !== null &&
    'createInstance' in value &&
    typeof value.createInstance === 'function'
  )
}
