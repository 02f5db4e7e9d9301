import { isRecord } from '../documents/document.ts'
import { jsonEqual } from '../documents/json-equal.ts'
import { encodeArray } from './encode-array.ts'
import { encodeString } from './encode-string.ts'
import { OP } from './opcodes.ts'

/** A mendoza patch: opcodes with their operands, in one flat list. */
export type Patch = readonly unknown[]

/**
 * The patch that turns one JSON value into another, for any mendoza decoder; null stands for "no document".
 * Empty when nothing changes.
 *
 * Fields are named by their place in the sorted keys of the object before: encode documents without `_rev`, as
 * listeners and history do.
 *
 * @see https://github.com/sanity-io/mendoza/blob/master/docs/format.adoc
 */
export function encode(before: unknown, after: unknown): Patch {
  if (jsonEqual(before, after)) return []
  if (!isRecord(before) || !isRecord(after)) return [OP.value, after]
  const patch: unknown[] = []
  encodeFields(before, after, patch)
  return patch
}

function encodeFields(
  before: Record<string, unknown>,
  after: Record<string, unknown>,
  patch: unknown[],
): void {
  // Decoders number the fields in this order: JavaScript's default.
  const keys = Object.keys(before).toSorted()
  keys.forEach((key, index) => {
    if (!Object.hasOwn(after, key)) {
      patch.push(OP.objectDeleteField, index)
      return
    }
    const [old, value] = [before[key], after[key]]
    if (jsonEqual(old, value)) return
    if (isRecord(old) && isRecord(value)) {
      patch.push(OP.pushFieldCopy, index)
      encodeFields(old, value, patch)
      patch.push(OP.returnIntoObjectSameKeyPop)
      return
    }
    const content = encodeContent(old, value)
    if (content) patch.push(OP.pushFieldBlank, index, ...content, OP.returnIntoObjectSameKeyPop)
    else patch.push(OP.objectSetFieldValue, value, key)
  })
  for (const [key, value] of Object.entries(after)) {
    if (!Object.hasOwn(before, key)) patch.push(OP.objectSetFieldValue, value, key)
  }
}

/** Builds a changed array or string out of the old one; null when writing it anew is no longer. */
function encodeContent(before: unknown, after: unknown): unknown[] | null {
  if (typeof before === 'string' && typeof after === 'string') return encodeString(before, after)
  if (Array.isArray(before) && Array.isArray(after)) return encodeArray(before, after, encodeElement)
  return null
}

/** Operations that push the element at `index` of the old array, changed, and return it into the new one. */
function encodeElement(index: number, before: unknown, after: unknown): unknown[] | null {
  if (isRecord(before) && isRecord(after)) {
    const patch: unknown[] = [OP.pushElementCopy, index]
    encodeFields(before, after, patch)
    return [...patch, OP.returnIntoArrayPop]
  }
  const content = encodeContent(before, after)
  return content && [OP.pushElementBlank, index, ...content, OP.returnIntoArrayPop]
}
