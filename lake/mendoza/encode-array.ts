import { isRecord } from '../documents/document.ts'
import { jsonEqual } from '../documents/json-equal.ts'
import { OP } from './opcodes.ts'

/** Gives the operations that change one element, or null when it is to be written anew. */
type EncodeElement = (index: number, before: unknown, after: unknown) => unknown[] | null

/**
 * Operations that build `after` from slices, changed elements and new elements; null when it is to be written anew.
 * Elements are matched by `_key`, so that a moved element is copied and a changed one is told apart from a new one.
 */
export function encodeArray(
  before: readonly unknown[],
  after: readonly unknown[],
  encodeElement: EncodeElement,
): unknown[] | null {
  if (before.length === 0 || after.length === 0) return null
  const indexByKey = new Map(before.map((element, index) => [keyOf(element) ?? index, index]))
  const patch: unknown[] = []
  let slice: { from: number; to: number } | null = null
  const flush = () => {
    if (slice) patch.push(OP.arrayAppendSlice, slice.from, slice.to)
    slice = null
  }

  after.forEach((element, position) => {
    const match = indexByKey.get(keyOf(element) ?? position)
    const old = match === undefined ? undefined : before[match]
    if (match !== undefined && jsonEqual(old, element)) {
      if (slice?.to === match) slice.to = match + 1
      else {
        flush()
        slice = { from: match, to: match + 1 }
      }
      return
    }
    flush()
    const changed = match === undefined ? null : encodeElement(match, old, element)
    patch.push(...(changed ?? [OP.arrayAppendValue, element]))
  })
  flush()
  return patch
}

function keyOf(element: unknown): string | undefined {
  return isRecord(element) && typeof element['_key'] === 'string' ? element['_key'] : undefined
}
