import { findReferences } from '../documents/references.ts'
import type { DocumentStore } from '../store/documents.ts'
import { stepFailed } from './step-error.ts'
import type { PendingChange } from './working-set.ts'
import { publishedId } from '../documents/document-id.ts'
import type { LakeDocument } from '../documents/document.ts'

const MAX_NAMED = 10

interface Look {
  documents: Pick<DocumentStore, 'referencesTo' | 'get'>
  /** The document as it is after the transaction, and as the writer sees it. */
  look: (id: string) => LakeDocument | undefined
}

/**
 * Makes a check of single changes of a transaction: that the strong references that a change makes have their targets
 * when all is done, and that a document it deletes is then referred to strongly by no other.
 *
 * @param changes all changes of the transaction
 * @returns throws StepError 409
 */
export function createReferenceCheck(
  changes: readonly PendingChange[],
  { documents, look }: Look,
): (change: PendingChange) => void {
  const changed = new Set(changes.map(({ id }) => id))
  const pending = new Map<string, string[]>()
  for (const { id, after } of changes) {
    for (const target of strongTargets(after)) pending.set(target, [...(pending.get(target) ?? []), id])
  }

  return (change) => {
    checkOutgoing(change, { documents, look })
    const { id, before, after } = change
    if (!before || before._type === after?._type) return
    const stored = documents
      .referencesTo(id)
      .flatMap(({ source, weak }) => (weak || changed.has(source) ? [] : source))
    checkIncoming(change, [...new Set([...stored, ...(pending.get(id) ?? [])])], look)
  }
}

function checkOutgoing({ id, before, after }: PendingChange, { documents, look }: Look): void {
  // A draft may keep what its published document refers to, also where its writer does not see that.
  const known = new Set([...strongTargets(before), ...strongTargets(documents.get(publishedId(id)))])
  for (const target of strongTargets(after)) {
    if (known.has(target) || look(target)) continue
    throw stepFailed(
      409,
      'documentReferencesNonExistentDocumentError',
      `Document "${id}" references non-existent document "${target}"`,
      { id, referenceID: target },
    )
  }
}

function checkIncoming({ id, after }: PendingChange, referring: readonly string[], look: Look['look']): void {
  const others = referring.filter((source) => source !== id)
  if (others.length === 0) return
  const sources = others.filter((source) => look(source))
  const named = sources.slice(0, MAX_NAMED).map((source) => `"${source}"`)
  if (named.length === 0) named.push('documents that you may not see')
  const deed = after ? 'change its type' : 'be deleted'
  throw stepFailed(
    409,
    'documentHasExistingReferencesError',
    `Document "${id}" cannot ${deed} as there are references to it from ${named.join(', ')}`,
    { id, referencingIDs: sources },
  )
}

function strongTargets(document: unknown): string[] {
  return findReferences(document).flatMap(({ target, weak }) => (weak ? [] : target))
}
