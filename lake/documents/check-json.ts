import { isRecord } from './document.ts'

/** Names that JavaScript libraries look up on objects; a document with such a field could mislead them. */
const FORBIDDEN_NAMES = new Set(['__proto__', 'constructor', 'prototype', 'hasOwnProperty'])
const MAX_DEPTH = 100

/**
 * What keeps a value from being stored, as a sentence; null when nothing does.
 * Checks depth, names of fields, and that numbers can be written as JSON.
 */
export function findJsonProblem(value: unknown, path = '', depth = 0): string | null {
  if (depth > MAX_DEPTH) return `"${path.slice(0, 100)}…" is nested deeper than ${MAX_DEPTH} levels`
  if (typeof value === 'number' && !Number.isFinite(value)) return `"${path}" is not a finite number`
  if (Array.isArray(value)) {
    for (const [index, item] of value.entries()) {
      const problem = findJsonProblem(item, `${path}[${index}]`, depth + 1)
      if (problem) return problem
    }
  } else if (isRecord(value)) {
    for (const [name, item] of Object.entries(value)) {
      if (name === '' || FORBIDDEN_NAMES.has(name)) return `"${path}" has a field named "${name}"`
      const problem = findJsonProblem(item, path === '' ? name : `${path}.${name}`, depth + 1)
      if (problem) return problem
    }
  }
  return null
}

/** Values of requests may be nested so deeply: a document, and what is around it. */
export const MAX_REQUEST_DEPTH = 200

/** Whether a value is nested more deeply than anything that a request may hold. */
export function isTooDeep(value: unknown, left = MAX_REQUEST_DEPTH): boolean {
  if (typeof value !== 'object' || value === null) return false
  return left === 0 || Object.values(value).some((item) => isTooDeep(item, left - 1))
}
