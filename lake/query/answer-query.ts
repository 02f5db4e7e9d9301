import * as z from 'zod'
import type { Context } from 'hono'
import { invalidRequest } from '../errors.ts'
import { identify, readApiVersion, type Handler } from '../http/route.ts'
import { readJsonBody } from '../http/read-body.ts'
import { applyPerspective, readPerspective } from './perspective.ts'
import { findSources, runQuery, type QueryRequest } from './run-query.ts'
import { recordReads } from './sync-tags.ts'

/** `GET` and `POST /data/query/:dataset` */
export const answerQuery: Handler = async (c, lake) => {
  const identity = identify(c, lake)
  const request = c.req.method === 'POST' ? await readPosted(c) : readQueryParameters(c)
  const perspective = readPerspective(c.req.query('perspective'), readApiVersion(c))
  const { source, tags } = recordReads(applyPerspective(lake.visibility.sourceFor(identity), perspective))
  const { projectId, dataset } = lake
  const started = performance.now()
  const setting = { source, identity, projectId, dataset, now: lake.now() }
  const result = await runQuery(request, setting)
  const ms = Math.round(performance.now() - started)
  const query = c.req.query('returnQuery') === 'false' ? {} : { query: request.query }
  const byKey = readSourceMapKind(c)
  const sources = byKey !== null && { resultSourceMap: await findSources(request, setting, result, byKey) }
  return c.json({ ...query, result, ...sources, syncTags: tags(), ms })
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
