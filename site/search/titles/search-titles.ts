import type { FilterCounts, FoundPage, Hit, TextSearch } from '../search-engine.ts'
import { answersStem, listStems } from './stem-word.ts'
import {
  fileOfFilter,
  fileOfPage,
  fileOfStem,
  fromDistances,
  listTitleFiles,
  readPageNumbers,
  readStem,
} from './title-files.ts'
import type { PageNumbers } from './title-files.ts'
import type { TitleRecord } from './title-record.ts'

/** An index by titles, and what changed since it was written. */
export interface TitleParts {
  /** How many pages the index has. */
  readonly count: number
  /** Numbers of its pages that do not count: gone, or newer in `changed`. */
  readonly removed: ReadonlySet<number>
  readonly changed: readonly TitleRecord[]
  /** Loads a file of the index; null when there is none. */
  load: (file: string) => Promise<unknown>
}

/** Search by titles; counts by filter come once the filters are loaded. */
export interface TitleSearch {
  readonly search: TextSearch
  loadFilters(names: readonly string[]): Promise<void>
}

interface Part {
  readonly name: string
  readonly count: number
  readonly removed: ReadonlySet<number>
  load: (file: string) => Promise<unknown>
}

/** Finds pages by the words of their titles and descriptions, over the index and what changed since, each page once and as it is. */
export function createTitleSearch({ count, removed, changed, load }: TitleParts): TitleSearch {
  const files = new Map(listTitleFiles(changed))
  const parts: Part[] = [
    {
      name: 'changed',
      count: changed.length,
      removed: new Set(),
      load: (file) => Promise.resolve(files.get(file) ?? null),
    },
    { name: 'index', count, removed, load: rememberLoads(load) },
  ]
  let counted: readonly string[] = []
  return {
    search: {
      async search(term, options) {
        const stems = listStems(term ?? '')
        if (term !== null && stems.length === 0) return []
        const chosen = Object.entries(options.filters).map(([name, { any }]) => ({ name, any }))
        const hits = parts.map(async (part) => {
          const scores = await findNumbers(part, stems, chosen)
          return [...scores].map(([number, score]) => hitOf(part, number, score, stems))
        })
        return (await Promise.all(hits)).flat().toSorted((a, b) => b.score - a.score)
      },
      async count(ids) {
        const found = new Set(ids)
        return addCounts(await Promise.all(parts.map((part) => countFilters(part, found, counted))))
      },
    },
    async loadFilters(names) {
      await Promise.all(parts.flatMap((part) => names.map((name) => part.load(fileOfFilter(name)))))
      counted = names
    },
  }
}

/** Pages that have every word and a chosen value of each filter, with how well they answer. */
async function findNumbers(
  part: Part,
  stems: readonly string[],
  chosen: readonly { name: string; any: readonly string[] }[],
): Promise<Map<number, number>> {
  const [words, values] = await Promise.all([
    Promise.all(stems.map((stem) => findWord(part, stem))),
    Promise.all(
      chosen.map(async ({ name, any }) => {
        const pages = await readNumbers(part, fileOfFilter(name))
        return new Set(any.flatMap((value) => fromDistances(pages[value] ?? [])))
      }),
    ),
  ])
  const [first, ...others] = words
  const candidates = first ?? new Map(Array.from({ length: part.count }, (_, number) => [number, 0]))
  const found = new Map<number, number>()
  for (const [number, score] of candidates) {
    const stands =
      !part.removed.has(number) &&
      others.every((pages) => pages.has(number)) &&
      values.every((pages) => pages.has(number))
    if (stands)
      found.set(
        number,
        others.reduce((sum, pages) => sum + (pages.get(number) ?? 0), score),
      )
  }
  return found
}

async function findWord(part: Part, asked: string): Promise<Map<number, number>> {
  const lists = await readNumbers(part, fileOfStem(asked))
  const pages = new Map<number, number>()
  for (const [key, distances] of Object.entries(lists)) {
    const { stem, isOfTitle } = readStem(key)
    if (!answersStem(stem, asked)) continue
    const score = (isOfTitle ? 2 : 0) + (stem === asked ? 1 : 0)
    for (const number of fromDistances(distances)) pages.set(number, Math.max(score, pages.get(number) ?? 0))
  }
  return pages
}

async function countFilters(
  part: Part,
  found: ReadonlySet<string>,
  names: readonly string[],
): Promise<FilterCounts> {
  const counts = names.map(async (name) => {
    const pages = await readNumbers(part, fileOfFilter(name))
    const values = Object.entries(pages).map(([value, distances]) => [
      value,
      fromDistances(distances).filter((number) => found.has(idOf(part, number))).length,
    ])
    return [name, Object.fromEntries(values)]
  })
  return Object.fromEntries(await Promise.all(counts))
}

function addCounts(all: readonly FilterCounts[]): FilterCounts {
  const sums: Record<string, Record<string, number>> = {}
  for (const counts of all) {
    for (const [name, values] of Object.entries(counts)) {
      const sum = (sums[name] ??= {})
      for (const [value, count] of Object.entries(values)) sum[value] = (sum[value] ?? 0) + count
    }
  }
  return sums
}

function idOf({ name }: Part, number: number): string {
  return `${name}-${number}`
}

function hitOf(part: Part, number: number, score: number, stems: readonly string[]): Hit {
  return { id: idOf(part, number), score, data: () => loadPage(part, number, stems) }
}

async function loadPage(part: Part, number: number, stems: readonly string[]): Promise<FoundPage> {
  const { file, place } = fileOfPage(number)
  const pages = await part.load(file)
  const page: unknown = Array.isArray(pages) ? pages[place] : null
  if (!Array.isArray(page)) throw new TypeError(`${file} has no page ${place}.`)
  const [url, title, kind, text] = page.map(String)
  if (url === undefined || title === undefined) throw new TypeError(`${file} has no page ${place}.`)
  const excerpt = markWords(text ?? '', stems)
  return {
    url,
    excerpt,
    evidence: `${markWords(title, stems)} ${excerpt}`,
    meta: { title, kind: kind ?? '' },
  }
}

function markWords(text: string, stems: readonly string[]): string {
  return escape(text).replaceAll(/[a-zа-яё0-9]+/gi, (word) =>
    listStems(word).some((found) => stems.some((asked) => answersStem(found, asked)))
      ? `<mark>${word}</mark>`
      : word,
  )
}

function escape(text: string): string {
  return text.replaceAll('<', '&lt;').replaceAll('>', '&gt;')
}

async function readNumbers(part: Part, file: string): Promise<PageNumbers> {
  const content = await part.load(file)
  return content === null || content === undefined ? {} : readPageNumbers(content)
}

function rememberLoads(load: (file: string) => Promise<unknown>): (file: string) => Promise<unknown> {
  const loads = new Map<string, Promise<unknown>>()
  return (file) => {
    const known = loads.get(file) ?? load(file)
    loads.set(file, known)
    known.catch(() => loads.delete(file))
    return known
  }
}
