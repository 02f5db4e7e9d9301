/** What is known of one page of a release. */
export interface PageRecord {
  /** Keys the page read when it was rendered. */
  reads: string[]
  /** Hash of its bytes. */
  hash: string
  /** Whether the search index holds it. */
  searchable: boolean
}

/** Pages of a release by path, and the pages that read a key. */
export interface PageIndex {
  get(path: string): PageRecord | undefined
  set(path: string, record: PageRecord): void
  delete(path: string): void
  paths(): Iterable<string>
  entries(): Iterable<[string, PageRecord]>
  readonly size: number
  /** Pages that read any of the keys. */
  readersOf(keys: Iterable<string>): Set<string>
}

export function createPageIndex(records: Iterable<[string, PageRecord]> = []): PageIndex {
  const pages = new Map<string, PageRecord>()
  const readers = new Map<string, Set<string>>()

  function forget(path: string): void {
    for (const key of pages.get(path)?.reads ?? []) {
      const paths = readers.get(key)
      paths?.delete(path)
      if (paths?.size === 0) readers.delete(key)
    }
  }

  function set(path: string, record: PageRecord): void {
    forget(path)
    pages.set(path, record)
    for (const key of record.reads) {
      const paths = readers.get(key)
      if (paths === undefined) readers.set(key, new Set([path]))
      else paths.add(path)
    }
  }

  for (const [path, record] of records) set(path, record)

  return {
    get: (path) => pages.get(path),
    set,
    delete(path) {
      forget(path)
      pages.delete(path)
    },
    paths: () => pages.keys(),
    entries: () => pages.entries(),
    get size() {
      return pages.size
    },
    readersOf(keys) {
      const found = new Set<string>()
      for (const key of keys) {
        for (const path of readers.get(key) ?? []) found.add(path)
      }
      return found
    },
  }
}
