import type { ContentReader } from './content-reader.ts'
import type { ContentStore, StoreChanges } from './content-store.ts'
import { isPagedType, listDocumentPaths, pagedTypes } from './document-paths.ts'
import { sharedPaths } from './site-addresses.ts'

/** Paths of the site that a change brought and took away. */
export interface PathChanges {
  readonly added: string[]
  readonly removed: string[]
}

/** The paths of every file of a site, kept in step with its documents without listing all of them again. */
export interface PathBook {
  /** All of them, each once. */
  list(): Iterable<string>
  /** Applies changes to the store. */
  apply(changes: StoreChanges): { touched: Set<string> } & PathChanges
}

export function createPathBook(store: ContentStore): PathBook {
  /** How many documents or lists have a path: two documents may ask for the same. */
  const users = new Map<string, number>()
  const content = store.reader(() => {})
  /** Lists, and regions with theirs: what they consist of depends on many documents. */
  const lists: RecordedPaths[] = sharedPaths.map((list) => record(store, list))
  const regions = new Set<string>()

  function addRegion(id: string): RecordedPaths {
    const region = record(store, (reader) => listDocumentPaths(reader, 'region', id))
    regions.add(id)
    lists.push(region)
    return region
  }

  function listOwn(id: string): string[] {
    const type = store.typeOf(id)
    return type !== null && type !== 'region' && isPagedType(type) ? listDocumentPaths(content, type, id) : []
  }

  for (const { id } of content.list('change', 'region')) addRegion(id)
  for (const { paths } of lists) for (const path of paths) addTo(users, path, 1)
  for (const type of pagedTypes) {
    for (const { id } of content.list('change', type)) for (const path of listOwn(id)) addTo(users, path, 1)
  }

  return {
    list: () => users.keys(),
    apply(changes) {
      const steps = new Map<string, number>()
      const before = listAffected(store, changes)
      for (const id of before) for (const path of listOwn(id)) addTo(steps, path, -1)
      const touched = store.apply(changes)
      for (const id of new Set([...before, ...listAffected(store, changes)])) {
        for (const path of listOwn(id)) addTo(steps, path, 1)
      }
      for (const [place, one] of lists.entries()) {
        if (!one.reads.some((key) => touched.has(key))) continue
        const next = record(store, one.list)
        for (const path of one.paths) addTo(steps, path, -1)
        for (const path of next.paths) addTo(steps, path, 1)
        lists[place] = next
      }
      for (const { _id } of changes.upsert ?? []) {
        if (store.typeOf(_id) !== 'region' || regions.has(_id)) continue
        for (const path of addRegion(_id).paths) addTo(steps, path, 1)
      }
      return { touched, ...settle(users, steps) }
    },
  }
}

/** Paths with what they depend on. */
interface RecordedPaths {
  readonly list: (content: ContentReader) => string[]
  readonly reads: readonly string[]
  readonly paths: readonly string[]
}

function record(store: ContentStore, list: RecordedPaths['list']): RecordedPaths {
  const reads = new Set<string>()
  const paths = list(store.reader((key) => reads.add(key)))
  return { list, paths, reads: [...reads] }
}

/** Documents whose paths may change with these: themselves and what stands below them. */
function listAffected(store: ContentStore, { upsert = [], remove = [] }: StoreChanges): Set<string> {
  const ids = [...remove, ...upsert.map(({ _id }) => _id)]
  return new Set(ids.flatMap((id) => [id, ...store.listDependents(id)]))
}

function settle(users: Map<string, number>, steps: ReadonlyMap<string, number>): PathChanges {
  const added: string[] = []
  const removed: string[] = []
  for (const [path, step] of steps) {
    if (step === 0) continue
    const before = users.get(path) ?? 0
    addTo(users, path, step)
    const after = users.get(path) ?? 0
    if (before === 0 && after > 0) added.push(path)
    if (before > 0 && after === 0) removed.push(path)
  }
  return { added, removed }
}

function addTo(counts: Map<string, number>, path: string, step: number): void {
  const count = (counts.get(path) ?? 0) + step
  if (count === 0) counts.delete(path)
  else counts.set(path, count)
}
