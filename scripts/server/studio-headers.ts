import { createHash } from 'node:crypto'
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'

/** Where the Studio may connect when its content lies at Sanity. */
const HOSTED = 'https://*.api.sanity.io wss://*.api.sanity.io https://api.sanity.io'

/**
 * Headers of the Studio: like those of the site, with the sockets, workers and pictures it works with. Scripts that
 * stand in its page are allowed by their hash.
 * @param studioDir folder of the built Studio
 */
export async function studioHeaders(studioDir: string, hosted: boolean): Promise<Record<string, string>> {
  const page = await readFile(join(studioDir, 'index.html'), 'utf8')
  const inline = [...page.matchAll(/<script>([\s\S]*?)<\/script>/g)].map(
    ([, code = '']) => `'sha256-${hashOf(code)}'`,
  )
  return {
    'Content-Security-Policy': [
      "default-src 'self'",
      ['script-src', "'self'", ...inline].join(' '),
      "style-src 'self' 'unsafe-inline'",
      `img-src 'self' data: blob:${hosted ? ' https://cdn.sanity.io' : ''}`,
      "font-src 'self' data:",
      `connect-src 'self' data: blob:${hosted ? ` ${HOSTED}` : ''}`,
      "worker-src 'self' blob:",
      "media-src 'self' blob:",
      "object-src 'none'",
      "base-uri 'self'",
      "form-action 'self'",
      "frame-ancestors 'none'",
    ].join('; '),
    'X-Content-Type-Options': 'nosniff',
    'Referrer-Policy': 'same-origin',
    'Permissions-Policy': 'camera=(), geolocation=(), microphone=()',
  }
}

function hashOf(code: string): string {
  return createHash('sha256').update(code).digest('base64')
}
