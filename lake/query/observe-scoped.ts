import type { LakeDocument } from '../documents/document.ts'
import type { Committed } from '../listen/change-feed.ts'
import type { DocumentStore } from '../store/documents.ts'
import type { SeenChange } from './observe-publicly.ts'

interface Deps {
  documents: Pick<DocumentStore, 'get' | 'referencesTo'>
  /** Whether the reader sees the whole document. */
  isWhole: (document: LakeDocument) => boolean
  /** Ids that came into or out of what the reader's scopes depend on. */
  moved: readonly string[]
}

/**
 * What a transaction means to a reader who sees some documents whole and the others as the public does.
 * @param publicly what it means to the public
 * @returns null when documents came into or out of sight that the transaction itself did not change
 */
export function observeScoped(
  committed: Committed,
  publicly: readonly SeenChange[],
  { documents, isWhole, moved }: Deps,
): SeenChange[] | null {
  const changed = new Set(committed.changes.map(({ documentId }) => documentId))
  const concernsOthers = moved.some((id) =>
    documents.referencesTo(id).some(({ source }) => !changed.has(source)),
  )
  if (concernsOthers) return null
  const isWholeNow = (id: string) => {
    const document = documents.get(id)
    return document !== undefined && isWhole(document)
  }
  return publicly.flatMap((seen): SeenChange[] => {
    const index = committed.changes.findIndex(({ documentId }) => documentId === seen.documentId)
    const change = committed.changes[index]
    const { before = null, after = null } = committed.states[index] ?? {}
    // Only its public view looks different, and this reader sees all of it.
    if (!change) return isWholeNow(seen.documentId) ? [] : [seen]
    const [wholeBefore, wholeAfter] = [before !== null && isWhole(before), after !== null && isWhole(after)]
    const { documentId, documentType } = seen
    const views = {
      documentId,
      documentType,
      before: wholeBefore ? before : seen.before,
      after: wholeAfter ? after : seen.after,
    }
    const isAllWhole = (before === null || wholeBefore) && (after === null || wholeAfter)
    return [isAllWhole ? { ...views, change } : views]
  })
}
