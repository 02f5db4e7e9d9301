import { documentState, draftId, publishedId } from '../documents/document-id.ts'
import type { LakeDocument } from '../documents/document.ts'
import type { ChangeFeed, Committed } from '../listen/change-feed.ts'
import type { AuditKind } from './audit-kinds.ts'
import type { AuditLog } from './audit-log.ts'

interface Deps {
  feed: ChangeFeed
  audit: Pick<AuditLog, 'recordSoon'>
  exists: (id: string) => boolean
  /** How the author of a transaction is called. */
  nameOf: (id: string) => string
}

/** Puts publications, withdrawals and deletions of documents into the audit log. */
export function recordChanges({ feed, audit, exists, nameOf }: Deps): void {
  feed.subscribe((committed) => {
    const actor = { id: committed.author, name: nameOf(committed.author) }
    for (const { kind, document } of tellChanges(committed, exists)) {
      audit.recordSoon({ kind, actor, subject: describe(document) })
    }
  })
}

function tellChanges(
  { states }: Committed,
  exists: (id: string) => boolean,
): { kind: AuditKind; document: LakeDocument }[] {
  return states.flatMap(({ before, after }) => {
    const document = after ?? before
    if (!document || document._id.startsWith('_.') || document._type.startsWith('system.')) return []
    const state = documentState(document._id)
    // An upload becomes content only with the document that shows it.
    if (after)
      return state === 'published' && !document._type.startsWith('sanity.')
        ? { kind: 'published', document }
        : []
    const base = publishedId(document._id)
    if (state === 'published') return { kind: exists(draftId(base)) ? 'unpublished' : 'deleted', document }
    // The end of a draft matters only where nothing is left.
    return exists(base) || states.some((other) => other.before?._id === base)
      ? []
      : { kind: 'deleted', document }
  })
}

/** By what people call it, where it says so. */
function describe({ _id, _type, ...fields }: LakeDocument): string {
  const title = ['title', 'name', 'term', 'originalFilename'].map((field) => fields[field]).find(isText)
  return title === undefined ? `${_type} ${_id}` : `${title} (${_type})`
}

function isText(value: unknown): value is string {
  return typeof value === 'string' && value !== ''
}
