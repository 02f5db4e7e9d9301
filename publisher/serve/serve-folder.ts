import type { Handler } from 'hono'
import { join } from 'node:path'
import { fileOfPath } from '../release/file-of-path.ts'
import { listEncodings } from './accept-encoding.ts'
import { readRange } from './byte-range.ts'
import { contentTypeOf, looksLikeFile } from './content-types.ts'
import { createFileFinder, hasIndexPage } from './find-file.ts'
import type { FoundFile } from './find-file.ts'

const FOREVER = 'public, max-age=31536000, immutable'
const ASK_EACH_TIME = 'public, max-age=0, must-revalidate'

/** What is served and how. */
export interface FolderOptions {
  /** Asked at each request. */
  folder: () => string
  /** Path below which the folder is served, without a trailing slash; empty for the root. */
  base?: string
  /** Paths of files whose name changes with their content. */
  immutable: RegExp
  /** What is sent, and with which status, where there is nothing; with 200 only for paths that do not look like a file. */
  fallback: { path: string; status: 200 | 404 }
  /** Headers of every answer. */
  headers: Readonly<Record<string, string>>
}

/** What a request says about the copy of a file that the reader has and wants. */
interface Wish {
  method: string
  /** `If-None-Match` */
  known: string | undefined
  /** `Range` */
  range: string | undefined
  /** `If-Range` */
  rangeOf: string | undefined
}

/**
 * Serves the files of a folder: compressed where the reader can take it and a `.br` or `.gz` file is there, in part
 * when a part is asked for, answered with 304 when the reader has them. Hidden files are never served.
 */
export function serveFolder({ folder, base = '', immutable, fallback, headers }: FolderOptions): Handler {
  const files = createFileFinder()

  function send(file: FoundFile, status: number, cache: string, wish: Wish): Response {
    const etag = `"${file.etag}"`
    const answer = new Headers({ ...headers, 'Cache-Control': cache, ETag: etag, Vary: 'Accept-Encoding' })
    if (status === 200 && isKnown(etag, wish.known))
      return new Response(null, { status: 304, headers: answer })
    answer.set('Content-Type', contentTypeOf(file.path))
    if (file.encoding !== null) answer.set('Content-Encoding', file.encoding)
    const size = file.bytes.length
    // Compressed copies are sent whole, as nginx does.
    const hasParts = status === 200 && file.encoding === null
    const part = hasParts ? wishedPart(wish, etag, size) : null
    if (part === 'beyond') {
      const refused = { ...headers, 'Content-Range': `bytes */${size}`, Vary: 'Accept-Encoding' }
      return new Response(null, { status: 416, headers: refused })
    }
    if (part === null) {
      if (hasParts) answer.set('Accept-Ranges', 'bytes')
      answer.set('Content-Length', String(size))
      return new Response(file.bytes, { status, headers: answer })
    }
    answer.set('Content-Range', `bytes ${part.first}-${part.last}/${size}`)
    answer.set('Content-Length', String(part.last - part.first + 1))
    return new Response(file.bytes.subarray(part.first, part.last + 1), { status: 206, headers: answer })
  }

  return async ({ req }) => {
    if (req.method !== 'GET' && req.method !== 'HEAD') {
      return new Response(null, { status: 405, headers: { ...headers, Allow: 'GET, HEAD' } })
    }
    const { pathname, search } = new URL(req.url)
    const path = pathname.slice(base.length) || '/'
    const wish = {
      method: req.method,
      known: req.header('If-None-Match'),
      range: req.header('Range'),
      rangeOf: req.header('If-Range'),
    }
    const encodings = listEncodings(req.header('Accept-Encoding'))
    const name = fileNameOf(path)
    const isOfMissing = fallback.status === 404 && path === fallback.path
    const found = name === null || isOfMissing ? null : await files.find(join(folder(), name), encodings)
    if (found !== null) return send(found, 200, immutable.test(path) ? FOREVER : ASK_EACH_TIME, wish)
    if (name !== null && !path.endsWith('/') && (await hasIndexPage(join(folder(), name)))) {
      return new Response(null, { status: 308, headers: { ...headers, Location: `${pathname}/${search}` } })
    }
    // A page of an application may have any address, but a missing script is not a page.
    if (fallback.status === 200 && looksLikeFile(path)) return new Response(null, { status: 404, headers })
    const page = await files.find(join(folder(), fileOfPath(fallback.path)), encodings)
    return page === null
      ? new Response(null, { status: 404, headers })
      : send(page, fallback.status, fallback.status === 404 ? 'no-cache' : ASK_EACH_TIME, wish)
  }
}

/** A part counts only of the very bytes that the reader has begun to load. */
function wishedPart({ method, range, rangeOf }: Wish, etag: string, size: number) {
  return method === 'GET' && (rangeOf === undefined || rangeOf.trim() === etag)
    ? readRange(range, size)
    : null
}

function isKnown(etag: string, known = ''): boolean {
  const tags = known.split(',').map((tag) => tag.trim().replace(/^W\//, ''))
  return tags.includes(etag) || tags.includes('*')
}

function fileNameOf(path: string): string | null {
  try {
    return fileOfPath(path)
  } catch {
    return null
  }
}
