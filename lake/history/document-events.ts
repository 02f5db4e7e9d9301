import { draftId } from '../documents/document-id.ts'
import type { ChangeSummary } from '../store/transactions.ts'

/**
 * Something that happened to a document and its draft as a whole. Edits are not events: the Studio makes them out of
 * transactions. `id` is added by the Studio.
 */
interface DocumentEvent {
  type: string
  timestamp: string
  author: string
  documentId: string
  [detail: string]: unknown
}

/** An event with its place in the log. */
export interface PlacedEvent {
  sequence: number
  event: DocumentEvent
}

/**
 * Tells the story of a document and its draft.
 * @param changes what created or deleted either of them, and all changes of the published one; oldest first
 * @returns events, oldest first
 */
export function tellEvents(published: string, changes: readonly ChangeSummary[]): PlacedEvent[] {
  const draft = draftId(published)
  let draftExists = false
  return [...Map.groupBy(changes, ({ sequence }) => sequence).values()].flatMap((together) => {
    const [first] = together
    if (!first) return []
    const ofPublished = together.find(({ documentId }) => documentId === published)
    const ofDraft = together.find(({ documentId }) => documentId === draft)
    if (ofDraft) draftExists = ofDraft.resultRev !== null
    const story = tellTransaction({ published, draft, ofPublished, ofDraft, draftExists })
    if (!story) return []
    const { sequence, timestamp, author } = first
    return { sequence, event: { ...story, timestamp, author, documentId: published } }
  })
}

/** Whether the event left the published document as it was. */
export function isOfDraft({ type }: { type: string }): boolean {
  return type === 'createDocumentVersion' || type === 'deleteDocumentVersion'
}

interface Together {
  published: string
  draft: string
  ofPublished: ChangeSummary | undefined
  ofDraft: ChangeSummary | undefined
  /** After the transaction. */
  draftExists: boolean
}

function tellTransaction({ draft, ofPublished, ofDraft, draftExists }: Together) {
  const draftGone = ofDraft?.resultRev === null
  const draftRevision = {
    versionId: draft,
    versionRevisionId: ofDraft?.resultRev ?? ofDraft?.previousRev ?? undefined,
  }
  if (ofPublished) {
    const { previousRev, resultRev } = ofPublished
    if (resultRev === null) {
      if (!draftExists) return { type: 'deleteDocumentGroup' }
      const versionRevisionId = ofDraft?.resultRev ?? ofPublished.transactionId
      return { type: 'unpublishDocument', versionId: draft, versionRevisionId }
    }
    if (draftGone) {
      return {
        type: 'publishDocumentVersion',
        revisionId: resultRev,
        publishCause: 'document.publish',
        ...draftRevision,
      }
    }
    return { type: previousRev === null ? 'createLiveDocument' : 'updateLiveDocument', revisionId: resultRev }
  }
  if (!ofDraft) return null
  return { type: draftGone ? 'deleteDocumentVersion' : 'createDocumentVersion', ...draftRevision }
}
