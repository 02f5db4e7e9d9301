import type { CommittedTransaction } from '../store/transactions.ts'
import type { LakeDocument } from '../documents/document.ts'

/** A committed transaction with every document before and after it. */
export interface Committed extends CommittedTransaction {
  /** In the order of `changes`. */
  states: { before: LakeDocument | null; after: LakeDocument | null }[]
}

/** Tells about committed transactions, in the order of the log. */
export interface ChangeFeed {
  emit(committed: Committed): void
  /** @returns stops the telling */
  subscribe(listener: (committed: Committed) => void): () => void
  /** How many listen now. */
  size(): number
}

/** @param onError told of a listener that throws; the others hear all the same */
export function createChangeFeed(onError: (error: unknown) => void): ChangeFeed {
  const listeners = new Set<(committed: Committed) => void>()
  return {
    emit(committed) {
      for (const listener of listeners) {
        try {
          listener(committed)
        } catch (error) {
          onError(error)
        }
      }
    },
    subscribe(listener) {
      listeners.add(listener)
      return () => void listeners.delete(listener)
    },
    size: () => listeners.size,
  }
}
