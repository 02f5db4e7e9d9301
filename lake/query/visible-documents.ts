import type { Identity } from '../access/identity.ts'
import type { PublicView } from '../context.ts'
import { documentState, hasPath } from '../documents/document-id.ts'
import type { LakeDocument } from '../documents/document.ts'
import type { ChangeFeed, Committed } from '../listen/change-feed.ts'
import type { DocumentStore } from '../store/documents.ts'
import type { Change } from '../store/transactions.ts'
import type { DocumentSource } from './document-source.ts'
import { createPublicObserver, type SeenChange } from './observe-publicly.ts'

/** Decides what of the dataset an identity can see. Nothing reads documents for a request in another way. */
export interface Visibility {
  /** The documents that the identity can see. */
  sourceFor(identity: Identity): DocumentSource
  /** What the identity sees of one document, at whatever revision; null when nothing. */
  show(document: LakeDocument | null, identity: Identity): LakeDocument | null
  /**
   * What the identity sees of a transaction that was just committed: what it changed, then what looks different
   * because of that.
   * @returns null when that is too much to tell: the reader has to read anew
   */
  observe(committed: Committed, identity: Identity): SeenChange[] | null
  /** Whether what an old transaction meant to the identity can still be told. */
  canRecall(committed: Committed, identity: Identity): boolean
}

interface Deps {
  documents: Pick<DocumentStore, 'get' | 'select'>
  feed: ChangeFeed
  publicView: PublicView
  now: () => Date
}

const VIEW_LIFETIME_MS = 60_000

export function createVisibility({ documents, feed, publicView, now }: Deps): Visibility {
  const getPublished = (id: string) => (documentState(id) === 'published' ? documents.get(id) : undefined)
  const listReferring = (id: string) =>
    documents.select({ refersTo: [id] }).filter(({ _id }) => documentState(_id) === 'published')

  // A public view may depend on other documents and on the date, so it is kept only until either may have changed.
  let views = new WeakMap<LakeDocument, { view: LakeDocument | null }>()
  let madeAt = 0
  feed.subscribe(() => {
    views = new WeakMap()
  })

  function showPublic(document: LakeDocument): LakeDocument | null {
    // A dot in the id means a draft, a version or a system document: none of these is public.
    if (hasPath(document._id)) return null
    const time = now()
    if (Math.abs(time.getTime() - madeAt) > VIEW_LIFETIME_MS) {
      views = new WeakMap()
      madeAt = time.getTime()
    }
    let made = views.get(document)
    if (!made) {
      const look = { get: getPublished, referring: listReferring, now: time }
      views.set(document, (made = { view: publicView(document, look) }))
    }
    return made.view
  }

  const publicSource: DocumentSource = {
    get(id) {
      const document = documents.get(id)
      return (document && showPublic(document)) ?? undefined
    },
    select: (selection) => documents.select(selection).flatMap((document) => showPublic(document) ?? []),
  }

  const observer = createPublicObserver({ publicView, getPublished, listReferring, showPublic, now })

  return {
    sourceFor: ({ role }) => (role === 'anonymous' ? publicSource : documents),
    show: (document, { role }) => (document && role === 'anonymous' ? showPublic(document) : document),
    observe: (committed, { role }) =>
      role === 'anonymous'
        ? observer.observe(committed)
        : committed.changes.map((change, index) => see(change, committed.states[index])),
    // What public views depended on then is not known any more.
    canRecall: (committed, { role }) => role !== 'anonymous' || !observer.concernsOthers(committed),
  }
}

function see(change: Change, states: Committed['states'][number] | undefined): SeenChange {
  const { documentId, documentType } = change
  return { documentId, documentType, before: states?.before ?? null, after: states?.after ?? null, change }
}
