import { readSync } from 'node:fs'
import { isShowable } from './accept.ts'
import type { PublicDocument } from './accept.ts'
import type { SiteDocument } from './documents.ts'

/** Documents as JSON in a file that all threads of the process read. */
export interface DocumentPack {
  readonly ids: readonly string[]
  /** Number of the open file. */
  readonly file: number
  /** Two numbers for each document: first byte, length. */
  readonly places: Float64Array
}

/** Parsed documents that are kept at hand. */
const PARSED = 1000

/** Documents by id, kept as bytes: a country's documents would fill the memory. What was read lately is at hand as objects. */
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
  /** Bytes of a document, or its place in the pack. */
  const bytes = new Map<string, Uint8Array | number>()
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

  const pack = 'places' in documents ? documents : null
  if ('places' in documents) {
    for (const [place, id] of documents.ids.entries()) {
      bytes.set(id, place)
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
      const found = bytes.get(id)
      const json = typeof found === 'number' ? readPlace(pack, found) : found
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

function readPlace(pack: DocumentPack | null, place: number): Uint8Array | undefined {
  if (pack === null) return undefined
  const json = new Uint8Array(pack.places[2 * place + 1] ?? 0)
  readSync(pack.file, json, 0, json.length, pack.places[2 * place] ?? 0)
  return json
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
