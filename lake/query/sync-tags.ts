import { createHash } from 'node:crypto'
import { publishedId } from '../documents/document-id.ts'
import type { Selection } from '../store/select-ids.ts'
import type { DocumentSource } from './document-source.ts'

/**
 * Tags say what a result was read from, and what a transaction changed: when they have one in common, the result may
 * be out of date. @see https://www.sanity.io/docs/content-lake/live-content-api
 */
export type SyncTag = `s1:${string}`

const EVERYTHING = 'everything'
const MAX_TAGS = 100

function hash(read: string): SyncTag {
  return `s1:${createHash('sha256').update(read).digest('base64url').slice(0, 8)}`
}

/** The tags of a change of a document. */
export function tagChange(documentId: string, documentType: string): SyncTag[] {
  return [`id ${publishedId(documentId)}`, `type ${documentType}`, EVERYTHING].map(hash)
}

/** The source, noting what is read through it; `tags` gives the tags of all reads so far. */
export function recordReads(source: DocumentSource): { source: DocumentSource; tags: () => SyncTag[] } {
  const reads = new Set<string>()
  const noteTypes = (types: readonly string[] | null) => {
    for (const read of describeSelection(types ? { types } : {})) reads.add(read)
  }
  return {
    source: {
      get(id) {
        reads.add(`id ${publishedId(id)}`)
        return source.get(id)
      },
      select(selection) {
        for (const read of describeSelection(selection)) reads.add(read)
        return source.select(selection)
      },
      walk(walk) {
        noteTypes(walk.types)
        return source.walk?.(walk) ?? null
      },
      countTypes: source.countTypes && ((types) => (noteTypes(types), source.countTypes?.(types) ?? 0)),
    },
    tags: () => (reads.size > MAX_TAGS ? [hash(EVERYTHING)] : [...reads].map(hash).toSorted()),
  }
}

function describeSelection({ ids, bases, types }: Selection): string[] {
  const named = ids ?? bases
  if (named) return named.map((id) => `id ${publishedId(id)}`)
  return types ? types.map((type) => `type ${type}`) : [EVERYTHING]
}
