import { applyPatch } from 'mendoza'
import { isRecord } from '../documents/document.ts'
import type { Patch } from './encode.ts'

/**
 * The value that a patch makes of an object, or of null for "no document".
 * @throws Error when the result is neither: the patch was not made for this value.
 */
export function apply(before: Record<string, unknown> | null, patch: Patch): Record<string, unknown> | null {
  const after: unknown = applyPatch(before, [...patch])
  if (after === null || isRecord(after)) return after
  throw new Error(`A patch made ${typeof after} of a document: history is damaged`)
}
