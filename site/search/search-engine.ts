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
  /** Values of the page by filter. */
  filters?: Readonly<Record<string, readonly string[]>>
}

/** One hit before its page is loaded. */
export interface Hit {
  id: string
  score: number
  data(): Promise<FoundPage>
}

/** The part of Pagefind's browser API that is used. @see https://pagefind.app/docs/api/ */
export interface Pagefind {
  search(
    term: string | null,
    options: { filters: Record<string, { any: string[] }> },
  ): Promise<{ results: Hit[]; filters: FilterCounts }>
}

/** Answer to one question. */
export interface SearchAnswer {
  /** Best first; pages that were withdrawn since the index was built are not among them. */
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
 * Answers questions with Pagefind, forgiving as people expect: first as asked with related words, then with the
 * keyboard layout repaired, then with misspelt words replaced.
 *
 * @param removed addresses that the base index still has and the site has not
 */
export function createSearchEngine(
  pagefind: Pagefind,
  removed: ReadonlySet<string>,
  loadWords: () => Promise<WordCounts>,
): SearchEngine {
  async function find(question: string, chosen: ChosenFilters, count: number) {
    const terms = question === '' ? [null] : expandQuery(question)
    const filters = Object.fromEntries(
      Object.entries(chosen)
        .filter(([, values]) => values.length > 0)
        .map(([name, values]) => [name, { any: [...values] }]),
    )
    const answers = await Promise.all(terms.map((term) => pagefind.search(term, { filters })))
    const hits = mergeHits(answers.map(({ results }) => results))
    const [first] = answers
    const words = [...new Set(terms.flatMap((term) => term?.split(' ') ?? []))]
    const accept = (page: FoundPage) => !removed.has(page.url) && isGenuine(evidenceOf(page), words)
    const { pages, dropped } = await loadPages(hits, count, accept)
    const total = Math.max(hits.length - dropped, pages.length)
    return {
      pages,
      total,
      filters: widestCounts(
        first?.filters ?? {},
        answers.map((answer) => answer.filters),
      ),
    }
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
  let dropped = 0
  for (let from = 0; from < hits.length && pages.length < count; from += count) {
    const loaded = await Promise.all(hits.slice(from, from + count).map((hit) => hit.data()))
    const standing = loaded.filter(accept)
    dropped += loaded.length - standing.length
    pages.push(...standing)
  }
  return { pages: pages.slice(0, count), dropped }
}

/** Counts by filter, the largest of the searches: related words find about the same pages. */
function widestCounts(first: FilterCounts, all: readonly FilterCounts[]): FilterCounts {
  return Object.fromEntries(
    Object.entries(first).map(([name, values]) => [
      name,
      Object.fromEntries(
        Object.keys(values).map((value) => [
          value,
          Math.max(...all.map((counts) => counts[name]?.[value] ?? 0)),
        ]),
      ),
    ]),
  )
}
