import { isRecord } from '../../documents/document.ts'

/** Where a document stands in the order of one attribute. Keys compare as SQLite compares `rank`, then `value`. */
export interface SortKey {
  /** `title`, `period.start`, or `lower(title)`. */
  path: string
  /** Numbers come before texts, texts before truth values, and those before everything else, which has no key. */
  rank: number
  value: number | Uint8Array
}

const RANKS = { number: 2, string: 3, boolean: 4 } as const

/** So much of a text decides: documents with the same beginning share a key. */
const UNITS = 24
const MAX_KEYS = 300

/** Not to be ordered by with this index: ids differ between perspectives, and revisions have no order. */
const OMITTED = new Set(['_id', '_rev', '_type', '_originalId'])

/** Whether the index keeps keys of such a path. */
export function isSortable(path: readonly string[]): boolean {
  const [first = ''] = path
  return (
    path.length > 0 && path.length <= 2 && !OMITTED.has(first) && path.every((name) => !/[.()]/.test(name))
  )
}

/**
 * The keys of a document's attributes and of the attributes of its objects.
 * @returns null when they are too many: such a document has no place in any order
 */
export function listSortKeys(document: Record<string, unknown>): SortKey[] | null {
  const keys: SortKey[] = []
  for (const [name, value] of Object.entries(document)) {
    addKeys(keys, [name], value)
    if (isRecord(value)) for (const [part, inner] of Object.entries(value)) addKeys(keys, [name, part], inner)
    if (keys.length > MAX_KEYS) return null
  }
  return keys
}

function addKeys(keys: SortKey[], parts: string[], value: unknown): void {
  if (!isSortable(parts)) return
  const path = parts.join('.')
  if (typeof value === 'number') keys.push({ path, rank: RANKS.number, value })
  else if (typeof value === 'boolean') keys.push({ path, rank: RANKS.boolean, value: value ? 1 : 0 })
  else if (typeof value === 'string') {
    keys.push({ path, rank: RANKS.string, value: encodeText(value) })
    keys.push({ path: lowerPath(path), rank: RANKS.string, value: encodeText(value.toLowerCase()) })
  }
}

/** The path under which the keys of `lower(path)` are kept. */
export function lowerPath(path: string): string {
  return `lower(${path})`
}

/** Bytes that compare as the evaluator compares texts: by units of UTF-16. */
function encodeText(text: string): Uint8Array {
  return Buffer.from(text.slice(0, UNITS), 'utf16le').swap16()
}
