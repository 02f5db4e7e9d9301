import { isRecord } from './document.ts'

/** A reference found in a document. `path` is a JSON path such as `items[0].author`. */
export interface OutgoingReference {
  target: string
  weak: boolean
  path: string
}

/**
 * Every reference of a value, at any depth, in document order.
 * A reference into another dataset counts as weak: the lake cannot watch its target.
 */
export function findReferences(value: unknown): OutgoingReference[] {
  const found: OutgoingReference[] = []
  collect(value, '', found)
  return found
}

function collect(value: unknown, path: string, found: OutgoingReference[]): void {
  if (Array.isArray(value)) {
    value.forEach((item: unknown, index) => collect(item, `${path}[${index}]`, found))
  } else if (isRecord(value)) {
    if (typeof value['_ref'] === 'string') {
      const elsewhere = typeof value['_dataset'] === 'string' || typeof value['_projectId'] === 'string'
      found.push({ target: value['_ref'], weak: value['_weak'] === true || elsewhere, path })
    }
    for (const [key, item] of Object.entries(value))
      collect(item, path === '' ? key : `${path}.${key}`, found)
  }
}
