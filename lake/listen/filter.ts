import type { LakeDocument } from '../documents/document.ts'
import { dataError } from '../errors.ts'
import { DEFAULT_LIMITS } from '../limits/limits.ts'
import { runWithin, TimeLimitError } from '../limits/time-limit.ts'
import { isLight } from '../query/evaluation/light-query.ts'
import { evaluateNow, parseQuery, type EvaluationContext } from '../query/groq.ts'
import { findNode } from '../query/groq-node.ts'
import type { QueryRequest } from '../query/run-query.ts'

/** Says of single documents whether a query would give them. */
export interface Filter {
  matches(document: LakeDocument): boolean
  /** Whether it surely takes next to no time. */
  isLight: boolean
}

type Setting = Omit<EvaluationContext, 'documents' | 'now'> & { now: () => Date }

/**
 * Makes a filter of the query of a listener: `*`, `*[…]`, with or without what follows.
 * @throws LakeError 400 for a query that cannot be parsed or evaluated
 */
export function createFilter({ query, params }: QueryRequest, setting: Setting): Filter {
  const tree = parseQuery(query, params)
  if (tree.type === 'Everything') return { matches: () => true, isLight: true }
  const ask = (documents: readonly LakeDocument[]) =>
    evaluateNow(tree, { ...setting, documents, now: setting.now() })
  // To watch the time takes longer than to ask a simple filter, and every transaction is asked about.
  const isQuick = isLight(tree)
  const test = isQuick ? ask : (documents: readonly LakeDocument[]) => askWithin(() => ask(documents))
  // Once on a document of no importance: what cannot be evaluated fails now and not in the middle of a stream.
  test([{ _id: 'none', _type: 'none', _rev: '', _createdAt: '', _updatedAt: '' }])
  const isFixed = findNode(tree, ({ type }) => type === 'Everything') === undefined
  return {
    isLight: isQuick,
    matches(document) {
      if (isFixed) return false
      const result = test([document])
      return Array.isArray(result) ? result.length > 0 : result !== null
    },
  }
}

/** @throws LakeError 400 when it takes too long */
function askWithin(ask: () => unknown): unknown {
  try {
    return runWithin(DEFAULT_LIMITS.filterTimeMs, ask)
  } catch (error) {
    if (!(error instanceof TimeLimitError)) throw error
    throw dataError(400, 'queryTimeoutError', 'the filter takes too long for a single document: simplify it')
  }
}
