import type { Identity } from '../access/identity.ts'
import { isRecord, type LakeDocument } from '../documents/document.ts'
import { mapSources } from '../source-map/map-sources.ts'
import { traceQuery } from '../source-map/trace-query.ts'
import { TooManyDocumentsError } from '../store/document-reader.ts'
import type { DocumentSource } from './document-source.ts'
import type { GroqNode } from './groq-node.ts'
import { evaluateLater, evaluateNow, needsTime, parseQuery } from './groq.ts'
import { countLooks } from './count-looks.ts'
import { planQuery } from './plan.ts'

export interface QueryRequest {
  query: string
  params: Record<string, unknown>
}

export interface QuerySetting {
  /** What the reader can see, in the perspective asked for. */
  source: DocumentSource
  identity: Pick<Identity, 'id'>
  projectId: string
  dataset: string
  now: Date
  /** How often documents may be looked at; as often as it takes when missing. */
  looks?: number | undefined
  /** Of documents only the ids are wanted. */
  isSearch?: boolean
}

/** A parsed query that is ready to run. */
interface ReadyQuery {
  tree: GroqNode
  /** Whether it has to be run with `finishQuery`. */
  needsTime: boolean
}

/** The result of a query and where its values come from, as JSON. */
export interface QueryResult {
  result: string
  resultSourceMap?: string
}

/** @throws LakeError 400 for a query that cannot be parsed */
export function readyQuery({ query, params }: QueryRequest): ReadyQuery {
  const tree = parseQuery(query, params)
  return { tree, needsTime: needsTime(tree) }
}

/**
 * The result of a GROQ query; `null` where there is none.
 * @param byKey whether items of arrays are told by their `_key` in a source map; null when no map is wanted
 * @throws LakeError 400 for a query that cannot be evaluated
 */
export function runQuery({ tree }: ReadyQuery, setting: QuerySetting, byKey: boolean | null): QueryResult {
  const result = evaluateNow(...plan(tree, setting)) ?? null
  if (byKey === null) return { result: write(setting.isSearch ? keepIds(result) : result) }
  const traced = trace(tree, setting)
  const value = evaluateNow(...plan(traced.tree, traced.setting))
  return { result: write(result), resultSourceMap: write(mapSources(result, { ...traced, value }, byKey)) }
}

/** As `runQuery`, for the few queries that cannot be evaluated at once. */
export async function finishQuery(
  { tree }: ReadyQuery,
  setting: QuerySetting,
  byKey: boolean | null,
): Promise<QueryResult> {
  const result = (await evaluateLater(...plan(tree, setting))) ?? null
  if (byKey === null) return { result: write(result) }
  const traced = trace(tree, setting)
  const value = await evaluateLater(...plan(traced.tree, traced.setting))
  return { result: write(result), resultSourceMap: write(mapSources(result, { ...traced, value }, byKey)) }
}

function plan(parsed: GroqNode, setting: QuerySetting): Parameters<typeof evaluateNow> {
  const { source, identity, projectId, dataset, now, looks = Number.POSITIVE_INFINITY } = setting
  const context = { projectId, dataset, identity: identity.id, now }
  const { tree, documents, dereference } = planQuery(parsed, source, (part) =>
    evaluateNow(part.tree, { ...context, ...part }),
  )
  if (countLooks(tree, documents.length) > looks)
    throw new TooManyDocumentsError('the query takes too long here')
  return [tree, { ...context, documents, dereference }]
}

/** Results from more documents than this are mapped in part. */
const MAX_MAPPED = 5_000

/** The query with traces, and a source that notes what is read. */
function trace(parsed: GroqNode, setting: QuerySetting) {
  const { tree, traces } = traceQuery(parsed)
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
  return { tree, traces, documents, setting: { ...setting, source: noted } }
}

function write(value: unknown): string {
  return JSON.stringify(value) ?? 'null'
}

function keepIds(result: unknown): unknown {
  if (Array.isArray(result)) return result.map(keepIds)
  return isRecord(result) && '_id' in result ? { _id: result['_id'] } : result
}
