import { isRecord } from '../documents/document.ts'

/** A node of a parsed query. What fields there are depends on `type`. */
export interface GroqNode {
  type: string
  [field: string]: unknown
}

export function isNode(value: unknown): value is GroqNode {
  return isRecord(value) && typeof value['type'] === 'string'
}

/** The first node, in no particular order, that meets the condition. */
export function findNode(value: unknown, condition: (node: GroqNode) => boolean): GroqNode | undefined {
  const stack = [value]
  while (stack.length > 0) {
    const next = stack.pop()
    if (Array.isArray(next)) stack.push(...next)
    else if (isNode(next)) {
      if (condition(next)) return next
      // A value in the query may be data of any size: there are no nodes in it.
      if (next.type !== 'Value') stack.push(...Object.values(next))
    }
  }
  return undefined
}
