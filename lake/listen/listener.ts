import type { Identity } from '../access/identity.ts'
import { documentState } from '../documents/document-id.ts'
import { withoutRevision, type LakeDocument } from '../documents/document.ts'
import { encode } from '../mendoza/encode.ts'
import type { Visibility } from '../query/visible-documents.ts'
import type { Change } from '../store/transactions.ts'
import type { Committed } from './change-feed.ts'
import type { StreamEvent } from './event-stream.ts'
import type { Filter } from './filter.ts'

export interface ListenOptions {
  includeMutations: boolean
  includeResult: boolean
  includePreviousRevision: boolean
  /** Also of drafts and versions. */
  includeAllVersions: boolean
  includeEffects: boolean
  visibility: string
}

export interface Listener {
  /** The events that a transaction means for the reader, in the order of its changes. */
  describe(committed: Committed): StreamEvent[]
}

interface Deps {
  filter: Filter
  options: ListenOptions
  identity: Identity
  visibility: Visibility
}

/** Turns transactions into the events of one listener; what the reader must not see is gone before anything else. */
export function createListener({ filter, options, identity, visibility }: Deps): Listener {
  const isPublic = identity.role === 'anonymous'

  return {
    describe(committed) {
      const matches = committed.changes.flatMap((change, index) => {
        if (!options.includeAllVersions && documentState(change.documentId) !== 'published') return []
        const states = committed.states[index]
        const before = visibility.show(states?.before ?? null, identity)
        const after = visibility.show(states?.after ?? null, identity)
        const matched = before !== null && filter.matches(before)
        const matching = after !== null && filter.matches(after)
        if (!matched && !matching) return []
        const transition = matched ? (matching ? 'update' : 'disappear') : 'appear'
        return { change, before, after, transition }
      })
      return matches.map(({ change, before, after, transition }, index) => {
        const eventId = createEventId(committed.id, change.documentId)
        return {
          event: 'mutation',
          id: eventId,
          data: {
            eventId,
            documentId: change.documentId,
            transactionId: committed.id,
            transition,
            identity: isPublic ? '' : committed.author,
            ...(options.includeMutations && { mutations: isPublic ? [] : change.mutations }),
            ...(options.includePreviousRevision && { previous: before }),
            ...(options.includeResult && after && { result: after }),
            ...(before && { previousRev: before._rev }),
            // A deleted document has no revision; the client takes the transaction's id for one.
            resultRev: after?._rev ?? committed.id,
            timestamp: committed.timestamp,
            visibility: options.visibility,
            transactionTotalEvents: matches.length,
            transactionCurrentEvent: index,
            ...(options.includeEffects && { effects: isPublic ? compare(before, after) : change.effects }),
          },
        }
      })
    },
  }
}

/** The id of an event; a listener that resumes after it tells it as `Last-Event-ID`. */
export function createEventId(transactionId: string, documentId: string): string {
  return `${transactionId}#${documentId}`
}

function compare(before: LakeDocument | null, after: LakeDocument | null): Change['effects'] {
  const [left, right] = [before && withoutRevision(before), after && withoutRevision(after)]
  return { apply: encode(left, right), revert: encode(right, left) }
}
