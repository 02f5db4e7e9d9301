import type { Identity } from '../access/identity.ts'
import type { LakeDocument } from '../documents/document.ts'
import { mapSources, type SourceMap } from '../source-map/map-sources.ts'
import { traceQuery } from '../source-map/trace-query.ts'
import type { DocumentSource } from './document-source.ts'
import type { GroqNode } from './groq-node.ts'
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
  return evaluatePlanned(parseQuery(request.query, request.params), setting)
}

/** Results from more documents than this are mapped in part. */
const MAX_MAPPED = 5_000

/**
 * Where the values of a result come from, found by evaluating the query once more with traces.
 * @param byKey whether items of arrays are told by their `_key`
 */
export async function findSources(
  request: QueryRequest,
  setting: QuerySetting,
  result: unknown,
  byKey: boolean,
): Promise<SourceMap> {
  const { tree, traces } = traceQuery(parseQuery(request.query, request.params))
  const documents = new Set<LakeDocument>()
  const note = <Read extends LakeDocument | undefined>(document: Read): Read => {
    if (document && documents.size < MAX_MAPPED) documents.add(document)
    return document
  }
  const { source } = setting
  const noted: DocumentSource = {
    get: (id) => note(source.get(id)),
    select: (selection) => source.select(selection).map(note),
  }
  const value = await evaluatePlanned(tree, { ...setting, source: noted })
  return mapSources(result, { value, traces, documents }, byKey)
}

async function evaluatePlanned(parsed: GroqNode, setting: QuerySetting): Promise<unknown> {
  const { source, identity, projectId, dataset, now } = setting
  const { tree, documents, dereference } = planQuery(parsed, source)
  const context = { documents, dereference, projectId, dataset, identity: identity.id, now }
  return (await evaluateTree(tree, context)) ?? null
}
