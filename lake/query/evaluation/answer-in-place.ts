import { readsEverything } from '../../access/identity.ts'
import type { Limits } from '../../limits/limits.ts'
import { runWithin, TimeLimitError } from '../../limits/time-limit.ts'
import { TooManyDocumentsError } from '../../store/document-reader.ts'
import type { DocumentStore } from '../../store/documents.ts'
import { parseQuery } from '../groq.ts'
import type { Visibility } from '../visible-documents.ts'
import { answerTask } from './answer-task.ts'
import { lookAtFew } from './few-documents.ts'
import { isLight, MAX_LIGHT_LENGTH } from './light-query.ts'
import type { Outcome, QueryAnswer, QueryTask } from './task.ts'

/** Answers queries in the thread that answers requests. */
export interface InPlace {
  /** @returns null for a query that is to be answered elsewhere */
  answerLight(task: QueryTask): QueryAnswer | null
  /** Answers any query, within the time limit. */
  answerAny(task: QueryTask, timeMs: number): Promise<Outcome>
}

interface Deps {
  documents: Pick<DocumentStore, 'get' | 'select' | 'findIds'>
  visibility: Visibility
  projectId: string
  dataset: string
  limits: Limits
}

export function createInPlace(deps: Deps): InPlace {
  const { documents, visibility, projectId, dataset, limits } = deps
  const place = { projectId, dataset, resultLength: limits.resultLength }

  return {
    answerLight(task) {
      const { query, params } = task.request
      if (limits.documentsInPlace === 0 || query.length > MAX_LIGHT_LENGTH) return null
      if (!readsEverything(task.identity) || task.byKey !== null) return null
      if (!isLight(parseQuery(query, params))) return null
      try {
        const answer = answerTask(task, lookAtFew(documents, limits.documentsInPlace), place)
        return answer instanceof Promise ? null : answer
      } catch (error) {
        if (error instanceof TooManyDocumentsError) return null
        throw error
      }
    },
    async answerAny(task, timeMs) {
      try {
        const source = visibility.sourceFor(task.identity)
        return { answer: await runWithin(timeMs, () => answerTask(task, source, place)) }
      } catch (error) {
        if (error instanceof TimeLimitError) return { late: true }
        throw error
      }
    },
  }
}
