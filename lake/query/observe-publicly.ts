import type { PublicView } from '../context.ts'
import { documentState, hasPath } from '../documents/document-id.ts'
import type { LakeDocument } from '../documents/document.ts'
import { jsonEqual } from '../documents/json-equal.ts'
import { findReferences } from '../documents/references.ts'
import type { Committed } from '../listen/change-feed.ts'
import type { Change } from '../store/transactions.ts'

/** A document that looks different to a reader after a transaction. */
export interface SeenChange {
  documentId: string
  documentType: string
  /** Null when the reader sees no such document then. */
  before: LakeDocument | null
  after: LakeDocument | null
  /** Missing when the reader does not see the whole document, or another document was changed that its view depends on. */
  change?: Change
}

interface Deps {
  publicView: PublicView
  getPublished: (id: string) => LakeDocument | undefined
  listReferring: (id: string) => LakeDocument[]
  /** The present public view of a document. */
  showPublic: (document: LakeDocument) => LakeDocument | null
  now: () => Date
}

/** Views of more documents than this are not compared while a writer waits. */
const MAX_NEIGHBOURS = 1_000

export interface PublicObserver {
  /**
   * What a transaction means to the public, in the order of its changes, then of the ids of the other documents.
   * A view may depend on documents that refer to its own and on those that it refers to: these are compared too.
   * @returns null when there are too many of them: the reader has to read anew
   */
  observe(committed: Committed): SeenChange[] | null
  /** Whether views of other documents may depend on what a transaction changed. */
  concernsOthers(committed: Committed): boolean
}

export function createPublicObserver(deps: Deps): PublicObserver {
  const { publicView, getPublished, listReferring, showPublic, now } = deps
  // Every anonymous listener asks about the same transactions.
  const observed = new WeakMap<Committed, SeenChange[] | null>()

  function findNeighbours({ changes, states }: Committed): Map<string, LakeDocument> {
    const changed = new Set(changes.map(({ documentId }) => documentId))
    const neighbours = new Map<string, LakeDocument>()
    const add = (document: LakeDocument | undefined) => {
      if (document && !changed.has(document._id)) neighbours.set(document._id, document)
    }
    changes.forEach(({ documentId }, index) => {
      if (documentState(documentId) !== 'published') return
      const { before = null, after = null } = states[index] ?? {}
      for (const { target } of [...findReferences(before), ...findReferences(after)])
        add(getPublished(target))
      listReferring(documentId).forEach(add)
    })
    return neighbours
  }

  function observe(committed: Committed): SeenChange[] | null {
    const neighbours = findNeighbours(committed)
    if (neighbours.size > MAX_NEIGHBOURS) return null
    const showBefore = lookBack(committed)
    const own = committed.changes.map((change, index): SeenChange => {
      const { before, after } = committed.states[index] ?? {}
      const { documentId, documentType } = change
      return {
        documentId,
        documentType,
        before: showBefore(before),
        after: (after && showPublic(after)) ?? null,
      }
    })
    const others = [...neighbours.values()].flatMap((document): SeenChange[] => {
      const [before, after] = [showBefore(document), showPublic(document)]
      if (jsonEqual(before, after)) return []
      return [{ documentId: document._id, documentType: document._type, before, after }]
    })
    return [...own, ...others.toSorted((one, other) => (one.documentId < other.documentId ? -1 : 1))]
  }

  /** Shows documents as they looked before the transaction. */
  function lookBack({
    changes,
    states,
  }: Committed): (document: LakeDocument | null | undefined) => LakeDocument | null {
    const past = new Map(
      changes.map(({ documentId }, index) => [documentId, states[index]?.before ?? undefined]),
    )
    const look = {
      get: (id: string) =>
        past.has(id) && documentState(id) === 'published' ? past.get(id) : getPublished(id),
      referring: (id: string) => [
        ...listReferring(id).filter(({ _id }) => !past.has(_id)),
        ...[...past.values()].flatMap((document) => {
          if (!document || documentState(document._id) !== 'published') return []
          return findReferences(document).some(({ target }) => target === id) ? document : []
        }),
      ],
      now: now(),
    }
    return (document) => (document && !hasPath(document._id) ? publicView(document, look) : null)
  }

  return {
    observe(committed) {
      const known = observed.get(committed)
      if (known !== undefined) return known
      const seen = observe(committed)
      observed.set(committed, seen)
      return seen
    },
    concernsOthers: (committed) => findNeighbours(committed).size > 0,
  }
}
