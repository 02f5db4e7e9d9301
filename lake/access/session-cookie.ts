import { parse, serialize } from 'hono/utils/cookie'

const NAME = 'kopilka_session'
// No browser keeps a cookie for longer.
const LONGEST_SECONDS = 400 * 24 * 60 * 60

// The prefix makes browsers refuse the cookie from a subdomain or from plain HTTP.
const SECURE_NAME = `__Host-${NAME}`

/** The secret in the request's session cookie; null without one. */
export function readSessionCookie(request: Request): string | null {
  const header = request.headers.get('cookie')
  if (header === null) return null
  const cookies = parse(header)
  return cookies[SECURE_NAME] ?? cookies[NAME] ?? null
}

/**
 * A `Set-Cookie` value. The cookie outlives the session on purpose: a Studio that still sends it is told that the
 * session has ended and asks to sign in, where without it the lake would take the editor for a stranger and hide the
 * drafts.
 * @param secure whether browsers reach the lake over HTTPS
 */
export function writeSessionCookie(secret: string, secure: boolean): string {
  return serialize(secure ? SECURE_NAME : NAME, secret, { ...attributes(secure), maxAge: LONGEST_SECONDS })
}

export function clearSessionCookie(secure: boolean): string {
  return serialize(secure ? SECURE_NAME : NAME, '', { ...attributes(secure), maxAge: 0 })
}

/** @param origin the public origin, which knows better than the request behind a TLS proxy */
export function isSecure(request: Request, origin?: string): boolean {
  return (origin ?? request.url).startsWith('https:')
}

function attributes(secure: boolean) {
  return { httpOnly: true, sameSite: 'Lax', path: '/', secure } as const
}
