import { createHash } from 'node:crypto'

/** Short hash of the bytes of a page, or of parts of it. */
export function hashOf(...parts: Uint8Array[]): string {
  const hash = createHash('sha256')
  for (const part of parts) hash.update(part)
  return hash.digest('base64url').slice(0, 22)
}
