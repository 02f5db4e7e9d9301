import type { Handler } from 'hono'
import type { RenderedPage } from '../site-bundle/built-site.ts'
import { SITE_SECURITY_HEADERS } from '../serve/security-headers.ts'
import { addPreviewParts, rewriteLinks } from './rewrite-links.ts'

/** Where previews live. */
export const PREVIEW_BASE = '/preview'
const SCRIPT = `${PREVIEW_BASE}/visual-editing.js`

const HEADERS = {
  ...SITE_SECURITY_HEADERS,
  'Cache-Control': 'private, no-store',
  'X-Robots-Tag': 'noindex, nofollow',
} as const

const MISSING = '<p>Такой страницы нет: проверьте, заполнен ли у документа адрес.</p>'
const BROKEN =
  '<p>Черновик пока не удаётся показать: в нём не хватает полей. Заполните обязательные поля и обновите страницу.</p>'

/**
 * Serves pages with drafts under `/preview/`, for people who are signed in.
 * @param isSignedIn asked for every request; everyone else is sent to the Studio to sign in
 */
export function servePreview(
  render: (path: string, request: Request) => Promise<RenderedPage>,
  isSignedIn: (request: Request) => boolean | Promise<boolean>,
  reportError: (error: unknown) => void,
): Handler {
  return async ({ req }) => {
    if (!(await isSignedIn(req.raw))) return redirectToStudio()
    const path = new URL(req.url).pathname.slice(PREVIEW_BASE.length) || '/'
    try {
      return respond(await render(path, req.raw))
    } catch (error) {
      reportError(error)
      return page(500, frame(BROKEN))
    }
  }
}

function respond({ status, contentType, body }: RenderedPage): Response {
  if (!contentType.startsWith('text/html')) {
    const bytes = typeof body === 'string' ? body : new Uint8Array(body)
    return new Response(bytes, { status, headers: { ...HEADERS, 'Content-Type': contentType } })
  }
  const html = typeof body === 'string' ? body : new TextDecoder().decode(body)
  return page(status, status === 404 && html === '' ? frame(MISSING) : html)
}

function page(status: number, html: string): Response {
  const headers = { ...HEADERS, 'Content-Type': 'text/html; charset=utf-8' }
  return new Response(addPreviewParts(rewriteLinks(html, PREVIEW_BASE), SCRIPT), { status, headers })
}

function frame(text: string): string {
  return `<!doctype html><html lang="ru"><head><meta charset="utf-8"><title>Предпросмотр</title></head><body>${text}</body></html>`
}

function redirectToStudio(): Response {
  return new Response(null, { status: 302, headers: { ...HEADERS, Location: '/studio/' } })
}
