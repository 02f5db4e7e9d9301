import { stat } from 'node:fs/promises'
import { join } from 'node:path'
import { readRedirects, REDIRECTS_FILE } from './redirect-files.ts'

/** An address may be used anew one day, so browsers do not keep it for ever. */
const CACHE = 'public, max-age=600'

/**
 * Makes a function that answers 301 at the former addresses of a release, and null everywhere else.
 * @param folder asked at each request
 */
export function createRedirector(
  folder: () => string,
  headers: Readonly<Record<string, string>>,
): (request: Request) => Promise<Response | null> {
  let known = { version: '', redirects: Promise.resolve(new Map<string, string>()) }

  async function find(path: string): Promise<string | undefined> {
    const publicDir = folder()
    const found = await stat(join(publicDir, REDIRECTS_FILE)).catch(() => null)
    if (found === null) return undefined
    const version = `${publicDir}:${found.ino}:${found.mtimeMs}`
    if (version !== known.version) known = { version, redirects: readRedirects(publicDir) }
    const redirects = await known.redirects
    return redirects.get(path) ?? redirects.get(`${path}/`)
  }

  return async (request) => {
    const { pathname, search } = new URL(request.url)
    const target = await find(pathname)
    if (target === undefined) return null
    const answer = { ...headers, 'Cache-Control': CACHE, Location: `${target}${search}` }
    return new Response(null, { status: 301, headers: answer })
  }
}
