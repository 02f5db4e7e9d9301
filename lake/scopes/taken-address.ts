import { documentState } from '../documents/document-id.ts'
import { isRecord, type LakeDocument } from '../documents/document.ts'
import { stepFailed } from '../mutations/step-error.ts'
import type { PendingChange } from '../mutations/working-set.ts'
import type { DocumentStore } from '../store/documents.ts'

/**
 * Where readers find a published document, as the path of its page; null when it has none of its own. It must be made of
 * the `slug.current` of the document, among other things.
 */
export type AddressOf = (
  document: LakeDocument,
  get: (id: string) => LakeDocument | undefined,
) => string | null

interface Deps {
  documents: Pick<DocumentStore, 'select' | 'get'>
  addressOf: AddressOf
}

/**
 * Guards the addresses of documents out of a writer's scope: of two documents at one address readers see one only.
 * @param isForeign whether the public sees the document, and the writer may not write it
 * @throws StepError 409 when the change moves a document to an address of a foreign one
 */
export function refuseTakenAddress(
  { id, before, after }: PendingChange,
  written: ReadonlyMap<string, PendingChange>,
  isForeign: (document: LakeDocument) => boolean,
  { documents, addressOf }: Deps,
): void {
  if (!after || documentState(id) !== 'published') return
  const stored = (other: string) => documents.get(other)
  const coming = (other: string) => {
    const change = written.get(other)
    return change ? (change.after ?? undefined) : stored(other)
  }
  const address = addressOf(after, coming)
  const slug = isRecord(after['slug']) ? after['slug']['current'] : null
  if (address === null || typeof slug !== 'string') return
  if (before && addressOf(before, stored) === address) return
  const taken = documents
    .select({ types: [after._type], slugs: [slug] })
    .find(
      (other) =>
        other._id !== id &&
        documentState(other._id) === 'published' &&
        addressOf(other, stored) === address &&
        isForeign(other),
    )
  if (taken === undefined) return
  throw stepFailed(
    409,
    'addressTakenError',
    `"${address}" is the address of "${taken._id}": choose another slug`,
    {
      id,
      address,
    },
  )
}
