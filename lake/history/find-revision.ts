import type { LakeContext } from '../context.ts'
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

/** The document as it is, or as it was before it was deleted; null when it never existed. */
export function findLast(id: string, { documents, transactions }: Stores): LakeDocument | null {
  const current = documents.get(id)
  if (current) return current
  const [deletion] = transactions.list({ documentIds: [id], order: 'descending', limit: 1 })
  const change = deletion?.changes[0]
  return change ? undoChange(null, change) : null
}
