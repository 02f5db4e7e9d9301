import type { Identity } from '../access/identity.ts'
import { isRecord } from '../documents/document.ts'
import { LakeError } from '../errors.ts'
import { DEFAULT_LIMITS } from '../limits/limits.ts'
import { runWithin, TimeLimitError } from '../limits/time-limit.ts'
import type { DocumentSource } from '../query/document-source.ts'
import type { Evaluation } from '../query/evaluation/evaluation.ts'
import { isLight } from '../query/evaluation/light-query.ts'
import { evaluateNow, parseQuery } from '../query/groq.ts'
import type { GroqNode } from '../query/groq-node.ts'
import { planQuery } from '../query/plan.ts'
import type { QueryRequest } from '../query/run-query.ts'
import { TooManyDocumentsError } from '../store/document-reader.ts'
import type { DocumentStore } from '../store/documents.ts'
import { StepError, stepFailed } from './step-error.ts'
import type { WorkingSet } from './working-set.ts'

/** As in Sanity: more are to be changed in several transactions. */
const MAX_DOCUMENTS = 10_000
/** So few are looked at while writers wait. */
const FEW_DOCUMENTS = 200
/** How often a search is made anew because something was written meanwhile. */
const MAX_SEARCHES = 5

/** Thrown by `findIds` when the documents are to be searched for where nobody waits: the request is then tried again. */
export class SearchNeeded extends Error {
  override name = 'SearchNeeded'
  readonly request: QueryRequest

  constructor(request: QueryRequest) {
    super('The documents of a query are to be searched for first')
    this.request = request
  }
}

/** Finds the documents of the patches and deletions by query of one request. */
export interface Searches {
  /**
   * The ids of the documents that a query gives, as the transaction sees them so far.
   * @throws LakeError 400 for a query that cannot be parsed; StepError 400 when it gives something else than documents,
   *   or takes too long; SearchNeeded
   */
  findIds(set: WorkingSet, query: string, params: Record<string, unknown>): string[]
  /** @throws LakeError when there is no room for the search now */
  search(request: QueryRequest): Promise<void>
}

interface Deps {
  projectId: string
  dataset: string
  now: () => Date
  documents: Pick<DocumentStore, 'findIds'>
  /** Where the log of transactions ends. */
  sequence: () => number
  search: Evaluation['search']
}

type Found = { ids: readonly string[]; sequence: number } | { refusal: StepError }

export function createSearches(deps: Deps): (identity: Identity) => Searches {
  const { projectId, dataset, now, documents, sequence, search } = deps

  function look(set: WorkingSet, documentsAtMost: number | null): DocumentSource {
    return {
      get: (id) => set.look(id),
      select(selection) {
        const isTooMuch =
          documentsAtMost !== null &&
          documents.findIds(selection, documentsAtMost + 1).length > documentsAtMost
        if (isTooMuch) throw new TooManyDocumentsError('more documents than are looked at while writers wait')
        return set.select(selection)
      },
    }
  }

  return (identity) => {
    const found = new Map<string, Found>()
    let searches = 0
    let leftMs: number = DEFAULT_LIMITS.mutationQueryTimeMs

    function evaluate(parsed: GroqNode, source: DocumentSource): unknown {
      const started = performance.now()
      try {
        return runWithin(leftMs, () => {
          const { tree, documents: all, dereference } = planQuery(parsed, source)
          const context = { projectId, dataset, identity: identity.id, now: now() }
          return evaluateNow(tree, { ...context, documents: all, dereference })
        })
      } catch (error) {
        throw error instanceof TimeLimitError ? tooSlow() : error
      } finally {
        leftMs = Math.max(1, leftMs - (performance.now() - started))
      }
    }

    function findIds(set: WorkingSet, query: string, params: Record<string, unknown>): string[] {
      const request = { query, params }
      const known = found.get(JSON.stringify(request))
      if (known && 'refusal' in known) throw known.refusal
      // What the request itself has changed only it can see.
      const mayWait = set.isUntouched() && searches < MAX_SEARCHES
      if (set.isUntouched() && known?.sequence === sequence()) return checkCount([...known.ids])
      const parsed = parseQuery(query, params)
      if (mayWait && !isLight(parsed)) throw new SearchNeeded(request)
      try {
        const few = mayWait ? FEW_DOCUMENTS : null
        return checkCount(readIds(evaluate(parsed, look(set, few)), query))
      } catch (error) {
        throw error instanceof TooManyDocumentsError ? new SearchNeeded(request) : error
      }
    }

    return {
      findIds,
      async search(request) {
        searches += 1
        const name = JSON.stringify(request)
        try {
          const answer = await search({ request, identity, perspective: 'raw', now: now(), byKey: null })
          // Where no thread can answer it is done in place.
          if (answer === null) searches = MAX_SEARCHES
          else found.set(name, { ids: readIds(answer.documents, request.query), sequence: answer.sequence })
        } catch (error) {
          const refusal = describeRefusal(error)
          if (!refusal) throw error
          found.set(name, { refusal })
        }
      },
    }
  }
}

function readIds(result: unknown, query: string): string[] {
  const found: unknown[] = Array.isArray(result) ? result : result === null ? [] : [result]
  return found.map((document) => {
    if (isRecord(document) && typeof document['_id'] === 'string') return document['_id']
    throw stepFailed(400, 'validationError', 'The query must give documents with their _id', { query })
  })
}

function checkCount(ids: string[]): string[] {
  if (ids.length <= MAX_DOCUMENTS) return ids
  throw stepFailed(
    400,
    'validationError',
    `The query means more than ${MAX_DOCUMENTS} documents: change them in parts`,
  )
}

/** A search that failed because of its query is a step that failed. */
function describeRefusal(error: unknown): StepError | null {
  if (error instanceof StepError) return error
  if (!(error instanceof LakeError) || error.status !== 400 || typeof error.body.error === 'string')
    return null
  const { type, description } = error.body.error
  return stepFailed(400, type, description)
}

function tooSlow(): StepError {
  const ms = DEFAULT_LIMITS.mutationQueryTimeMs
  return stepFailed(400, 'queryTimeoutError', `The query was stopped after ${ms} ms: narrow it, or name ids`)
}
