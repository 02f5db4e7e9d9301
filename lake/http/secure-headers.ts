import type { Context, MiddlewareHandler } from 'hono'
import type { LakeContext } from '../context.ts'
import { addressOf } from './client-address.ts'

const HEADERS = [
  ['x-content-type-options', 'nosniff'],
  ['referrer-policy', 'same-origin'],
  ['cross-origin-resource-policy', 'same-origin'],
  ['content-security-policy', "default-src 'none'; frame-ancestors 'none'"],
  ['cache-control', 'private, no-store'],
] as const

const HSTS = 'max-age=31536000'

/** Puts on every answer what keeps browsers from taking it for something else; what a handler has set stays. */
export function secureHeaders({ origin }: Pick<LakeContext, 'origin'>): MiddlewareHandler {
  const isSecure = origin?.startsWith('https:') ?? false
  return async (c, next) => {
    await next()
    for (const [name, value] of HEADERS) {
      if (!c.res.headers.has(name)) c.res.headers.set(name, value)
    }
    if (isSecure) c.res.headers.set('strict-transport-security', HSTS)
  }
}

/** Puts requests that were refused for their size or number into the audit log. */
export function recordLimits({
  accounts,
  audit,
}: Pick<LakeContext, 'accounts' | 'audit'>): MiddlewareHandler {
  return async (c, next) => {
    await next()
    if (c.res.status === 429 || c.res.status === 413) recordLimit(c)
  }

  function recordLimit(c: Context): void {
    const { id, name, kind } = accounts.identifyLeniently(c.req.raw)
    audit.recordRarely({
      kind: 'limit-hit',
      ...(kind !== 'anonymous' && { actor: { id, name } }),
      subject: `${c.res.status} ${c.req.method} ${nameOfPath(c.req.path)}`,
      address: addressOf(c.req.raw),
    })
  }
}

/** The kind of an address: whoever asks could otherwise fill the log with ever new ones. */
function nameOfPath(path: string): string {
  const [, first = '', ...rest] = path.split('/')
  const kind = first.startsWith('v') ? rest : [first]
  return `/${kind.slice(0, 2).join('/')}`.slice(0, 40)
}
