import { isRecord } from '../documents/document.ts'
import { DEFAULT_LIMITS } from '../limits/limits.ts'
import { runWithin, TimeLimitError } from '../limits/time-limit.ts'
import { evaluateNow, parseQuery } from '../query/groq.ts'
import { planQuery } from '../query/plan.ts'
import { stepFailed } from './step-error.ts'
import type { WorkingSet } from './working-set.ts'

/** As in Sanity: more are to be changed in several transactions. */
const MAX_DOCUMENTS = 10_000

/**
 * The ids of the documents that a query of a patch or deletion gives, as the transaction sees them so far.
 * @throws LakeError 400 for a query that cannot be parsed; StepError 400 when it gives something else than documents
 */
export function createFindIds(setting: { projectId: string; dataset: string; now: () => Date }) {
  return (set: WorkingSet, query: string, params: Record<string, unknown>): string[] => {
    const { projectId, dataset, now } = setting
    const result = within(() => {
      const { tree, documents, dereference } = planQuery(parseQuery(query, params), {
        get: (id) => set.look(id),
        select: (selection) => set.select(selection),
      })
      return evaluateNow(tree, { documents, dereference, projectId, dataset, identity: '', now: now() })
    })
    const found: unknown[] = Array.isArray(result) ? result : result === null ? [] : [result]
    if (found.length > MAX_DOCUMENTS) {
      throw stepFailed(
        400,
        'validationError',
        `The query means more than ${MAX_DOCUMENTS} documents: change them in parts`,
      )
    }
    return found.map((document) => {
      if (isRecord(document) && typeof document['_id'] === 'string') return document['_id']
      throw stepFailed(400, 'validationError', 'The query must give documents with their _id', { query })
    })
  }
}

/** @throws StepError 400 when it takes too long: other writers wait */
function within(find: () => unknown): unknown {
  const ms = DEFAULT_LIMITS.mutationQueryTimeMs
  try {
    return runWithin(ms, find)
  } catch (error) {
    if (!(error instanceof TimeLimitError)) throw error
    throw stepFailed(400, 'queryTimeoutError', `The query was stopped after ${ms} ms: narrow it, or name ids`)
  }
}
