import { randomBytes } from 'node:crypto'
import type { DatabaseSync } from 'node:sqlite'
import type { Identity } from '../access/identity.ts'
import { withoutRevision, type LakeDocument } from '../documents/document.ts'
import { dataError, httpError, invalidRequest } from '../errors.ts'
import type { ChangeFeed } from '../listen/change-feed.ts'
import { encode } from '../mendoza/encode.ts'
import { inTransaction } from '../store/database.ts'
import type { DocumentStore } from '../store/documents.ts'
import type { Change, TransactionStore } from '../store/transactions.ts'
import { createReferenceCheck } from './reference-integrity.ts'
import { describeFailure, StepError } from './step-error.ts'
import { createWorkingSet, type PendingChange, type WorkingSet } from './working-set.ts'

export interface TransactionOptions {
  transactionId?: string | undefined
  dryRun?: boolean | undefined
}

export interface Transacted<Result> {
  transactionId: string
  /** In the order of the steps. */
  results: Result[]
  /** Every document that the transaction left in place, as it left it. */
  documents: ReadonlyMap<string, LakeDocument>
}

/**
 * Performs steps in order on one working set, checks references, and writes everything in one durable transaction, or
 * nothing. Listeners hear of it before it returns.
 *
 * @param kind names the shape of the error when a step fails
 * @throws LakeError for a step that cannot be performed (with its index), a taken or malformed transaction id, or a
 *   full disk.
 */
export type Transact = <Step, Result>(
  kind: 'mutationError' | 'actionError',
  steps: readonly Step[],
  perform: (set: WorkingSet, step: Step) => Result,
  identity: Identity,
  options?: TransactionOptions,
) => Transacted<Result>

interface Deps {
  database: DatabaseSync
  documents: DocumentStore
  transactions: TransactionStore
  feed: ChangeFeed
  now: () => Date
}

export function createTransact({ database, documents, transactions, feed, now }: Deps): Transact {
  // Readers put revisions in order by time, so a clock that is set back must not be seen.
  let lastTimestamp = transactions.last()?.timestamp ?? ''
  function nextTimestamp(): string {
    const timestamp = now().toISOString()
    lastTimestamp = timestamp > lastTimestamp ? timestamp : lastTimestamp
    return lastTimestamp
  }

  return (kind, steps, perform, identity, options = {}) => {
    const transactionId = options.transactionId ?? randomBytes(12).toString('hex')
    if (!TRANSACTION_ID.test(transactionId)) {
      throw invalidRequest(
        `"${transactionId.slice(0, 150)}" is no transaction id: up to 128 of A–Z a–z 0–9 . _ -`,
      )
    }
    if (transactions.sequenceOf(transactionId) !== undefined) {
      throw dataError(409, 'transactionAlreadyExistsError', `Transaction "${transactionId}" already exists`)
    }
    const set = createWorkingSet(documents, { transactionId, timestamp: nextTimestamp() })
    let current = 0
    try {
      const results = steps.map((step, index) => {
        current = index
        set.begin(index)
        return perform(set, step)
      })
      const changes = set.changes()
      const check = createReferenceCheck(changes, {
        documents,
        exists: (id) => set.get(id) !== undefined,
      })
      for (const change of changes) {
        current = change.step
        check(change)
      }
      if (!options.dryRun && changes.length > 0) write(set, changes, identity)
      return { transactionId, results, documents: remaining(changes) }
    } catch (error) {
      throw error instanceof StepError ? describeFailure(kind, error, current) : error
    }
  }

  function write(set: WorkingSet, pending: PendingChange[], identity: Identity): void {
    const { transactionId: id, timestamp } = set
    const changes = pending.map(describeChange)
    const committed = store(() => {
      for (const { id: documentId, after } of pending) {
        if (after) documents.put(after)
        else documents.remove(documentId)
      }
      const appended = transactions.append({ id, author: identity.id, timestamp, changes })
      if (set.purged().length > 0) transactions.purge(set.purged())
      return appended
    })
    feed.emit({ ...committed, states: pending.map(({ before, after }) => ({ before, after })) })
  }

  function store<Result>(work: () => Result): Result {
    try {
      return inTransaction(database, work)
    } catch (error) {
      documents.forget()
      if (isDiskFull(error)) {
        throw httpError(503, 'The disk is full: nothing was written. Free some space, then try again')
      }
      throw error
    }
  }
}

const TRANSACTION_ID = /^[A-Za-z0-9][A-Za-z0-9._-]{0,127}$/
const SQLITE_FULL = 13

function isDiskFull(error: unknown): boolean {
  return error instanceof Error && 'errcode' in error && error.errcode === SQLITE_FULL
}

function describeChange({ id, before, after, mutations }: PendingChange): Change {
  const [left, right] = [before && withoutRevision(before), after && withoutRevision(after)]
  return {
    documentId: id,
    documentType: after?._type ?? before?._type ?? '',
    previousRev: before?._rev ?? null,
    resultRev: after?._rev ?? null,
    mutations,
    effects: { apply: encode(left, right), revert: encode(right, left) },
  }
}

function remaining(changes: readonly PendingChange[]): ReadonlyMap<string, LakeDocument> {
  return new Map(changes.flatMap(({ id, after }) => (after ? [[id, after] as const] : [])))
}
