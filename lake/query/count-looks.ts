import { isNode, type GroqNode } from './groq-node.ts'

/**
 * About how often documents are looked at while a planned query is evaluated: a search within a search looks at its
 * documents once for each of those around it. What cannot be told beforehand counts as one.
 * @param all how many documents `*` means
 */
export function countLooks(tree: GroqNode, all: number): number {
  let looks = 0
  const visit = (value: unknown, times: number): void => {
    if (Array.isArray(value)) {
      for (const item of value) visit(item, times)
      return
    }
    if (!isNode(value) || value.type === 'Value') return
    const { type, base, expr, args } = value
    const each = isLoop(type) ? times * countElements(base, all) : times
    if (each > times) looks += each
    for (const [field, part] of Object.entries(value)) {
      if (field === 'type') continue
      const isInner = part === expr || (type === 'PipeFuncCall' && part === args)
      visit(part, isInner ? each : times)
    }
  }
  visit(tree, 1)
  return looks
}

function isLoop(type: string): boolean {
  return type === 'Filter' || type === 'Map' || type === 'FlatMap' || type === 'PipeFuncCall'
}

/** The documents that a value is made of, at most. */
function countElements(node: unknown, all: number): number {
  if (!isNode(node)) return 1
  switch (node.type) {
    case 'Everything':
      return Math.max(1, all)
    case 'Value':
      return Array.isArray(node['value']) ? Math.max(1, node['value'].length) : 1
    case 'Filter':
    case 'Map':
    case 'FlatMap':
    case 'ArrayCoerce':
    case 'Group':
    case 'PipeFuncCall':
      return countElements(node['base'], all)
    case 'Slice':
      return Math.min(countElements(node['base'], all), readLength(node))
    default:
      return 1
  }
}

/** How many elements a slice has at most. */
function readLength({ left, right, isInclusive }: GroqNode): number {
  if (typeof left !== 'number' || typeof right !== 'number' || left < 0 || right < left)
    return Number.POSITIVE_INFINITY
  return right - left + (isInclusive === true ? 1 : 0)
}
