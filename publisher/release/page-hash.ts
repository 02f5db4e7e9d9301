import { hash } from 'node:crypto'

/** Short hash of the bytes of a page, or of parts of it. */
export function hashOf(...parts: Uint8Array[]): string {
  const [only, ...more] = parts
  const bytes = only !== undefined && more.length === 0 ? only : Buffer.concat(parts)
  return hash('sha256', bytes, 'base64url').slice(0, 22)
}
