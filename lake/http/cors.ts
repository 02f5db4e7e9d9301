import { cors } from 'hono/cors'
import type { Context, MiddlewareHandler } from 'hono'
import { isOwnOrigin } from '../access/own-origin.ts'

export interface CorsOptions {
  /** Public address of the lake, if it is known. */
  origin: string | undefined
  /** Other origins whose pages may read with a token, as `https://example.org`. Cookies do not count there. */
  allowedOrigins: readonly string[]
}

/** Whether pages of the origin may call the lake, and whether their cookies count. */
export function judgeOrigin(
  claimed: string,
  request: Request,
  { origin, allowedOrigins }: CorsOptions,
): { allowed: boolean; withCredentials: boolean } {
  const own = isOwnOrigin(claimed, request, origin)
  return { allowed: own || allowedOrigins.includes(claimed), withCredentials: own }
}

/** Answers preflight requests and marks answers for origins that may read them; others get no headers. */
export function allowOrigins(options: CorsOptions): MiddlewareHandler {
  const allow = (claimed: string, c: Context) => judgeOrigin(claimed, c.req.raw, options).allowed
  return cors({
    origin: (claimed, c) => (claimed && allow(claimed, c) ? claimed : null),
    allowHeaders: [
      'authorization',
      'content-type',
      'x-sanity-project-id',
      'x-sanity-lineage',
      'last-event-id',
    ],
    exposeHeaders: ['content-length', 'etag', 'retry-after'],
    maxAge: 600,
  })
}
