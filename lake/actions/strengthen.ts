import { isRecord } from '../documents/document.ts'

/**
 * A copy in which every reference that was weak only until its target is published is what it is meant to be: strong,
 * unless its field is weak. @see https://www.sanity.io/docs/content-lake/references (`_strengthenOnPublish`)
 */
export function strengthenReferences(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(strengthenReferences)
  if (!isRecord(value)) return value
  const { _strengthenOnPublish: strengthen, _weak, ...fields } = value
  const copy = Object.fromEntries(
    Object.entries(fields).map(([name, item]) => [name, strengthenReferences(item)]),
  )
  const isMarked = typeof value['_ref'] === 'string' && isRecord(strengthen)
  if (isMarked) return strengthen['weak'] === true ? { ...copy, ...('_weak' in value && { _weak }) } : copy
  return {
    ...copy,
    ...('_weak' in value && { _weak }),
    ...('_strengthenOnPublish' in value && { _strengthenOnPublish: strengthen }),
  }
}
