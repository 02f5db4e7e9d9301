import type { LakeDocument } from '../documents/document.ts'
import type { DocumentStore, Selection } from '../store/documents.ts'
import type { Mutation } from './mutation.ts'

/** One document before and after the transaction so far. */
export interface PendingChange {
  id: string
  before: LakeDocument | null
  after: LakeDocument | null
  /** What was done to it, explicitly: ids instead of queries, times filled in. */
  mutations: Mutation[]
  /** Which step of the request touched it last. */
  step: number
}

/** The dataset as a transaction sees it while it runs; nothing is written yet. */
export interface WorkingSet {
  transactionId: string
  /** ISO 8601 UTC, the same for the whole transaction. */
  timestamp: string
  get(id: string): LakeDocument | undefined
  select(selection: Selection): LakeDocument[]
  /** Records what a step made of a document; null when it deleted it. */
  record(id: string, after: LakeDocument | null, mutation: Mutation): void
  /** Marks the steps that follow as part of step `index` of the request. */
  begin(index: number): void
  /** Asks that history forget the documents once the transaction is written. */
  purge(ids: readonly string[]): void
  purged(): readonly string[]
  /** Documents that differ from before the transaction or were rewritten, in the order they were first touched. */
  changes(): PendingChange[]
}

export function createWorkingSet(
  documents: Pick<DocumentStore, 'get' | 'select'>,
  { transactionId, timestamp }: { transactionId: string; timestamp: string },
): WorkingSet {
  const pending = new Map<string, PendingChange>()
  const purged: string[] = []
  let step = 0

  const get = (id: string) => {
    const change = pending.get(id)
    return change ? (change.after ?? undefined) : documents.get(id)
  }

  return {
    transactionId,
    timestamp,
    get,
    select(selection) {
      const stored = documents.select(selection).filter(({ _id }) => !pending.has(_id))
      const touched = [...pending.values()].flatMap(({ after }) => after ?? [])
      return [...stored, ...touched]
    },
    record(id, after, mutation) {
      const change = pending.get(id)
      const before = change ? change.before : (documents.get(id) ?? null)
      pending.set(id, { id, before, after, mutations: [...(change?.mutations ?? []), mutation], step })
    },
    begin(index) {
      step = index
    },
    purge(ids) {
      purged.push(...ids)
    },
    purged: () => purged,
    changes: () => [...pending.values()].filter(({ before, after }) => before !== null || after !== null),
  }
}
