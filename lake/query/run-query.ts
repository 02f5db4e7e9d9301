import type { Identity } from '../access/identity.ts'
import type { DocumentSource } from './document-source.ts'
import { evaluateTree, parseQuery } from './groq.ts'
import { planQuery } from './plan.ts'

export interface QueryRequest {
  query: string
  params: Record<string, unknown>
}

export interface QuerySetting {
  /** What the reader can see, in the perspective asked for. */
  source: DocumentSource
  identity: Identity
  projectId: string
  dataset: string
  now: Date
}

/**
 * The result of a GROQ query, as plain JSON; null where there is none.
 * @throws LakeError 400 for a query that cannot be parsed or evaluated
 */
export async function runQuery(request: QueryRequest, setting: QuerySetting): Promise<unknown> {
  const { source, identity, projectId, dataset, now } = setting
  const { tree, documents, dereference } = planQuery(parseQuery(request.query, request.params), source)
  const context = { documents, dereference, projectId, dataset, identity: identity.id, now }
  return (await evaluateTree(tree, context)) ?? null
}
