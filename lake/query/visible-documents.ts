import type { Identity } from '../access/identity.ts'
import type { PublicView } from '../context.ts'
import { documentState, hasPath } from '../documents/document-id.ts'
import type { LakeDocument } from '../documents/document.ts'
import type { ChangeFeed } from '../listen/change-feed.ts'
import type { DocumentStore } from '../store/documents.ts'
import type { DocumentSource } from './document-source.ts'

/** Decides what of the dataset an identity can see. Nothing reads documents for a request in another way. */
export interface Visibility {
  /** The documents that the identity can see. */
  sourceFor(identity: Identity): DocumentSource
  /** What the identity sees of one document, at whatever revision; null when nothing. */
  show(document: LakeDocument | null, identity: Identity): LakeDocument | null
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

  return {
    sourceFor: ({ role }) => (role === 'anonymous' ? publicSource : documents),
    show: (document, { role }) => (document && role === 'anonymous' ? showPublic(document) : document),
  }
}
