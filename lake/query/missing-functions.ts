import { dataError, type LakeError } from '../errors.ts'
import { findNode, type GroqNode } from './groq-node.ts'

/** Functions of GROQ that the language has and the lake has not, by namespace. */
export const MISSING_FUNCTIONS = {
  documents: ['get', 'incomingRefCount', 'incomingGlobalDocumentReferenceCount'],
  geo: ['latLng', 'contains', 'intersects', 'distance'],
  media: ['aspect'],
  text: ['query', 'semanticSimilarity'],
  user: ['attributes'],
} as const

const MISSING: ReadonlySet<string> = new Set(
  Object.entries(MISSING_FUNCTIONS).flatMap(([namespace, names]) =>
    names.map((name) => `${namespace}::${name}`),
  ),
)

/**
 * Refuses a query that calls such a function anywhere, whether or not it would be evaluated: a filter over nothing
 * must not pass for a search without results.
 * @throws LakeError 400 `queryEvaluationError` that names the function
 */
export function refuseMissingFunctions(tree: GroqNode): void {
  const call = findNode(tree, (node) => node.type === 'FuncCall' && MISSING.has(nameOf(node)))
  if (call) throw missingFunction(nameOf(call))
}

function nameOf({ namespace, name }: GroqNode): string {
  return `${String(namespace)}::${String(name)}`
}

function missingFunction(name: string): LakeError {
  const advice =
    name === 'text::query' ? ': use the operator match, or in the Studio search.strategy groqLegacy' : ''
  return dataError(400, 'queryEvaluationError', `this lake does not have the function ${name}()${advice}`)
}
