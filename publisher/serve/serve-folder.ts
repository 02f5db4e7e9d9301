import type { Handler } from 'hono'
import { join } from 'node:path'
import { fileOfPath } from '../release/file-of-path.ts'
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

/**
 * Serves the files of a folder: compressed where the reader can take it and a `.br` file is there, answered with 304
 * when the reader has them. Hidden files are never served.
 */
export function serveFolder({ folder, base = '', immutable, fallback, headers }: FolderOptions): Handler {
  const files = createFileFinder()

  function send(file: FoundFile, status: number, cache: string, known: string | undefined): Response {
    const answer = new Headers({
      ...headers,
      'Cache-Control': cache,
      ETag: `"${file.etag}"`,
      Vary: 'Accept-Encoding',
    })
    if (status === 200 && tagsOf(known).includes(`"${file.etag}"`)) {
      return new Response(null, { status: 304, headers: answer })
    }
    answer.set('Content-Type', contentTypeOf(file.path))
    answer.set('Content-Length', String(file.bytes.length))
    if (file.encoding !== null) answer.set('Content-Encoding', file.encoding)
    return new Response(file.bytes, { status, headers: answer })
  }

  return async ({ req }) => {
    if (req.method !== 'GET' && req.method !== 'HEAD') {
      return new Response(null, { status: 405, headers: { ...headers, Allow: 'GET, HEAD' } })
    }
    const { pathname, search } = new URL(req.url)
    const path = pathname.slice(base.length) || '/'
    const known = req.header('If-None-Match')
    const brotli = acceptsBrotli(req.header('Accept-Encoding'))
    const name = fileNameOf(path)
    const found = name === null ? null : await files.find(join(folder(), name), brotli)
    if (found !== null) return send(found, 200, immutable.test(path) ? FOREVER : ASK_EACH_TIME, known)
    if (name !== null && !path.endsWith('/') && (await hasIndexPage(join(folder(), name)))) {
      return new Response(null, { status: 308, headers: { ...headers, Location: `${pathname}/${search}` } })
    }
    // A page of an application may have any address, but a missing script is not a page.
    if (fallback.status === 200 && looksLikeFile(path)) return new Response(null, { status: 404, headers })
    const page = await files.find(join(folder(), fileOfPath(fallback.path)), brotli)
    return page === null
      ? new Response(null, { status: 404, headers })
      : send(page, fallback.status, fallback.status === 404 ? 'no-cache' : ASK_EACH_TIME, known)
  }
}

function acceptsBrotli(accepted = ''): boolean {
  return /\bbr\b(?!\s*;\s*q=0(?:\.0*)?\s*(?:,|$))/.test(accepted)
}

function tagsOf(known = ''): string[] {
  return known.split(',').map((tag) => tag.trim().replace(/^W\//, ''))
}

function fileNameOf(path: string): string | null {
  try {
    return fileOfPath(path)
  } catch {
    return null
  }
}
