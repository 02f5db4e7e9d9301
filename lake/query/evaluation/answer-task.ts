import { dataError, type LakeError } from '../../errors.ts'
import type { DocumentSource } from '../document-source.ts'
import { applyPerspective } from '../perspective.ts'
import { finishQuery, readyQuery, runQuery, type QueryResult } from '../run-query.ts'
import { recordReads } from '../sync-tags.ts'
import type { QueryAnswer, QueryTask } from './task.ts'

interface Place {
  projectId: string
  dataset: string
  /** Characters that a result may have. */
  resultLength: number
  /** How often documents may be looked at; as often as it takes when missing. */
  looks?: number
}

/**
 * Answers a query from what its reader can see.
 * @returns a promise only for the few queries that cannot be evaluated at once
 * @throws LakeError 400
 * @throws TooManyDocumentsError when documents would be looked at more often than allowed
 */
export function answerTask(
  task: QueryTask,
  visible: DocumentSource,
  { projectId, dataset, resultLength, looks }: Place,
): QueryAnswer | Promise<QueryAnswer> {
  const { request, identity, perspective, now, byKey, isSearch = false } = task
  const { source, tags } = recordReads(applyPerspective(visible, perspective))
  const setting = { source, identity, projectId, dataset, now, looks, isSearch }
  const finish = (result: QueryResult): QueryAnswer => {
    if (result.result.length > resultLength) throw tooLarge(resultLength)
    return { ...result, syncTags: tags() }
  }
  const query = readyQuery(request)
  if (query.needsTime) return finishQuery(query, setting, byKey).then(finish)
  try {
    return finish(runQuery(query, setting, byKey))
  } catch (error) {
    if (error instanceof RangeError && /string length|array length/i.test(error.message))
      throw tooLarge(resultLength)
    throw error
  }
}

function tooLarge(limit: number): LakeError {
  return dataError(
    400,
    'queryResultTooLargeError',
    `the result is larger than ${limit} characters: ask for fewer documents or attributes at once`,
  )
}
