import { loadPagefind } from './load-pagefind.ts'
import { FILTER_NAMES } from './search-address.ts'
import { createSearchEngine } from './search-engine.ts'
import type { ChosenFilters, SearchEngine } from './search-engine.ts'
import { chooseScope, loadChangedTitles, readIndexes } from './search-scope.ts'
import type { WordCounts } from './suggest-words.ts'
import { createTitleSearch } from './titles/search-titles.ts'
import { WORD_GROUPS } from './word-groups.ts'

const INDEXES = '/search/index.json'
const WORDS = '/poisk/slova.json'

/** A search that is loaded: of whole texts, or of titles where the texts would be too much to load. */
export interface Search {
  readonly engine: SearchEngine
  readonly looksIn: 'texts' | 'titles'
  /** Loads what counting results by filter takes; answers given before have no counts. */
  loadFilters(): Promise<void>
}

/** Searches of a site by where they look; each is loaded once. */
export interface Searches {
  /** The search that answers a question with these filters. */
  open(chosen: ChosenFilters): Promise<Search>
}

/** Reads the list of indexes. @throws when the server has none */
export async function loadSearches(): Promise<Searches> {
  const indexes = readIndexes(await fetchJson(INDEXES))
  const searches = new Map<string, Promise<Search>>()

  async function load(scope: ReturnType<typeof chooseScope>): Promise<Search> {
    if ('titles' in scope) {
      const { path, count, removed } = scope.titles
      const changed = await loadChangedTitles(indexes, fetchJson)
      const titles = createTitleSearch({
        count,
        removed: new Set(removed),
        changed,
        load: (file) => fetchPart(path + file),
      })
      return {
        engine: createSearchEngine(titles.search, loadWords),
        looksIn: 'titles',
        loadFilters: () => titles.loadFilters(FILTER_NAMES),
      }
    }
    const texts = await loadPagefind({ ...indexes, bases: scope.bases }, fetchJson)
    return {
      engine: createSearchEngine(texts.search, loadWords),
      looksIn: 'texts',
      loadFilters: () => texts.loadFilters(),
    }
  }

  return {
    open(chosen) {
      const scope = chooseScope(indexes, chosen)
      const key = JSON.stringify(scope)
      const known = searches.get(key) ?? load(scope)
      searches.set(key, known)
      known.catch(() => searches.delete(key))
      return known
    },
  }
}

/** Words to offer for misspelt ones: those of the field, and those the site uses. */
async function loadWords(): Promise<WordCounts> {
  const used = await fetchJson(WORDS)
  const known = WORD_GROUPS.flat().map((word) => [word, 1] as const)
  const counted = Object.entries(used ?? {}).filter(
    (entry): entry is [string, number] => typeof entry[1] === 'number',
  )
  return new Map([...known, ...counted])
}

/** Reads a JSON file of the site. @throws when the server has none */
async function fetchJson(address: string): Promise<unknown> {
  const response = await fetch(address)
  if (!response.ok) throw new Error(`${address}: ${response.status}`)
  return response.json()
}

/** @returns null for a file that is not there: no title has words that begin so */
async function fetchPart(address: string): Promise<unknown> {
  const response = await fetch(address)
  if (response.status === 404) return null
  if (!response.ok) throw new Error(`${address}: ${response.status}`)
  return response.json()
}
