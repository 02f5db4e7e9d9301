import { isDocument, withoutRevision, type LakeDocument } from '../documents/document.ts'
import { apply } from '../mendoza/apply.ts'
import type { Change, CommittedTransaction } from '../store/transactions.ts'

/**
 * The document before a change, found from the document after it.
 * @throws Error when history is damaged
 */
export function undoChange(after: LakeDocument | null, change: Change): LakeDocument | null {
  const content = apply(after && withoutRevision(after), change.effects.revert)
  if (!content) return null
  const before = { ...content, _rev: change.previousRev }
  if (!isDocument(before)) throw new Error(`History of "${change.documentId}" is damaged`)
  return before
}

/** The document before and after a change. */
export interface ChangeStates {
  before: LakeDocument | null
  after: LakeDocument | null
}

/**
 * The states around every change of the latest transactions, in the order of the transactions and their changes.
 * @param transactions the end of the log, oldest first, complete for the documents they name
 * @param current the documents as they are after the last of them
 */
export function rebuildStates(
  transactions: readonly CommittedTransaction[],
  current: (id: string) => LakeDocument | undefined,
): ChangeStates[][] {
  const states = new Map<string, LakeDocument | null>()
  return transactions
    .toReversed()
    .map(({ changes }) =>
      changes.map((change) => {
        const { documentId } = change
        const after =
          states.get(documentId) ?? (states.has(documentId) ? null : (current(documentId) ?? null))
        const before = undoChange(after, change)
        states.set(documentId, before)
        return { before, after }
      }),
    )
    .toReversed()
}
