import type { LakeDocument } from '../documents/document.ts'
import type { WriteGuard } from '../scopes/authorize-writes.ts'
import type { DocumentStore } from '../store/documents.ts'
import type { Selection } from '../store/select-ids.ts'
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
  /**
   * A document to work with.
   * @throws StepError 403 when the writer sees it, but may not write it
   */
  get(id: string): LakeDocument | undefined
  /** A document as the writer sees it. */
  look(id: string): LakeDocument | undefined
  /** Documents as the writer sees them. */
  select(selection: Selection): LakeDocument[]
  /** Records what a step made of a document; null when it deleted it. */
  record(id: string, after: LakeDocument | null, mutation: Mutation): void
  /** Whether it is still as it was stored. */
  isUntouched(): boolean
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
  guard: WriteGuard | null = null,
): WorkingSet {
  const pending = new Map<string, PendingChange>()
  const purged: string[] = []
  let step = 0

  const read = (id: string, see: (document: LakeDocument) => LakeDocument | null | undefined) => {
    const change = pending.get(id)
    if (change) return change.after ?? undefined
    const stored = documents.get(id)
    return stored && (see(stored) ?? undefined)
  }
  const show = (document: LakeDocument) => (guard ? guard.show(document) : document)

  return {
    transactionId,
    timestamp,
    get: (id) => read(id, (document) => (guard ? guard.open(document) : document)),
    look: (id) => read(id, show),
    select(selection) {
      const stored = documents
        .select(selection)
        .flatMap((document) => (pending.has(document._id) ? [] : (show(document) ?? [])))
      const touched = [...pending.values()].flatMap(({ after }) => after ?? [])
      return [...stored, ...touched]
    },
    record(id, after, mutation) {
      const change = pending.get(id)
      const before = change ? change.before : (documents.get(id) ?? null)
      pending.set(id, { id, before, after, mutations: [...(change?.mutations ?? []), mutation], step })
    },
    isUntouched: () => pending.size === 0,
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
