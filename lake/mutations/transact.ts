import { randomBytes } from 'node:crypto'
import type { Identity } from '../access/identity.ts'
import { withoutRevision, type LakeDocument } from '../documents/document.ts'
import { dataError, invalidRequest } from '../errors.ts'
import type { ChangeFeed } from '../listen/change-feed.ts'
import { encode } from '../mendoza/encode.ts'
import type { Authorize } from '../scopes/authorize-writes.ts'
import type { DocumentStore } from '../store/documents.ts'
import type { Change, CommittedTransaction, TransactionStore } from '../store/transactions.ts'
import type { WriteQueue } from '../store/write-queue.ts'
import { createReferenceCheck } from './reference-integrity.ts'
import { describeFailure, StepError } from './step-error.ts'
import { createWorkingSet, type PendingChange, type WorkingSet } from './working-set.ts'

interface TransactionOptions {
  transactionId?: string | undefined
  dryRun?: boolean | undefined
  /** The caller has decided that the identity may write just this. */
  isAuthorized?: boolean | undefined
}

interface Transacted<Result> {
  transactionId: string
  /** In the order of the steps. */
  results: Result[]
  /** Every document that the transaction left in place, as it left it. */
  documents: ReadonlyMap<string, LakeDocument>
}

interface Request<Step, Result> {
  /** Names the shape of the error when a step fails. */
  kind: 'mutationError' | 'actionError'
  steps: readonly Step[]
  /** Performs a step on the working set. Throws StepError when it cannot be performed. */
  perform: (set: WorkingSet, step: Step) => Result
}

/**
 * Performs steps in order on one working set, checks references, and writes everything in one durable transaction, or
 * nothing. Listeners hear of it before it resolves.
 *
 * @throws LakeError for a step that cannot be performed or is not allowed (with its index), a taken or malformed transaction id, or a
 *   full disk.
 */
export type Transact = <Step, Result>(
  request: Request<Step, Result>,
  identity: Identity,
  options?: TransactionOptions,
) => Promise<Transacted<Result>>

interface Deps {
  queue: WriteQueue
  documents: DocumentStore
  transactions: TransactionStore
  feed: ChangeFeed
  now: () => Date
  authorize: Authorize
}

export function createTransact(deps: Deps): Transact {
  const { queue, documents, transactions, feed, now, authorize } = deps
  // Readers put revisions in order by time, so a clock that is set back must not be seen.
  let lastTimestamp = transactions.last()?.timestamp ?? ''
  function nextTimestamp(): string {
    const timestamp = now().toISOString()
    lastTimestamp = timestamp > lastTimestamp ? timestamp : lastTimestamp
    return lastTimestamp
  }

  function prepare<Step, Result>(
    { kind, steps, perform }: Request<Step, Result>,
    identity: Identity,
    { transactionId = randomBytes(12).toString('hex'), isAuthorized = false }: TransactionOptions,
  ) {
    checkTransactionId(transactionId, transactions)
    const guard = isAuthorized ? null : authorize(identity)
    const set = createWorkingSet(documents, { transactionId, timestamp: nextTimestamp() }, guard)
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
        look: (id) => set.look(id),
      })
      const authorizeChange = guard?.check(changes)
      for (const change of changes) {
        current = change.step
        authorizeChange?.(change)
        check(change)
      }
      return { set, changes, results }
    } catch (error) {
      throw error instanceof StepError ? describeFailure(kind, error, current) : error
    }
  }

  function write(set: WorkingSet, pending: PendingChange[], identity: Identity): CommittedTransaction {
    for (const { id, after } of pending) {
      if (after) documents.put(after)
      else documents.remove(id)
    }
    const { transactionId: id, timestamp } = set
    const changes = pending.map(describeChange)
    const committed = transactions.append({ id, author: identity.id, timestamp, changes })
    if (set.purged().length > 0) transactions.purge(set.purged())
    return committed
  }

  return async (request, identity, options = {}) => {
    let committed: CommittedTransaction | undefined
    const { set, changes, results } = await queue.run({
      prepare: () => prepare(request, identity, options),
      write(prepared) {
        if (options.dryRun || prepared.changes.length === 0) return
        committed = write(prepared.set, prepared.changes, identity)
      },
      announce(prepared) {
        if (!committed) return
        feed.emit({ ...committed, states: prepared.changes.map(({ before, after }) => ({ before, after })) })
      },
    })
    return { transactionId: set.transactionId, results, documents: remaining(changes) }
  }
}

const TRANSACTION_ID = /^[A-Za-z0-9][A-Za-z0-9._-]{0,127}$/

/** @throws LakeError 400 for a malformed id, 409 for one that is taken */
function checkTransactionId(id: string, transactions: Pick<TransactionStore, 'sequenceOf'>): void {
  if (!TRANSACTION_ID.test(id)) {
    throw invalidRequest(`"${id.slice(0, 150)}" is no transaction id: up to 128 of A–Z a–z 0–9 . _ -`)
  }
  if (transactions.sequenceOf(id) !== undefined) {
    throw dataError(409, 'transactionAlreadyExistsError', `Transaction "${id}" already exists`)
  }
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
