import { findNode, isNode, type GroqNode } from './groq-node.ts'

/**
 * Whether a node is a search that gives the same wherever it stands: `*[_type == "a"][].to._ref`. What it gives is
 * read from documents unchanged, or counted.
 */
export function isClosedSearch(node: GroqNode): boolean {
  const isCount = node.type === 'FuncCall' && node['namespace'] === 'global' && node['name'] === 'count'
  const searched: unknown = isCount && Array.isArray(node['args']) ? node['args'][0] : node
  return (
    isNode(searched) &&
    searched.type !== 'Everything' &&
    isSearch(searched) &&
    findNode(searched, ({ type }) => type === 'Parent') === undefined
  )
}

function isSearch(node: unknown): boolean {
  if (!isNode(node)) return false
  const { type, name, base, expr } = node
  switch (type) {
    case 'Everything':
      return true
    case 'Filter':
    case 'Slice':
    case 'AccessElement':
    case 'AccessAttribute':
    case 'ArrayCoerce':
    case 'Group':
    case 'Deref':
      return isSearch(base)
    case 'PipeFuncCall':
      return name === 'order' && isSearch(base)
    case 'Map':
    case 'FlatMap':
      return isSearch(base) && isReading(expr)
    default:
      return false
  }
}

/** Whether the expression only takes parts out of a value: what is computed may be of a kind that JSON has not. */
function isReading(node: unknown): boolean {
  if (!isNode(node)) return node === undefined
  switch (node.type) {
    case 'This':
      return true
    case 'AccessAttribute':
    case 'AccessElement':
    case 'ArrayCoerce':
    case 'Group':
    case 'Deref':
      return isReading(node['base'])
    case 'Map':
    case 'FlatMap':
      return isReading(node['base']) && isReading(node['expr'])
    default:
      return false
  }
}
