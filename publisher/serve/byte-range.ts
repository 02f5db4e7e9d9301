/** Bytes of a file, both ends included. */
export interface ByteRange {
  first: number
  last: number
}

/**
 * The part of a file that a reader asks for.
 * @param header value of `Range`
 * @param size of the file, bytes
 * @returns null when the whole file is to be sent: none, several or senseless ranges are asked for; 'beyond' when the
 *   file has no such bytes
 */
export function readRange(header: string | undefined, size: number): ByteRange | 'beyond' | null {
  const [, from = '', to = ''] = /^bytes=\s*(\d*)\s*-\s*(\d*)\s*$/i.exec(header ?? '') ?? []
  if (from === '' && to === '') return null
  if (from === '') {
    const length = Math.min(Number(to), size)
    return length === 0 ? 'beyond' : { first: size - length, last: size - 1 }
  }
  const first = Number(from)
  if (to !== '' && Number(to) < first) return null
  return first >= size ? 'beyond' : { first, last: Math.min(to === '' ? Infinity : Number(to), size - 1) }
}
