import { isShowable } from './accept.ts'
import type { PublicDocument } from './accept.ts'
import type { SiteDocument } from './documents.ts'

/** Documents as JSON one after the other, in memory that threads can share. */
export interface DocumentPack {
  readonly ids: readonly string[]
  readonly slabs: readonly Uint8Array[]
  /** Three numbers for each document: slab, first byte, length. */
  readonly places: Uint32Array
}

/** Parsed documents that are kept at hand. */
const PARSED = 4000

/**
 * Documents by id, kept as bytes: a country's documents as objects would take several times the memory. What was read
 * lately is at hand as objects.
 */
export interface PackedDocuments {
  get(id: string): SiteDocument | undefined
  set(id: string, document: SiteDocument): void
  delete(id: string): void
}

/** Keeps the documents that pages can show, calling back with the id of each. */
export function packDocuments(
  documents: DocumentPack | Iterable<PublicDocument>,
  each: (id: string) => void,
): PackedDocuments {
  const bytes = new Map<string, Uint8Array>()
  const parsed = new Map<string, SiteDocument>()

  function remember(id: string, document: SiteDocument): void {
    parsed.delete(id)
    if (parsed.size >= PARSED) for (const oldest of firstOf(parsed, PARSED / 4)) parsed.delete(oldest)
    parsed.set(id, document)
  }

  function set(id: string, document: SiteDocument): void {
    bytes.set(id, encoder.encode(JSON.stringify(document)))
    remember(id, document)
  }

  if ('slabs' in documents) {
    for (const [id, json] of unpack(documents)) {
      bytes.set(id, json)
      each(id)
    }
  } else {
    for (const document of documents) {
      if (!isShowable(document)) continue
      set(document._id, document)
      each(document._id)
    }
  }

  return {
    get(id) {
      const known = parsed.get(id)
      if (known !== undefined) return known
      const json = bytes.get(id)
      if (json === undefined) return undefined
      const document: unknown = JSON.parse(decoder.decode(json))
      if (!isPublic(document) || !isShowable(document)) return undefined
      remember(id, document)
      return document
    },
    set,
    delete(id) {
      bytes.delete(id)
      parsed.delete(id)
    },
  }
}

const encoder = new TextEncoder()
const decoder = new TextDecoder()

function* unpack({ ids, slabs, places }: DocumentPack): Iterable<[string, Uint8Array]> {
  for (const [place, id] of ids.entries()) {
    const first = places[3 * place + 1] ?? 0
    const slab = slabs[places[3 * place] ?? 0]
    if (slab !== undefined) yield [id, slab.subarray(first, first + (places[3 * place + 2] ?? 0))]
  }
}

function isPublic(value: unknown): value is PublicDocument {
  return typeof value === 'object' && value !== null && '_id' in value && '_type' in value
}

function* firstOf(map: ReadonlyMap<string, unknown>, count: number): Iterable<string> {
  let left = count
  for (const key of map.keys()) {
    if (left === 0) return
    left -= 1
    yield key
  }
}
