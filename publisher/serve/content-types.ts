import { extname } from 'node:path'

const TYPES = {
  '.css': 'text/css; charset=utf-8',
  '.csv': 'text/csv; charset=utf-8',
  '.docx': 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
  '.gif': 'image/gif',
  '.html': 'text/html; charset=utf-8',
  '.ico': 'image/x-icon',
  '.ics': 'text/calendar; charset=utf-8',
  '.jpeg': 'image/jpeg',
  '.jpg': 'image/jpeg',
  '.js': 'text/javascript; charset=utf-8',
  '.json': 'application/json; charset=utf-8',
  '.mjs': 'text/javascript; charset=utf-8',
  '.pdf': 'application/pdf',
  '.png': 'image/png',
  '.svg': 'image/svg+xml',
  '.txt': 'text/plain; charset=utf-8',
  '.webmanifest': 'application/manifest+json; charset=utf-8',
  '.webp': 'image/webp',
  '.woff2': 'font/woff2',
  '.xml': 'application/xml; charset=utf-8',
} as const satisfies Record<string, string>

const types = new Map<string, string>(Object.entries(TYPES))

/** The media type of a file by its name; bytes of no known kind are `application/octet-stream`. */
export function contentTypeOf(path: string): string {
  return types.get(extname(path).toLowerCase()) ?? 'application/octet-stream'
}

/** Whether a path ends like the name of a file of a known kind; `…/activities[2].deadlines` does not. */
export function looksLikeFile(path: string): boolean {
  return types.has(extname(path).toLowerCase())
}
