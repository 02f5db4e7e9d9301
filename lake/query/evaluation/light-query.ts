import { findNode, isNode, type GroqNode } from '../groq-node.ts'

/** Longer queries are parsed elsewhere, too. */
export const MAX_LIGHT_LENGTH = 3_000

const MAX_NODES = 250
const MAX_SEARCHES_WITHIN_EACH_OTHER = 2
/** Each may double what is there. */
const MAX_DOUBLINGS = 6
const MAX_PROJECTIONS_ON_EACH_OTHER = 3

/**
 * Whether a query is sure to take little time over few documents, so that it may be answered at once: it does not go
 * through documents for each of the documents of each document, does not multiply what it has, and has no patterns that
 * take long to match.
 */
export function isLight(tree: GroqNode): boolean {
  let nodes = 0
  let doublings = 0
  let isHeavy = false
  const visit = (value: unknown, searches: number, projections: number): void => {
    if (isHeavy) return
    if (Array.isArray(value)) {
      for (const item of value) visit(item, searches, projections)
      return
    }
    if (!isNode(value)) return
    nodes += 1
    if (value.type === 'Value') return
    if (isDoubling(value)) doublings += 1
    const isSearch = value.type === 'Everything'
    isHeavy =
      nodes > MAX_NODES ||
      doublings > MAX_DOUBLINGS ||
      projections > MAX_PROJECTIONS_ON_EACH_OTHER ||
      (isSearch && searches >= MAX_SEARCHES_WITHIN_EACH_OTHER) ||
      isHeavyByItself(value)
    for (const [field, part] of Object.entries(value)) {
      if (field === 'type') continue
      const within = field === 'expr' && hasSearch(value['base']) ? searches + 1 : searches
      const upon = value.type === 'Projection' && field === 'base' ? projections + 1 : projections
      visit(part, within, upon)
    }
  }
  visit(tree, 0, 0)
  return !isHeavy
}

function hasSearch(base: unknown): boolean {
  return findNode(base, ({ type }) => type === 'Everything') !== undefined
}

function isDoubling({ type, op, isSplat }: GroqNode): boolean {
  return (type === 'OpCall' && op === '+') || (type === 'ArrayElement' && isSplat === true)
}

function isHeavyByItself({ type, op, right, namespace, name, n, elements }: GroqNode): boolean {
  switch (type) {
    case 'OpCall':
      return op === 'match' ? !isPlainPattern(right) : op === '**'
    case 'FuncCall':
      return namespace === 'diff' || namespace === 'delta' || namespace === 'array' || name === 'split'
    case 'PipeFuncCall':
      return name === 'score'
    case 'Parent':
      return typeof n !== 'number' || n > 1
    case 'Array':
      return Array.isArray(elements) && elements.length > 50
    default:
      return false
  }
}

/** Words with a star at their end at most. */
function isPlainPattern(pattern: unknown): boolean {
  if (!isNode(pattern) || pattern.type !== 'Value') return false
  const { value } = pattern
  return (
    typeof value === 'string' &&
    value.length < 200 &&
    value.split(/\s+/).every((word) => !/\*.|\..*\*/.test(word))
  )
}
