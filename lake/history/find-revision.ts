import type { LakeContext } from '../context.ts'
import { documentState, publishedId } from '../documents/document-id.ts'
import type { LakeDocument } from '../documents/document.ts'
import { undoChange } from './past-states.ts'

type Stores = Pick<LakeContext, 'documents' | 'transactions'>

/** The document as it was after the transaction at a place of the log; null when it did not exist then. */
export function findAt(
  id: string,
  sequence: number,
  { documents, transactions }: Stores,
): LakeDocument | null {
  const later = transactions.list({ documentIds: [id], after: sequence, order: 'descending' })
  return later
    .flatMap(({ changes }) => changes)
    .reduce<LakeDocument | null>(undoChange, documents.get(id) ?? null)
}

/**
 * The document at a revision, which may also be one of its published document when it is a draft.
 * @param sequence place of the revision in the log
 */
export function findRevision(
  id: string,
  revision: string,
  sequence: number,
  stores: Stores,
): LakeDocument | null {
  const own = findAt(id, sequence, stores)
  if (documentState(id) !== 'draft' || own?._rev === revision) return own
  const published = findAt(publishedId(id), sequence, stores)
  return published?._rev === revision ? published : own
}

/** The document as it is, or as it was before it was deleted; null when it never existed. */
export function findLast(id: string, { documents, transactions }: Stores): LakeDocument | null {
  const current = documents.get(id)
  if (current) return current
  const [deletion] = transactions.list({ documentIds: [id], order: 'descending', limit: 1 })
  const change = deletion?.changes[0]
  return change ? undoChange(null, change) : null
}
