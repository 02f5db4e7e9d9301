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
  /**
   * The events that a transaction means for the reader, in the order of its changes.
   * @returns null when they are too many: the reader has to read anew
   */
  describe(committed: Committed): StreamEvent[] | null
  /** Whether its filter surely takes next to no time. */
  isLight: boolean
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
    isLight: filter.isLight,
    describe(committed) {
      const matches = visibility.observe(committed, identity)?.flatMap((seen) => {
        const { documentId, before, after } = seen
        if (!options.includeAllVersions && documentState(documentId) !== 'published') return []
        const matched = before !== null && filter.matches(before)
        const matching = after !== null && filter.matches(after)
        if (!matched && !matching) return []
        return { ...seen, transition: matched ? (matching ? 'update' : 'disappear') : 'appear' }
      })
      if (!matches) return null
      return matches.map(({ documentId, change, before, after, transition }, index) => {
        const eventId = createEventId(committed.id, documentId)
        return {
          event: 'mutation',
          id: eventId,
          data: {
            eventId,
            documentId,
            transactionId: committed.id,
            transition,
            identity: isPublic ? '' : committed.author,
            ...(options.includeMutations && { mutations: change?.mutations ?? [] }),
            ...(options.includePreviousRevision && { previous: before }),
            ...(options.includeResult && after && { result: after }),
            ...(before && { previousRev: before._rev }),
            // A deleted document has no revision; the client takes the transaction's id for one.
            resultRev: after?._rev ?? committed.id,
            timestamp: committed.timestamp,
            visibility: options.visibility,
            transactionTotalEvents: matches.length,
            transactionCurrentEvent: index,
            ...(options.includeEffects && {
              effects: change ? change.effects : compare(before, after),
            }),
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
