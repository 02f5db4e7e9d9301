import { hash } from 'node:crypto'
import type { DatabaseSync } from 'node:sqlite'
import type { PublicView } from '../../context.ts'
import { documentState, hasPath } from '../../documents/document-id.ts'
import { parseDocument, type LakeDocument } from '../../documents/document.ts'
import { keepSystemFields } from '../../query/keep-system-fields.ts'
import { createDocumentCache } from '../document-cache.ts'
import { listSortKeys, type SortKey } from './sort-keys.ts'
import { listOtherWords, listTexts } from './words.ts'

/**
 * What the index knows of how the public sees a document. It holds for `FACE_LIFETIME_MS`, unless a document changes
 * that the view asked for.
 */
export interface Face {
  isShown: boolean
  /** Paths of sort keys at which the public sees something else than the document has. */
  reworded: string[]
  /** Words of texts that the public sees and the document does not have. */
  words: string[]
  /** Marks of all that the view asked for. */
  asked: number[]
}

/** Tells faces apart. */
export function markOfFace(face: Face): number {
  return markOf(JSON.stringify(face))
}

export interface Faces {
  /** Looks whether documents have changed since. */
  begin(): void
  faceOf(document: LakeDocument): Face
}

/** JSON of the documents that are kept parsed, in characters. */
const CACHE_SIZE = 6 * 1024 * 1024

export const FACE_LIFETIME_MS = 43_200_000

/** @param now the time at which faces begin to hold */
export function createFaces(dataset: DatabaseSync, view: PublicView, now: () => Date): Faces {
  const cache = createDocumentCache(CACHE_SIZE)
  const bodyOf = dataset.prepare('SELECT body FROM document WHERE id = ?')
  const sourcesOf = dataset.prepare('SELECT DISTINCT source FROM reference WHERE target = ? ORDER BY source')

  const dataVersion = dataset.prepare('PRAGMA data_version')
  let version: unknown

  function get(id: string): LakeDocument | undefined {
    if (documentState(id) !== 'published') return undefined
    const cached = cache.get(id)
    if (cached) return cached
    const body = bodyOf.get(id)?.['body']
    if (body === undefined) return undefined
    const document = parseDocument(String(body))
    cache.set(document, String(body).length)
    return document
  }

  /** The views of a document from now on: one where it does not depend on the time. */
  function listViews(document: LakeDocument, asked: Set<number>): LakeDocument[] {
    let isTimed = false
    const show = (time: Date) =>
      keepSystemFields(
        view(document, {
          get(id) {
            asked.add(markOf(id))
            return get(id)
          },
          referring(id) {
            asked.add(markOfReferring(id))
            const ids = sourcesOf.all(id).map((row) => String(row['source']))
            for (const source of ids) asked.add(markOf(source))
            return ids.flatMap((source) => get(source) ?? [])
          },
          get now() {
            isTimed = true
            return time
          },
        }),
        document,
      )
    const begin = now()
    const first = show(begin)
    const last = isTimed ? show(new Date(begin.getTime() + FACE_LIFETIME_MS)) : first
    return [first, last].filter((shown) => shown !== null)
  }

  return {
    begin() {
      const latest = dataVersion.get()?.['data_version']
      if (latest !== version) cache.clear()
      version = latest
    },
    faceOf(document) {
      if (hasPath(document._id)) return HIDDEN
      const asked = new Set<number>()
      const views = listViews(document, asked)
      if (views.length > 0 && views.every((shown) => shown === document))
        return { isShown: true, reworded: [], words: [], asked: [...asked] }
      const keys = [document, ...views].map(indexKeys)
      const texts = new Set(listTexts(document))
      if (keys.includes(null)) asked.add(NEVER_SURE)
      return {
        isShown: views.length > 0,
        reworded: listDifferent(keys.map((one) => one ?? new Map())),
        words: [...new Set(views.flatMap((shown) => listOtherWords(shown, texts)))],
        asked: [...asked],
      }
    },
  }
}

const HIDDEN: Face = { isShown: false, reworded: [], words: [], asked: [] }

/** The mark of what has no place in every order. */
export const NEVER_SURE = 0

/** Stands for a document that a view asked for by its id. */
export function markOf(id: string): number {
  return Number.parseInt(hash('sha1', id, 'hex').slice(0, 12), 16)
}

/** Stands for the documents that refer to an id. */
export function markOfReferring(id: string): number {
  return markOf(`* ${id}`)
}

function indexKeys(document: LakeDocument): Map<string, SortKey> | null {
  const keys = listSortKeys(document)
  return keys && new Map(keys.map((key) => [key.path, key]))
}

function listDifferent([own, ...others]: Map<string, SortKey>[]): string[] {
  const different = new Set<string>()
  for (const other of others) {
    for (const path of new Set([...(own?.keys() ?? []), ...other.keys()]))
      if (!isSame(own?.get(path), other.get(path))) different.add(path)
  }
  return [...different].toSorted()
}

function isSame(one: SortKey | undefined, other: SortKey | undefined): boolean {
  if (!one || !other) return one === other
  if (one.rank !== other.rank) return false
  if (typeof one.value === 'number' || typeof other.value === 'number') return one.value === other.value
  return Buffer.compare(one.value, other.value) === 0
}
