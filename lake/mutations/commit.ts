import type { Identity } from '../access/identity.ts'
import type { LakeDocument } from '../documents/document.ts'
import { SearchNeeded, type Searches } from './find-ids.ts'
import type { Mutation } from './mutation.ts'
import { performMutation, type PerformOptions } from './perform-mutation.ts'
import type { Transact } from './transact.ts'

interface CommitOptions {
  /** Unique in the dataset; made up when missing. Becomes the `_rev` of every document written. */
  transactionId?: string | undefined
  /** Check everything, write nothing. */
  dryRun?: boolean | undefined
  /** The caller has decided that `identity` may write just this; otherwise its scopes decide. */
  isAuthorized?: boolean | undefined
  /** Give a `_key` to objects in arrays that have none. */
  autoGenerateArrayKeys?: boolean | undefined
}

/** What became of one document. A mutation by query has one result per document. */
export interface MutationResult {
  id: string
  operation: 'create' | 'update' | 'delete' | 'none'
  /** After the transaction; null when the document is gone. */
  document: LakeDocument | null
}

interface CommitResult {
  transactionId: string
  /** In the order of the request. */
  results: MutationResult[]
}

/**
 * Performs the mutations in order in one durable transaction, all or none; listeners are told before it resolves.
 * Checks the scopes of `identity`, the author in history; that it may write at all the caller has decided.
 *
 * @throws LakeError 400 for malformed mutations, 403 outside of the writer's scopes, 409 for a wrong revision, an existing id, a missing document or a
 *   broken strong reference.
 */
export type Commit = (
  mutations: readonly Mutation[],
  identity: Identity,
  options?: CommitOptions,
) => Promise<CommitResult>

interface Deps {
  transact: Transact
  searchesOf: (identity: Identity) => Searches
  /** A stored document as the identity sees it. */
  look: (id: string, identity: Identity) => LakeDocument | null
}

export function createCommit({ transact, searchesOf, look }: Deps): Commit {
  return async (mutations, identity, { autoGenerateArrayKeys = false, ...options } = {}) => {
    const searches = searchesOf(identity)
    const findIds: PerformOptions['findIds'] = (...asked) => searches.findIds(...asked)
    const attempt = () =>
      transact(
        {
          kind: 'mutationError',
          steps: mutations,
          perform: (set, mutation) => performMutation(set, mutation, { autoGenerateArrayKeys, findIds }),
        },
        identity,
        options,
      )
    const { transactionId, results, documents } = await trySearching(attempt, searches)
    return {
      transactionId,
      results: results.flat().map((outcome) => ({
        ...outcome,
        document:
          documents.get(outcome.id) ?? (outcome.operation === 'none' ? look(outcome.id, identity) : null),
      })),
    }
  }
}

/** Tries until nothing has to be searched for first; each search makes the next one less likely. */
async function trySearching<Result>(attempt: () => Promise<Result>, searches: Searches): Promise<Result> {
  try {
    return await attempt()
  } catch (error) {
    if (!(error instanceof SearchNeeded)) throw error
    await searches.search(error.request)
    return trySearching(attempt, searches)
  }
}
