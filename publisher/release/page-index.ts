import { createLinkTable } from './link-table.ts'

/** What is known of one page of a release. */
export interface PageRecord {
  /** Keys the page read when it was rendered. */
  reads: string[]
  /** Hash of its bytes. */
  hash: string
  /** Hash of what the search holds of it; '' when it is not to be found. */
  searchHash: string
}

/** Pages of a release by path, and the pages that read a key. */
export interface PageIndex {
  get(path: string): PageRecord | undefined
  has(path: string): boolean
  hashOf(path: string): string | undefined
  set(path: string, record: PageRecord): void
  delete(path: string): void
  paths(): Iterable<string>
  entries(): Iterable<[string, PageRecord]>
  readonly size: number
  /** How many keys a page read. */
  countReads(path: string): number
  /** Pages that the search must hold, with the hash of what it holds of them. */
  searchable(): ReadonlyMap<string, string>
  /** Pages that read any of the keys. */
  readersOf(keys: Iterable<string>): Set<string>
}

export function createPageIndex(records: Iterable<[string, PageRecord]> = []): PageIndex {
  const hashes = new Map<string, string>()
  const found = new Map<string, string>()
  const links = createLinkTable()

  function get(path: string): PageRecord | undefined {
    const hash = hashes.get(path)
    return hash === undefined
      ? undefined
      : { reads: links.targetsOf(path), hash, searchHash: found.get(path) ?? '' }
  }

  function set(path: string, { reads, hash, searchHash }: PageRecord): void {
    hashes.set(path, hash)
    if (searchHash !== '') found.set(path, searchHash)
    else found.delete(path)
    links.set(path, reads)
  }

  for (const [path, record] of records) set(path, record)

  return {
    get,
    has: (path) => hashes.has(path),
    hashOf: (path) => hashes.get(path),
    set,
    delete(path) {
      hashes.delete(path)
      found.delete(path)
      links.delete(path)
    },
    paths: () => hashes.keys(),
    *entries() {
      for (const path of hashes.keys()) {
        const record = get(path)
        if (record !== undefined) yield [path, record]
      }
    },
    get size() {
      return hashes.size
    },
    countReads: (path) => links.countTargets(path),
    searchable: () => found,
    readersOf(keys) {
      const readers = new Set<string>()
      for (const key of keys) for (const path of links.sourcesOf(key)) readers.add(path)
      return readers
    },
  }
}
