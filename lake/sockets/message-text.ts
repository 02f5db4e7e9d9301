import type { RawData } from 'ws'

/** The text of a message; null for a binary one. */
export function readMessageText(data: RawData, isBinary: boolean): string | null {
  return !isBinary && Buffer.isBuffer(data) ? data.toString('utf8') : null
}
