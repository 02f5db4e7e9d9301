import { rebuildStates } from '../history/past-states.ts'
import type { DocumentStore } from '../store/documents.ts'
import type { TransactionStore } from '../store/transactions.ts'
import type { Committed } from './change-feed.ts'
import { createEventId } from './listener.ts'

/** What a listener missed more of than this is better read anew. */
const MAX_MISSED = 1_000

export interface Missed {
  committed: Committed[]
  /** Ids of the events of these transactions that came before the connection was lost. */
  received: ReadonlySet<string>
}

interface Stores {
  documents: Pick<DocumentStore, 'get'>
  transactions: Pick<TransactionStore, 'list' | 'sequenceOf'>
}

/**
 * The transactions since an event.
 * @param lastEventId `<transaction>#<document>` of the last event, or `<transaction>` when all of it was received
 * @returns null when the event is not known, or too long ago
 */
export function findMissed(lastEventId: string, { documents, transactions }: Stores): Missed | null {
  const [transactionId = '', documentId] = lastEventId.split('#')
  const sequence = transactionId === LOG_START ? 0 : transactions.sequenceOf(transactionId)
  if (sequence === undefined) return null
  const after = documentId === undefined ? sequence : sequence - 1
  const missed = transactions.list({ after, limit: MAX_MISSED + 1 })
  if (missed.length > MAX_MISSED) return null
  const states = rebuildStates(missed, documents.get)
  const changed =
    documentId === undefined ? [] : (missed[0]?.changes.map((change) => change.documentId) ?? [])
  const received = changed.slice(0, changed.indexOf(documentId ?? '') + 1)
  return {
    committed: missed.map((transaction, index) => ({ ...transaction, states: states[index] ?? [] })),
    received: new Set(received.map((id) => createEventId(transactionId, id))),
  }
}

/** Stands for the transaction before the first one. */
export const LOG_START = 'start'
