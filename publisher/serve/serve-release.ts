import type { Handler } from 'hono'
import { join } from 'node:path'
import { fileOfPath } from '../release/file-of-path.ts'
import { NOT_FOUND_PATH } from '../release/render-page.ts'
import { contentTypeOf } from './content-types.ts'
import { createFileFinder, hasIndexPage } from './find-file.ts'
import type { FoundFile } from './find-file.ts'
import { SITE_SECURITY_HEADERS } from './security-headers.ts'

/** Files whose name changes with their content. */
const IMMUTABLE = /^\/(?:_astro|pagefind\/[^/]+)\//
const FOREVER = 'public, max-age=31536000, immutable'
const ASK_EACH_TIME = 'public, max-age=0, must-revalidate'

/** Where the files are; asked at each request, so that a new release is served at once. */
export interface ServedRelease {
  readonly publicDir: string
}

/**
 * Serves the files of the current release: compressed where the reader can take it, answered with 304 when the
 * reader has them, with the site's own page where there is nothing. `/x` is redirected to `/x/` where that is a page.
 */
export function serveRelease(release: ServedRelease): Handler {
  const files = createFileFinder()

  return async ({ req }) => {
    if (req.method !== 'GET' && req.method !== 'HEAD') return refuse(405, { Allow: 'GET, HEAD' })
    const { publicDir } = release
    const acceptsBrotli = /\bbr\b(?!\s*;\s*q=0(?:\.0*)?\s*(?:,|$))/.test(req.header('Accept-Encoding') ?? '')
    const path = new URL(req.url).pathname
    const name = fileNameOf(path)
    const found = name === null ? null : await files.find(join(publicDir, name), acceptsBrotli)
    if (found !== null) return respond(found, path, req.header('If-None-Match'))
    if (name !== null && !path.endsWith('/') && (await hasIndexPage(join(publicDir, name)))) {
      return refuse(308, { Location: `${path}/${new URL(req.url).search}` })
    }
    const page = await files.find(join(publicDir, fileOfPath(NOT_FOUND_PATH)), acceptsBrotli)
    return page === null ? refuse(404, {}) : send(page, 404, 'no-cache')
  }
}

function fileNameOf(path: string): string | null {
  try {
    return fileOfPath(path)
  } catch {
    return null
  }
}

function respond(file: FoundFile, path: string, known: string | undefined): Response {
  const cache = IMMUTABLE.test(path) ? FOREVER : ASK_EACH_TIME
  const tags = (known ?? '').split(',').map((tag) => tag.trim().replace(/^W\//, ''))
  if (!tags.includes(`"${file.etag}"`) && !tags.includes('*')) return send(file, 200, cache)
  const headers = {
    ETag: `"${file.etag}"`,
    'Cache-Control': cache,
    Vary: 'Accept-Encoding',
    ...SITE_SECURITY_HEADERS,
  }
  return new Response(null, { status: 304, headers })
}

function send(file: FoundFile, status: number, cache: string): Response {
  const headers = new Headers({
    'Content-Type': contentTypeOf(file.path),
    'Content-Length': String(file.bytes.length),
    'Cache-Control': cache,
    ETag: `"${file.etag}"`,
    Vary: 'Accept-Encoding',
    ...SITE_SECURITY_HEADERS,
  })
  if (file.encoding !== null) headers.set('Content-Encoding', file.encoding)
  return new Response(file.bytes, { status, headers })
}

function refuse(status: number, headers: Record<string, string>): Response {
  return new Response(null, { status, headers: { ...headers, ...SITE_SECURITY_HEADERS } })
}
