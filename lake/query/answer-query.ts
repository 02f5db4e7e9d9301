import * as z from 'zod'
import type { Context } from 'hono'
import { isTooDeep, MAX_REQUEST_DEPTH } from '../documents/check-json.ts'
import { invalidRequest } from '../errors.ts'
import { identify, readApiVersion, type Handler } from '../http/route.ts'
import { readJsonBody } from '../http/read-body.ts'
import { readPerspective } from './perspective.ts'
import type { QueryRequest } from './run-query.ts'

/** `GET` and `POST /data/query/:dataset` */
export const answerQuery: Handler = async (c, lake) => {
  const identity = identify(c, lake)
  const client = lake.clients.admit(c.req.raw, identity)
  if ((c.req.query('explain') ?? 'false') !== 'false')
    throw invalidRequest('"explain" is not supported by this lake')
  const task = {
    request: c.req.method === 'POST' ? await readPosted(c) : readQueryParameters(c),
    identity,
    perspective: readPerspective(c.req.query('perspective'), readApiVersion(c)),
    now: lake.now(),
    byKey: readSourceMapKind(c),
  }
  const started = performance.now()
  const { result, resultSourceMap, syncTags } = await lake.evaluation.answer(task, client)
  const ms = Math.round(performance.now() - started)
  // The result is JSON already: it may come from another thread, and be long.
  const parts = [
    c.req.query('returnQuery') === 'false' ? [] : `"query":${JSON.stringify(task.request.query)}`,
    `"result":${result}`,
    resultSourceMap === undefined ? [] : `"resultSourceMap":${resultSourceMap}`,
    `"syncTags":${JSON.stringify(syncTags)}`,
    `"ms":${ms}`,
  ]
  return c.body(`{${parts.flat().join(',')}}`, 200, { 'content-type': 'application/json' })
}

/**
 * Whether the places of a source map are told by `_key`; null when no map is wanted.
 * @throws LakeError 400
 */
function readSourceMapKind(c: Context): boolean | null {
  const kind = c.req.query('resultSourceMap') ?? 'false'
  if (kind === 'false' || kind === '') return null
  if (kind === 'true' || kind === 'withKeyArraySelector') return kind !== 'true'
  throw invalidRequest(`"resultSourceMap" may be true, false or withKeyArraySelector, not "${kind}"`)
}

/**
 * Reads `query` and the parameters of GROQ (`$name=<JSON>`) from the address.
 * @throws LakeError 400
 */
export function readQueryParameters(c: Context): QueryRequest {
  const query = c.req.query('query')
  if (query === undefined) throw invalidRequest('The parameter "query" is missing: give a GROQ query')
  const given = Object.entries(c.req.query()).filter(([name]) => name.startsWith('$'))
  return {
    query,
    params: Object.fromEntries(given.map(([name, text]) => [name.slice(1), readValue(name, text)])),
  }
}

function readValue(name: string, text: string): unknown {
  const value = parseValue(name, text)
  if (isTooDeep(value))
    throw invalidRequest(`The parameter ${name} is nested more than ${MAX_REQUEST_DEPTH} levels deep`)
  return value
}

function parseValue(name: string, text: string): unknown {
  try {
    const value: unknown = JSON.parse(text)
    return value
  } catch {
    throw invalidRequest(`The parameter ${name} is not JSON: strings need quotes, as in ${name}="text"`)
  }
}

const posted = z.object({
  query: z.string(),
  params: z.record(z.string(), z.unknown()).nullish(),
})

async function readPosted(c: Context): Promise<QueryRequest> {
  const read = posted.safeParse(await readJsonBody(c))
  if (!read.success) throw invalidRequest(`The body must be {query, params}: ${z.prettifyError(read.error)}`)
  return { query: read.data.query, params: read.data.params ?? {} }
}
