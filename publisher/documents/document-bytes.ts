import { randomUUID } from 'node:crypto'
import { closeSync, mkdirSync, openSync, readSync, rmSync, writeSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { isLakeDocument } from './document-source.ts'
import type { LakeDocument } from './document-source.ts'

/** A document by its id, whatever its shape. */
interface Identified {
  readonly _id: string
}

/** Documents as JSON in a file that all threads of the process read. */
export interface DocumentPack {
  readonly ids: readonly string[]
  /** Number of the open file. */
  readonly file: number
  /** Two numbers for each document: first byte, length. */
  readonly places: Float64Array
}

/** Documents kept as bytes in a file: a country's documents would fill the memory, as objects several times over. */
export interface DocumentBytes<Document extends Identified> {
  get(id: string): Document | undefined
  has(id: string): boolean
  set(document: Document): void
  delete(id: string): boolean
  ids(): Iterable<string>
  values(): Iterable<Document>
  /** The documents as they are now, one JSON each, in order of id. */
  lines(): Iterable<Uint8Array>
  /** The documents as they are now; later changes do not show in it. It is readable as long as it is held. */
  pack(): DocumentPack
  readonly size: number
}

/** Objects kept at hand, so that what is asked for again and again is parsed once. */
const PARSED = 1000
/** A file of which more than this, and more than half, is out of date is written anew. */
const MOST_WASTED_BYTES = 8 * 1024 * 1024

interface Place {
  readonly first: number
  readonly length: number
}

/**
 * @param isDocument tells that what was written comes back
 * @param folder where the file is put; it has no name, so that it is gone with the process
 */
export function createDocumentBytes<Document extends Identified>(
  isDocument: (value: unknown) => value is Document,
  folder: string = tmpdir(),
): DocumentBytes<Document> {
  const places = new Map<string, Place>()
  const parsed = new Map<string, Document>()
  let file = new ScratchFile(folder)
  let wasted = 0

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

  function waste(id: string): void {
    wasted += places.get(id)?.length ?? 0
  }

  function compact(): void {
    const old = file
    file = new ScratchFile(folder)
    for (const [id, place] of places) places.set(id, file.append(old.read(place)))
    wasted = 0
  }

  function parse(id: string): Document | undefined {
    const place = places.get(id)
    if (place === undefined) return undefined
    const value: unknown = JSON.parse(file.read(place).toString())
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
      places.set(document._id, file.append(Buffer.from(JSON.stringify(document))))
      remember(document)
      if (wasted > MOST_WASTED_BYTES && wasted > file.size / 2) compact()
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
      const held = file
      return (function* () {
        for (const [, place] of kept) yield held.read(place)
      })()
    },
    pack() {
      const numbers = new Float64Array(new SharedArrayBuffer(16 * places.size))
      let next = 0
      for (const { first, length } of places.values()) {
        numbers[next++] = first
        numbers[next++] = length
      }
      const pack = { ids: [...places.keys()], file: file.flush(), places: numbers }
      filesOfPacks.set(pack, file)
      return pack
    },
    get size() {
      return places.size
    },
  }
}

/** The documents of a pack one after the other. */
export function* unpackDocuments({ ids, file, places }: DocumentPack): Iterable<LakeDocument> {
  for (const place of ids.keys()) {
    const bytes = Buffer.alloc(places[2 * place + 1] ?? 0)
    readSync(file, bytes, 0, bytes.length, places[2 * place] ?? 0)
    const value: unknown = JSON.parse(bytes.toString())
    if (isLakeDocument(value)) yield value
  }
}

const WRITTEN_AT_ONCE = 256 * 1024

/** Closes files that nothing holds any more. */
const abandoned = new FinalizationRegistry((file: number) => closeSync(file))
/** A pack keeps its file open. */
const filesOfPacks = new WeakMap<DocumentPack, ScratchFile>()

/** A file without a name that grows at its end; what was appended last is still in memory. */
class ScratchFile {
  readonly #folder: string
  #file: number | null = null
  #waiting: Uint8Array[] = []
  #written = 0
  size = 0

  constructor(folder: string) {
    this.#folder = folder
  }

  append(bytes: Uint8Array): Place {
    this.#waiting.push(bytes)
    this.size += bytes.length
    if (this.size - this.#written >= WRITTEN_AT_ONCE) this.flush()
    return { first: this.size - bytes.length, length: bytes.length }
  }

  read({ first, length }: Place): Buffer {
    const bytes = Buffer.allocUnsafe(length)
    readSync(first + length > this.#written ? this.flush() : this.#open(), bytes, 0, length, first)
    return bytes
  }

  /** @returns the number of the file, which has all that was appended */
  flush(): number {
    const file = this.#open()
    const bytes = Buffer.concat(this.#waiting)
    for (let done = 0; done < bytes.length;)
      done += writeSync(file, bytes, done, bytes.length - done, this.#written + done)
    this.#written += bytes.length
    this.#waiting = []
    return file
  }

  #open(): number {
    if (this.#file !== null) return this.#file
    const path = join(this.#folder, `.documents-${randomUUID()}.tmp`)
    mkdirSync(this.#folder, { recursive: true })
    this.#file = openSync(path, 'wx+', 0o600)
    abandoned.register(this, this.#file)
    rmSync(path, { force: true })
    return this.#file
  }
}
