import { expandQuery, normalizeQuery } from './expand-query.ts'
import { isGenuine, listMissed } from './genuine-hits.ts'
import { repairKeyboardLayout } from './keyboard-layout.ts'
import { suggestQuery, type WordCounts } from './suggest-words.ts'

/** Chosen values by filter; values of one filter are alternatives. */
export type ChosenFilters = Readonly<Record<string, readonly string[]>>

/** Number of results by filter and value. */
export type FilterCounts = Readonly<Record<string, Readonly<Record<string, number>>>>

/** What the browser shows of one found page. */
export interface FoundPage {
  url: string
  /** HTML with `<mark>` around the words found. */
  excerpt: string
  /** HTML with `<mark>` around the words found, where they do not stand in the excerpt. */
  evidence?: string
  meta: Readonly<Record<string, string>>
}

/** One hit before its page is loaded. */
export interface Hit {
  id: string
  score: number
  data(): Promise<FoundPage>
}

/** The part of Pagefind's browser API that is used. @see https://pagefind.app/docs/api/ */
export interface Pagefind {
  search(term: string | null, options: SearchOptions): Promise<{ results: Hit[] }>
}

interface SearchOptions {
  filters: Record<string, { any: string[] }>
}

/** A search over the pages of the site as they are now. */
export interface TextSearch {
  /** @returns each page once, the best first */
  search(term: string | null, options: SearchOptions): Promise<Hit[]>
  /** Counts pages by filter and value; nothing while that is not loaded. */
  count(ids: readonly string[]): Promise<FilterCounts>
}

/** Answer to one question. */
export interface SearchAnswer {
  /** Best first. */
  pages: FoundPage[]
  /** Number of hits, shown or not. */
  total: number
  filters: FilterCounts
  /** The question that was answered, when it is not the one asked: another keyboard layout, a misspelling. */
  answered: string | null
  /** A question that may have been meant, when only some of its words were found. */
  suggested: string | null
}

export interface SearchEngine {
  /** @param count how many pages to load, from the best */
  search(question: string, chosen: ChosenFilters, count: number): Promise<SearchAnswer>
}

/**
 * Answers questions, forgiving as people expect: first as asked with related words, then with the
 * keyboard layout repaired, then with misspelt words replaced.
 */
export function createSearchEngine(texts: TextSearch, loadWords: () => Promise<WordCounts>): SearchEngine {
  async function find(question: string, chosen: ChosenFilters, count: number) {
    const terms = question === '' ? [null] : expandQuery(question)
    const filters = Object.fromEntries(
      Object.entries(chosen)
        .filter(([, values]) => values.length > 0)
        .map(([name, values]) => [name, { any: [...values] }]),
    )
    const hits = mergeHits(await Promise.all(terms.map((term) => texts.search(term, { filters }))))
    const words = [...new Set(terms.flatMap((term) => term?.split(' ') ?? []))]
    const accept = (page: FoundPage) => isGenuine(evidenceOf(page), words)
    const { pages, dropped } = await loadPages(hits, count, accept)
    const standing = hits.map(({ id }) => id).filter((id) => !dropped.has(id))
    return { pages, total: standing.length, filters: await texts.count(standing) }
  }

  /** What else may have been meant, when a word of the question is not to be seen in any of the pages. */
  async function suggestFor(question: string, pages: readonly FoundPage[]): Promise<string | null> {
    const words = normalizeQuery(question).split(' ')
    const missed = listMissed(pages.map(evidenceOf), words)
    const relatives = words.some((word) => expandQuery(word).length > 1)
    return missed.length === 0 || relatives ? null : suggestQuery(question, await loadWords())
  }

  return {
    async search(question, chosen, count) {
      const asked = await find(question, chosen, count)
      if (question.trim() === '') return { ...asked, answered: null, suggested: null }
      if (asked.total > 0) {
        return { ...asked, answered: null, suggested: await suggestFor(question, asked.pages) }
      }
      const repaired = repairKeyboardLayout(question)
      const suggested = suggestQuery(repaired ?? question, await loadWords())
      for (const other of [repaired, suggested]) {
        if (other === null) continue
        const answer = await find(other, chosen, count)
        if (answer.total > 0) return { ...answer, answered: other, suggested: null }
      }
      return { ...asked, answered: null, suggested: null }
    },
  }
}

function evidenceOf({ excerpt, evidence }: FoundPage): string {
  return evidence ?? excerpt
}

/** Hits of several searches as one list: those of the first search first, none twice. */
function mergeHits(lists: readonly (readonly Hit[])[]): Hit[] {
  const seen = new Set<string>()
  return lists.flat().filter(({ id }) => !seen.has(id) && seen.add(id))
}

async function loadPages(hits: readonly Hit[], count: number, accept: (page: FoundPage) => boolean) {
  const pages: FoundPage[] = []
  const dropped = new Set<string>()
  for (let from = 0; from < hits.length && pages.length < count; from += count) {
    const some = hits.slice(from, from + count)
    for (const { id, page } of await Promise.all(some.map(loadPage))) {
      if (accept(page)) pages.push(page)
      else dropped.add(id)
    }
  }
  return { pages: pages.slice(0, count), dropped }
}

async function loadPage(hit: Hit) {
  return { id: hit.id, page: await hit.data() }
}
