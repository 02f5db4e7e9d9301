import { evaluate, evaluateSync, parse, toJS } from 'groq-js'
import { dataError, queryParseError } from '../errors.ts'
import { DEFAULT_LIMITS } from '../limits/limits.ts'
import { desugar } from './desugar.ts'
import { findNode, isNode, type GroqNode } from './groq-node.ts'
import { refuseMissingFunctions } from './missing-functions.ts'
import { describeParseError, measureDepth } from './parse-error.ts'

const MAX_QUERY_LENGTH = DEFAULT_LIMITS.queryLength
const MAX_QUERY_DEPTH = DEFAULT_LIMITS.queryDepth

/**
 * Parses a query and puts the values of its parameters in place: the tree belongs to this query and these values.
 * @throws LakeError 400 `queryParseError` with the position, also for a parameter that has no value;
 *   `queryEvaluationError` for functions that the lake does not have
 */
export function parseQuery(query: string, params: Record<string, unknown>): GroqNode {
  if (query.length > MAX_QUERY_LENGTH)
    throw tooComplex(query, `the query is longer than ${MAX_QUERY_LENGTH} characters`)
  if (measureDepth(query) > MAX_QUERY_DEPTH)
    throw tooComplex(query, `the query has brackets more than ${MAX_QUERY_DEPTH} deep`)
  const tree = parseSyntax(query, params)
  const missing = findNode(tree, ({ type }) => type === 'Parameter')
  if (missing) {
    const name = `$${String(missing['name'])}`
    const start = Math.max(query.indexOf(name), 0)
    throw queryParseError(query, start, start + name.length, `param ${name} referenced, but not provided`)
  }
  refuseMissingFunctions(tree)
  const misplaced = findNode(tree, isMisplacedScore)
  if (misplaced) {
    const start = Math.max(query.indexOf('score('), 0)
    throw queryParseError(query, start, start + 5, 'score() must follow documents or a filter on them')
  }
  const plain = desugar(tree)
  return isNode(plain) ? plain : tree
}

function tooComplex(query: string, description: string) {
  return queryParseError(query.slice(0, 200), 0, Math.min(query.length, 200), description)
}

/** Scores are given to documents, not to what a projection or an access made of them. */
function isMisplacedScore({ type, name, base }: GroqNode): boolean {
  if (type !== 'PipeFuncCall' || name !== 'score') return false
  let scored: unknown = base
  while (isNode(scored) && scored.type === 'Group') scored = scored['base']
  return isNode(scored) && MADE_OF_DOCUMENTS.has(scored.type)
}

const MADE_OF_DOCUMENTS = new Set([
  'Map',
  'FlatMap',
  'Projection',
  'Object',
  'AccessElement',
  'AccessAttribute',
])

function parseSyntax(query: string, params: Record<string, unknown>): GroqNode {
  try {
    const tree: unknown = parse(query, { params })
    if (!isNode(tree)) throw new Error('the parser gave no tree')
    return tree
  } catch (error) {
    throw describeParseError(query, error)
  }
}

/** What a query is evaluated against. */
export interface EvaluationContext {
  /** What `*` means where it still stands in the tree. */
  documents: readonly unknown[]
  dereference: (reference: { _ref: string }) => unknown
  projectId: string
  dataset: string
  /** What `identity()` gives. */
  identity: string
  now: Date
}

/**
 * Evaluates a parsed query to plain JSON, at once.
 * @throws LakeError 400 for functions that the lake does not have, or has only in queries
 */
export function evaluateNow(tree: GroqNode, context: EvaluationContext): unknown {
  return reportUnsupported(() => toJS(evaluateSync(tree, optionsOf(context))))
}

/** Whether a parsed query cannot be evaluated at once. */
export function needsTime(tree: GroqNode): boolean {
  return findNode(tree, isAsyncOnly) !== undefined
}

/**
 * Evaluates a parsed query to plain JSON.
 * @throws LakeError 400 for functions that the lake does not have
 */
export async function evaluateLater(tree: GroqNode, context: EvaluationContext): Promise<unknown> {
  const value = await reportUnsupported(() => evaluate(tree, optionsOf(context)))
  return value.get()
}

function optionsOf({ documents, dereference, projectId, dataset, identity, now }: EvaluationContext) {
  return { dataset: documents, dereference, identity, timestamp: now, sanity: { projectId, dataset } }
}

function reportUnsupported<Result>(work: () => Result): Result {
  try {
    return work()
  } catch (error) {
    if (error instanceof RangeError) throw evaluationError('the query is nested too deeply')
    if (error instanceof Error && UNSUPPORTED.test(error.message)) {
      throw evaluationError(`the query uses something that this lake does not have: ${error.message}`)
    }
    throw error
  }
}

const UNSUPPORTED =
  /not implemented|unknown|not supported|unexpected|not possible|cannot be evaluated|can not be/i

function evaluationError(description: string) {
  return dataError(400, 'queryEvaluationError', description)
}

function isAsyncOnly({ type, namespace, name }: GroqNode): boolean {
  return type === 'FuncCall' && (namespace === 'delta' || namespace === 'diff') && name !== 'operation'
}
