import { OP } from './opcodes.ts'

/** Shorter common parts are not worth their operands. */
const MIN_COMMON = 4

/**
 * Operations that build `after` from the common beginning and end of `before`; null when too little is common.
 *
 * Slices reach to the start or to the end of the old string only: decoders miscount the end of a slice that stands
 * in the middle of text outside ASCII.
 */
export function encodeString(before: string, after: string): unknown[] | null {
  const prefix = commonPrefix(before, after)
  const suffix = commonSuffix(before.slice(prefix), after.slice(prefix))
  if (prefix + suffix < MIN_COMMON) return null
  const middle = after.slice(prefix, after.length - suffix)
  const size = Buffer.byteLength(before)
  return [
    ...(prefix > 0 ? [OP.stringAppendSlice, 0, Buffer.byteLength(before.slice(0, prefix))] : []),
    ...(middle === '' ? [] : [OP.stringAppendString, middle]),
    ...(suffix > 0
      ? [OP.stringAppendSlice, size - Buffer.byteLength(before.slice(before.length - suffix)), size]
      : []),
  ]
}

/** Length of the common beginning, in code units, never within a surrogate pair. */
function commonPrefix(left: string, right: string): number {
  const end = Math.min(left.length, right.length)
  let length = 0
  while (length < end && left.charCodeAt(length) === right.charCodeAt(length)) length++
  const splits = length > 0 && isHighSurrogate(left.charCodeAt(length - 1))
  return splits ? length - 1 : length
}

/** Length of the common end, in code units, never within a surrogate pair. */
function commonSuffix(left: string, right: string): number {
  const end = Math.min(left.length, right.length)
  let length = 0
  while (
    length < end &&
    left.charCodeAt(left.length - 1 - length) === right.charCodeAt(right.length - 1 - length)
  ) {
    length++
  }
  const splits = length > 0 && isLowSurrogate(left.charCodeAt(left.length - length))
  return splits ? length - 1 : length
}

function isHighSurrogate(code: number): boolean {
  return code >= 0xd800 && code <= 0xdbff
}

function isLowSurrogate(code: number): boolean {
  return code >= 0xdc00 && code <= 0xdfff
}
