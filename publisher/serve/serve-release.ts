import type { Handler } from 'hono'
import { NOT_FOUND_PATH } from '../release/render-page.ts'
import { SITE_SECURITY_HEADERS } from './security-headers.ts'
import { serveFolder } from './serve-folder.ts'

/** Files whose name changes with their content. */
const IMMUTABLE = /^\/(?:_astro|pagefind\/[^/]+)\//

/** Where the files are; asked at each request, so that a new release is served at once. */
export interface ServedRelease {
  readonly publicDir: string
}

/**
 * Serves the files of the current release, with the site's own page where there is nothing.
 * `/x` is redirected to `/x/` where that is a page.
 */
export function serveRelease(release: ServedRelease): Handler {
  return serveFolder({
    folder: () => release.publicDir,
    immutable: IMMUTABLE,
    fallback: { path: NOT_FOUND_PATH, status: 404 },
    headers: SITE_SECURITY_HEADERS,
  })
}
