import type { FoundPage, Hit, Pagefind } from './search-engine.ts'
import type { SearchIndexes } from './search-scope.ts'

/** Pagefind over all indexes, and the addresses of it that do not count. */
export interface LoadedSearch {
  readonly pagefind: Pagefind
  readonly removed: ReadonlySet<string>
  /** Loads what counting results by filter takes; answers given before have no counts. */
  loadFilters(): Promise<void>
}

/** Hits of a base carry this before their address until they are shown, so that a delta's are told apart. */
const BASE_MARK = '/.base'

/** With more hits than this, pages that stand in two indexes are counted twice: loading all would take too long. */
const MOST_COUNTED = 60

interface PagefindInstance extends Pagefind {
  filters(): Promise<unknown>
  mergeIndex(path: string, options: { baseUrl: string; excerptEllipsis: string }): Promise<void>
}

type PagefindAnswer = Awaited<ReturnType<Pagefind['search']>>

interface PagefindModule {
  createInstance(options: { baseUrl: string; excerptEllipsis: string }): PagefindInstance
}

/** Loads Pagefind with these indexes. @throws when it cannot be loaded */
export async function loadPagefind({
  bases,
  deltas,
  removed,
}: Pick<SearchIndexes, 'bases' | 'deltas' | 'removed'>): Promise<LoadedSearch> {
  const parts = [
    ...bases.map((path) => ({ path, baseUrl: `${BASE_MARK}/` })),
    ...deltas.map((path) => ({ path, baseUrl: '/' })),
  ]
  const [first, ...others] = parts
  if (first === undefined) return emptySearch
  const address = `${first.path}pagefind.js`
  const loaded: unknown = await import(/* @vite-ignore */ address)
  if (!isPagefindModule(loaded)) throw new TypeError(`${address} is not Pagefind.`)
  const instance = loaded.createInstance({ baseUrl: first.baseUrl, excerptEllipsis: '…' })
  for (const { path, baseUrl } of others) await instance.mergeIndex(path, { baseUrl, excerptEllipsis: '…' })
  const gone = new Set(removed)
  return {
    pagefind: {
      search: async (term, options) => {
        const answer = unite(await instance.search(term, options), gone)
        return others.length === 0 || answer.results.length > MOST_COUNTED
          ? answer
          : countExactly(answer, gone)
      },
    },
    removed: new Set(removed.map((url) => BASE_MARK + url)),
    loadFilters: async () => {
      await instance.filters()
    },
  }
}

/** A page of unchanged text may stand in a base and a delta under one id: such hits become one. */
export function unite<Answer extends { results: readonly Hit[] }>(
  answer: Answer,
  removed: ReadonlySet<string>,
) {
  const groups = new Map<string, Hit[]>()
  for (const hit of answer.results) groups.set(hit.id, [...(groups.get(hit.id) ?? []), hit])
  const results = [...groups].map(([id, hits]) => ({
    id,
    score: Math.max(...hits.map(({ score }) => score)),
    data: () => loadStanding(hits, removed),
  }))
  return { ...answer, results }
}

/** An answer without withdrawn pages, whose filters count each page once. Loads every page of the answer. */
export async function countExactly(
  answer: PagefindAnswer,
  removed: ReadonlySet<string>,
): Promise<PagefindAnswer> {
  const pages = await Promise.all(answer.results.map(async (hit) => ({ hit, page: await hit.data() })))
  const standing = pages.filter(
    ({ page }) => !removed.has(page.url.replace(BASE_MARK, '')) || !page.url.startsWith(BASE_MARK),
  )
  const counts = Object.entries(answer.filters).map(([name, values]) => {
    const found = standing.flatMap(({ page }) => page.filters?.[name] ?? [])
    return [
      name,
      Object.fromEntries(
        Object.keys(values).map((value) => [value, found.filter((one) => one === value).length]),
      ),
    ]
  })
  return {
    results: standing.map(({ hit, page }) => ({ ...hit, data: () => Promise.resolve(page) })),
    filters: Object.fromEntries(counts),
  }
}

/** The first of the pages that still stands, under its own address; a withdrawn one keeps its mark. */
async function loadStanding(hits: readonly Hit[], removed: ReadonlySet<string>): Promise<FoundPage> {
  const pages = await Promise.all(hits.map((hit) => hit.data()))
  const standing = pages
    .map((page) => ({
      ...page,
      base: page.url.startsWith(`${BASE_MARK}/`),
      url: page.url.replace(BASE_MARK, ''),
    }))
    .find(({ url, base }) => !base || !removed.has(url))
  if (standing !== undefined) return standing
  const [withdrawn] = pages
  if (withdrawn === undefined) throw new TypeError('A hit without a page.')
  return withdrawn
}

const emptySearch: LoadedSearch = {
  pagefind: { search: () => Promise.resolve({ results: [], filters: {} }) },
  removed: new Set(),
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
