import type { ChosenFilters } from './search-engine.ts'
import { readTitleRecords } from './titles/title-record.ts'
import type { TitleRecord } from './titles/title-record.ts'

/** The list of indexes that together hold the pages of the site. */
export interface SearchIndexes {
  /** Folders of large indexes, `/pagefind/<id>/`. */
  readonly bases: readonly string[]
  /** Places in `bases` of the indexes of a region. */
  readonly regions: Readonly<Record<string, readonly number[]>>
  /** The index by titles over all bases, where they are too many to be loaded together. */
  readonly titles: TitleIndex | null
  /** Folders of small indexes of what changed since. */
  readonly deltas: readonly string[]
  /** Names under which bases find pages that do not count: they are gone, or newer in a delta. */
  readonly removed: readonly string[]
}

/** Folder of the index by titles, how many pages it has, and the numbers of those that do not count. */
export interface TitleIndex {
  readonly path: string
  readonly count: number
  readonly removed: readonly number[]
}

/** Where to look: in the whole text of pages, or in the titles of the whole country. */
export type SearchScope = { readonly bases: readonly string[] } | { readonly titles: TitleIndex }

/** So many indexes a browser loads together without feeling it. */
const MOST_TOGETHER = 3

/** Where a question looks: the regions chosen, all when that is little, else the titles of all. */
export function chooseScope({ bases, regions, titles }: SearchIndexes, chosen: ChosenFilters): SearchScope {
  if (titles === null) return { bases }
  const wanted = chosen['region'] ?? []
  const ofRegions = [...new Set(wanted.flatMap((region) => regions[region] ?? []))].flatMap(
    (place) => bases[place] ?? [],
  )
  return wanted.length > 0 && ofRegions.length <= MOST_TOGETHER ? { bases: ofRegions } : { titles }
}

/** Reads the list of indexes. @throws {TypeError} when it is no such list */
export function readIndexes(value: unknown): SearchIndexes {
  const part = (name: string): unknown =>
    typeof value === 'object' && value !== null ? Reflect.get(value, name) : null
  return {
    bases: listOfTexts(part('bases')),
    regions: readRegions(part('regions')),
    titles: readTitleIndex(part('titles')),
    deltas: listOfTexts(part('deltas')),
    removed: listOfTexts(part('removed')),
  }
}

/** Titles of the pages that changed since the bases were built. */
export async function loadChangedTitles(
  { deltas }: SearchIndexes,
  load: (address: string) => Promise<unknown>,
): Promise<TitleRecord[]> {
  const lists = await Promise.all(deltas.map((path) => load(`${path}titles.json`)))
  return lists.flatMap(readTitleRecords)
}

function readRegions(value: unknown): Record<string, number[]> {
  if (typeof value === 'object' && value !== null && isByRegion(value)) return value
  throw new TypeError(WRONG)
}

function isByRegion(value: object): value is Record<string, number[]> {
  return Object.values(value).every(isNumbers)
}

function readTitleIndex(value: unknown): TitleIndex | null {
  if (value === null) return null
  if (typeof value === 'object' && isTitleIndex(value)) return value
  throw new TypeError(WRONG)
}

function isTitleIndex(value: object): value is TitleIndex {
  return (
    'path' in value &&
    typeof value.path === 'string' &&
    'count' in value &&
    typeof value.count === 'number' &&
    'removed' in value &&
    isNumbers(value.removed)
  )
}

function isNumbers(value: unknown): value is number[] {
  return Array.isArray(value) && value.every((item) => typeof item === 'number')
}

function listOfTexts(value: unknown): string[] {
  if (Array.isArray(value) && value.every((item) => typeof item === 'string')) return value
  throw new TypeError(WRONG)
}

const WRONG = 'The list of search indexes has another shape than expected.'
