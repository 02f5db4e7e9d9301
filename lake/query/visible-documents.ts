import { readsEverything, type Identity } from '../access/identity.ts'
import type { PublicView } from '../context.ts'
import { documentState, hasPath } from '../documents/document-id.ts'
import type { LakeDocument } from '../documents/document.ts'
import type { ChangeFeed, Committed } from '../listen/change-feed.ts'
import type { Scopes } from '../scopes/create-scopes.ts'
import type { DocumentStore } from '../store/documents.ts'
import type { Change } from '../store/transactions.ts'
import type { DocumentSource } from './document-source.ts'
import { keepSystemFields } from './keep-system-fields.ts'
import { createPublicObserver, type SeenChange } from './observe-publicly.ts'
import { observeScoped } from './observe-scoped.ts'

/** Decides what of the dataset an identity can see. Nothing reads documents for a request in another way. */
export interface Visibility {
  /** The documents that the identity can see. */
  sourceFor(identity: Identity): DocumentSource
  /** What the identity sees of one document, at whatever revision; null when nothing. */
  show(document: LakeDocument | null, identity: Identity): LakeDocument | null
  /** Whether the identity sees all of a document and of its history at this revision. */
  seesWhole(document: LakeDocument, identity: Identity): boolean
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
  documents: Pick<DocumentStore, 'get' | 'select' | 'referencesTo'>
  feed: ChangeFeed
  scopes: Scopes
  /** Whether somebody had a part in writing a document, as who uploads an asset has. */
  hasWritten: (identity: Identity, documentId: string) => boolean
  publicView: PublicView
  now: () => Date
}

const VIEW_LIFETIME_MS = 60_000

export function createVisibility(deps: Deps): Visibility {
  const { documents, feed, scopes, hasWritten, publicView, now } = deps
  const getPublished = (id: string) => (documentState(id) === 'published' ? documents.get(id) : undefined)
  const listReferring = (id: string) =>
    documents.select({ refersTo: [id] }).filter(({ _id }) => documentState(_id) === 'published')

  // A public view may depend on other documents and on the date, so it is kept only until either may have changed.
  let views = new WeakMap<LakeDocument, { view: LakeDocument | null }>()
  let madeAt = 0
  feed.subscribe(({ changes }) => {
    // Nothing public depends on drafts, which change with every key that an editor presses.
    if (changes.some(({ documentId }) => !hasPath(documentId))) views = new WeakMap()
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
      views.set(document, (made = { view: keepSystemFields(publicView(document, look), document) }))
    }
    return made.view
  }

  const publicSource: DocumentSource = {
    get(id) {
      const document = documents.get(id)
      return (document && showPublic(document)) ?? undefined
    },
    // A view may say things in other words than the document.
    select: ({ words: _words, ...selection }) =>
      documents.select(selection).flatMap((document) => showPublic(document) ?? []),
  }

  const observer = createPublicObserver({ publicView, getPublished, listReferring, showPublic, now })

  /** What somebody sees whose role counts in some places only; the rest is shown as to the public. */
  function scopedView(identity: Identity): { isWhole: (document: LakeDocument) => boolean } {
    const area = scopes.areaOf(identity)
    const isWhole = (document: LakeDocument): boolean =>
      area !== null && (area.has(document) || (isAsset(document) && isOwnAsset(document._id)))
    // An asset belongs to nobody: who works with a document that shows it may have it, and who uploaded it. A weak
    // reference may be made by whoever guesses the id.
    const isOwnAsset = (id: string): boolean =>
      hasWritten(identity, id) ||
      documents.referencesTo(id).some(({ source, weak }) => {
        const referring = documents.get(source)
        return !weak && referring !== undefined && !isAsset(referring) && isWhole(referring)
      })
    return { isWhole }
  }

  function createShow(identity: Identity): (document: LakeDocument) => LakeDocument | null {
    if (readsEverything(identity)) return (document) => document
    if (identity.role === 'anonymous') return showPublic
    const { isWhole } = scopedView(identity)
    return (document) => (isWhole(document) ? document : showPublic(document))
  }

  function sourceFor(identity: Identity): DocumentSource {
    if (readsEverything(identity)) return documents
    if (identity.role === 'anonymous') return publicSource
    const show = createShow(identity)
    return {
      get(id) {
        const document = documents.get(id)
        return (document && show(document)) ?? undefined
      },
      select: (selection) => documents.select(selection).flatMap((document) => show(document) ?? []),
    }
  }

  function observe(committed: Committed, identity: Identity): SeenChange[] | null {
    if (readsEverything(identity)) {
      return committed.changes.map((change, index) => see(change, committed.states[index]))
    }
    const publicly = observer.observe(committed)
    if (identity.role === 'anonymous' || publicly === null) return publicly
    const moved = scopes.areaOf(identity)?.moved(committed) ?? []
    return observeScoped(committed, publicly, { documents, isWhole: scopedView(identity).isWhole, moved })
  }

  return {
    sourceFor,
    show: (document, identity) => document && createShow(identity)(document),
    seesWhole: (document, identity) => readsEverything(identity) || scopedView(identity).isWhole(document),
    observe,
    // What public views depended on then is not known any more.
    canRecall: (committed, identity) => readsEverything(identity) || !observer.concernsOthers(committed),
  }
}

/** Documents that the lake itself keeps about uploaded files: who sees them whole is not told by scopes alone. */
export const ASSET_TYPES: readonly string[] = ['sanity.imageAsset', 'sanity.fileAsset']

function isAsset({ _type }: LakeDocument): boolean {
  return ASSET_TYPES.includes(_type)
}

function see(change: Change, states: Committed['states'][number] | undefined): SeenChange {
  const { documentId, documentType } = change
  return { documentId, documentType, before: states?.before ?? null, after: states?.after ?? null, change }
}
