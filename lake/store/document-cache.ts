import type { LakeDocument } from '../documents/document.ts'

/** Parsed documents by id, kept up to a total size; the ones unused for longest go first. */
export interface DocumentCache {
  get(id: string): LakeDocument | undefined
  /** @param size length of the document's JSON, in characters */
  set(document: LakeDocument, size: number): void
  delete(id: string): void
  clear(): void
}

const DEFAULT_MAX_SIZE = 12 * 1024 * 1024

/** @param maxSize total length of the JSON of what is kept, in characters */
export function createDocumentCache(maxSize = DEFAULT_MAX_SIZE): DocumentCache {
  // Two generations: what is read moves into the young one; when that is full, the old one is dropped.
  // Unlike a list in order of use, a hit in the young generation costs one look-up and no write.
  let young = new Map<string, { document: LakeDocument; size: number }>()
  let old = new Map<string, { document: LakeDocument; size: number }>()
  let youngSize = 0

  function keep(document: LakeDocument, size: number): void {
    const previous = young.get(document._id)
    youngSize += size - (previous?.size ?? 0)
    young.set(document._id, { document, size })
    if (youngSize > maxSize / 2) {
      old = young
      young = new Map()
      youngSize = 0
    }
  }

  return {
    get(id) {
      const hit = young.get(id)
      if (hit) return hit.document
      const older = old.get(id)
      if (!older) return undefined
      old.delete(id)
      keep(older.document, older.size)
      return older.document
    },
    set(document, size) {
      old.delete(document._id)
      keep(document, size)
    },
    delete(id) {
      youngSize -= young.get(id)?.size ?? 0
      young.delete(id)
      old.delete(id)
    },
    clear() {
      young.clear()
      old.clear()
      youngSize = 0
    },
  }
}
