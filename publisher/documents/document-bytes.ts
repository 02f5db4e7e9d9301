import { isLakeDocument } from './document-source.ts'
import type { LakeDocument } from './document-source.ts'

/** A document by its id, whatever its shape. */
interface Identified {
  readonly _id: string
}

/** Documents as JSON one after the other, in memory that threads share. */
export interface DocumentPack {
  readonly ids: readonly string[]
  readonly slabs: readonly Uint8Array[]
  /** Three numbers for each document: slab, first byte, length. */
  readonly places: Uint32Array
}

/** Documents kept as bytes: as objects those of a country would take several times the memory. */
export interface DocumentBytes<Document extends Identified> {
  get(id: string): Document | undefined
  has(id: string): boolean
  set(document: Document): void
  delete(id: string): boolean
  ids(): Iterable<string>
  values(): Iterable<Document>
  /** The documents as they are now, one JSON each, in order of id. */
  lines(): Iterable<Uint8Array>
  /** The documents as they are now; later changes do not show in it. */
  pack(): DocumentPack
  readonly size: number
}

const SLAB_BYTES = 8 * 1024 * 1024
/** Objects kept at hand, so that what is asked for again and again is parsed once. */
const PARSED = 4000

interface Place {
  readonly slab: number
  readonly first: number
  readonly length: number
}

/** @param isDocument tells that what was written comes back */
export function createDocumentBytes<Document extends Identified>(
  isDocument: (value: unknown) => value is Document,
): DocumentBytes<Document> {
  const places = new Map<string, Place>()
  const parsed = new Map<string, Document>()
  let slabs: Uint8Array[] = []
  let used = 0
  let wasted = 0

  function write(bytes: Uint8Array): Place {
    let slab = slabs.at(-1)
    if (slab === undefined || used + bytes.length > slab.length) {
      slab = new Uint8Array(new SharedArrayBuffer(Math.max(SLAB_BYTES, bytes.length)))
      slabs.push(slab)
      used = 0
    }
    slab.set(bytes, used)
    used += bytes.length
    return { slab: slabs.length - 1, first: used - bytes.length, length: bytes.length }
  }

  function bytesAt({ slab, first, length }: Place): Buffer {
    const whole = slabs[slab]
    return whole === undefined ? Buffer.alloc(0) : Buffer.from(whole.buffer, whole.byteOffset + first, length)
  }

  function remember(document: Document): void {
    parsed.delete(document._id)
    if (parsed.size >= PARSED) {
      let left = PARSED / 4
      for (const id of parsed.keys()) {
        if (left-- === 0) break
        parsed.delete(id)
      }
    }
    parsed.set(document._id, document)
  }

  function waste(id: string): boolean {
    const place = places.get(id)
    wasted += place?.length ?? 0
    return place !== undefined
  }

  /** Packs which others hold keep the old slabs. */
  function compact(): void {
    const kept = [...places].map(([id, place]) => [id, bytesAt(place)] as const)
    slabs = []
    used = 0
    wasted = 0
    for (const [id, bytes] of kept) places.set(id, write(bytes))
  }

  function parse(id: string): Document | undefined {
    const place = places.get(id)
    if (place === undefined) return undefined
    const value: unknown = JSON.parse(bytesAt(place).toString())
    return isDocument(value) ? value : undefined
  }

  return {
    get(id) {
      const known = parsed.get(id)
      if (known !== undefined) return known
      const document = parse(id)
      if (document !== undefined) remember(document)
      return document
    },
    has: (id) => places.has(id),
    set(document) {
      waste(document._id)
      places.set(document._id, write(Buffer.from(JSON.stringify(document))))
      remember(document)
      if (wasted > SLAB_BYTES && wasted > (slabs.length * SLAB_BYTES) / 2) compact()
    },
    delete(id) {
      parsed.delete(id)
      waste(id)
      return places.delete(id)
    },
    ids: () => places.keys(),
    *values() {
      for (const id of places.keys()) {
        const document = parsed.get(id) ?? parse(id)
        if (document !== undefined) yield document
      }
    },
    lines() {
      const kept = [...places].toSorted(([a], [b]) => (a < b ? -1 : 1))
      const held = slabs
      return (function* () {
        for (const [, { slab, first, length }] of kept) {
          const whole = held[slab]
          if (whole !== undefined) yield whole.subarray(first, first + length)
        }
      })()
    },
    pack() {
      const numbers = new Uint32Array(new SharedArrayBuffer(12 * places.size))
      let next = 0
      for (const { slab, first, length } of places.values()) {
        numbers[next++] = slab
        numbers[next++] = first
        numbers[next++] = length
      }
      return { ids: [...places.keys()], slabs: [...slabs], places: numbers }
    },
    get size() {
      return places.size
    },
  }
}

/** The documents of a pack one after the other. */
export function* unpackDocuments({ ids, slabs, places }: DocumentPack): Iterable<LakeDocument> {
  for (const place of ids.keys()) {
    const slab = slabs[places[3 * place] ?? 0]
    const first = places[3 * place + 1] ?? 0
    if (slab === undefined) continue
    const bytes = Buffer.from(slab.buffer, slab.byteOffset + first, places[3 * place + 2] ?? 0)
    const value: unknown = JSON.parse(bytes.toString())
    if (isLakeDocument(value)) yield value
  }
}
