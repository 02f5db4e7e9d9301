import { randomBytes } from 'node:crypto'
import { isRecord } from '../documents/document.ts'

/** A copy in which every object directly in an array has a `_key`. */
export function addArrayKeys(value: unknown): unknown {
  if (Array.isArray(value)) {
    return value.map((item: unknown) => {
      const keyed = addArrayKeys(item)
      return isRecord(keyed) && keyed['_key'] === undefined ? { ...keyed, _key: createKey() } : keyed
    })
  }
  if (!isRecord(value)) return value
  return Object.fromEntries(Object.entries(value).map(([name, item]) => [name, addArrayKeys(item)]))
}

function createKey(): string {
  return randomBytes(6).toString('hex')
}
