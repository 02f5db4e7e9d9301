import { isNode, type GroqNode } from './groq-node.ts'

/**
 * Rewrites a parsed query into one that the evaluator understands as the specification does:
 * - `path(a) in path(b)`, which it knows for strings on the left only;
 * - `array::unique` of an array with nulls, which are equal to each other. They come last as one null.
 */
export function desugar(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(desugar)
  if (!isNode(value) || value.type === 'Value') return value
  const node: GroqNode = { type: value.type }
  for (const [field, part] of Object.entries(value)) node[field] = field === 'type' ? part : desugar(part)
  if (node.type === 'OpCall' && node['op'] === 'in') return readPathTest(node)
  return isCall(node, 'array', 'unique') ? uniteNulls(node) : node
}

function readPathTest(node: GroqNode): GroqNode {
  const { left, right } = node
  if (!isCall(left, 'global', 'path') || !isCall(right, 'global', 'path')) return node
  const [text] = argumentsOf(left)
  return { ...node, left: text }
}

/** `[array][]{…}[0]` gives the array a name, so that it is evaluated once. */
function uniteNulls(call: GroqNode): GroqNode {
  const [array] = argumentsOf(call)
  const current: GroqNode = { type: 'This' }
  const unique = (part: GroqNode): GroqNode => ({ ...call, args: [part] })
  const compact: GroqNode = { type: 'FuncCall', namespace: 'array', name: 'compact', args: [current] }
  const constant: GroqNode = { type: 'Value', value: null }
  const united: GroqNode = {
    type: 'Select',
    alternatives: [
      {
        type: 'SelectAlternative',
        condition: { type: 'OpCall', op: 'in', left: constant, right: current },
        value: { type: 'OpCall', op: '+', left: unique(compact), right: listOf(constant) },
      },
    ],
    fallback: unique(current),
  }
  return { type: 'AccessElement', base: { type: 'Map', base: listOf(array), expr: united }, index: 0 }
}

function listOf(value: unknown): GroqNode {
  return { type: 'Array', elements: [{ type: 'ArrayElement', value, isSplat: false }] }
}

function isCall(node: unknown, namespace: string, name: string): node is GroqNode {
  return isNode(node) && node.type === 'FuncCall' && node['namespace'] === namespace && node['name'] === name
}

function argumentsOf({ args }: GroqNode): unknown[] {
  return Array.isArray(args) ? args : []
}
