import type { Handler } from 'hono'
import { createRedirector } from '../redirects/serve-redirects.ts'
import { NOT_FOUND_PATH } from '../release/render-page.ts'
import { EMBED_HEADERS, SITE_SECURITY_HEADERS } from './security-headers.ts'
import { serveFolder } from './serve-folder.ts'

/** Files whose name changes with their content. */
const IMMUTABLE = /^\/(?:_astro|pagefind\/[^/]+)\//

/** Blocks that organisations show on their own sites. */
const EMBEDS = /^\/organizacii\/[^/]+\/vstavka\/$/

/** Where the files are; asked at each request, so that a new release is served at once. */
export interface ServedRelease {
  readonly publicDir: string
  /** Brings a page that is out of date up to date; resolves at once for others. */
  renderBeforeOthers?(path: string): Promise<void>
}

/**
 * Serves the files of the current release, with the site's own page where there is nothing.
 * `/x` is redirected to `/x/` where that is a page.
 */
export function serveRelease(release: ServedRelease): Handler {
  const folder = {
    folder: () => release.publicDir,
    immutable: IMMUTABLE,
    fallback: { path: NOT_FOUND_PATH, status: 404 },
  } as const
  const pages = serveFolder({ ...folder, headers: SITE_SECURITY_HEADERS })
  const embeds = serveFolder({ ...folder, headers: EMBED_HEADERS })
  const redirect = createRedirector(folder.folder, SITE_SECURITY_HEADERS)
  return async (context, next) => {
    // A reader gets an older version rather than an error.
    await release.renderBeforeOthers?.(context.req.path).catch(() => undefined)
    return (
      (await redirect(context.req.raw)) ?? (EMBEDS.test(context.req.path) ? embeds : pages)(context, next)
    )
  }
}
