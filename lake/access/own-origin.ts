/**
 * Whether a browser says that another site's page makes this request. Cookies alone do not tell: `SameSite=Lax` lets
 * them through from other ports of the same host. Programs that are not browsers send neither header and pass.
 * @param origin the public origin of the lake where it stands behind a proxy that rewrites `Host`
 */
export function isForeignOrigin(request: Request, origin?: string): boolean {
  const claimed = request.headers.get('origin')
  if (claimed !== null) return !isOwnOrigin(claimed, request, origin)
  const site = request.headers.get('sec-fetch-site')
  return site === 'cross-site' || site === 'same-site'
}

/** Whether `claimed` (`https://host:port`) is where this request arrived; the scheme is the proxy's business. */
export function isOwnOrigin(claimed: string, request: Request, origin?: string): boolean {
  const url = URL.parse(claimed)
  if (!url || !/^https?:$/.test(url.protocol)) return false
  return url.origin === origin || url.host === new URL(request.url).host
}

/**
 * Where to go after signing in: a path on the own origin, so that a link to the sign-in page cannot send people
 * elsewhere.
 * @param target an absolute URL or a path, as given by whoever linked here
 */
export function findOwnPath(
  target: string | null | undefined,
  request: Request,
  origin?: string,
): string | null {
  const url = target ? URL.parse(target, request.url) : null
  if (!url || !isOwnOrigin(url.origin, request, origin)) return null
  const path = url.pathname.replace(/^\/+/, '/')
  return `${path}${url.search}`
}
