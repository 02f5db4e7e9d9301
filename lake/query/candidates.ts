import type { Selection } from '../store/documents.ts'
import { isNode, type GroqNode } from './groq-node.ts'

/** A value that is known only while the query runs, as `^._id` in a filter within a projection. */
export interface LateCondition {
  part: 'ids' | 'refersTo'
  /** The expression that gives the id or ids. */
  value: GroqNode
  /** Whether documents may match when the value is null, as a missing field equals it. */
  nullMayMatch: boolean
}

/**
 * What a filter says about where its matches are. Every match of the filter is among the documents that one of the
 * selections means, and meets the late condition; other documents may be among them too.
 */
export interface Candidates {
  selections: readonly Selection[]
  late?: LateCondition
}

const MAX_SELECTIONS = 64

/** @returns null when the filter says nothing that the store has an index for */
export function findCandidates(filter: unknown): Candidates | null {
  if (!isNode(filter)) return null
  switch (filter.type) {
    case 'Group':
      return findCandidates(filter['base'])
    case 'And':
      return both(findCandidates(filter['left']), findCandidates(filter['right']))
    case 'Or':
      return either(findCandidates(filter['left']), findCandidates(filter['right']))
    case 'OpCall':
      return readComparison(filter)
    case 'FuncCall':
      return readFunction(filter)
    default:
      return null
  }
}

function both(left: Candidates | null, right: Candidates | null): Candidates | null {
  if (!left || !right) return left ?? right
  const selections = left.selections.flatMap((one) => right.selections.map((other) => intersect(one, other)))
  const lateCondition = left.late ?? right.late
  if (selections.length > MAX_SELECTIONS)
    return { selections: left.selections, ...(lateCondition && { late: lateCondition }) }
  return { selections, ...(lateCondition && { late: lateCondition }) }
}

function either(left: Candidates | null, right: Candidates | null): Candidates | null {
  // A late condition holds for one side only, so neither side can be narrowed by it.
  if (!left || !right || left.late || right.late) return null
  const selections = [...left.selections, ...right.selections]
  return selections.length > MAX_SELECTIONS ? null : { selections }
}

function intersect(one: Selection, other: Selection): Selection {
  const result: Selection = { ...other, ...one }
  for (const part of ['ids', 'bases', 'types', 'slugs'] as const) {
    const [mine, theirs] = [one[part], other[part]]
    if (mine && theirs) result[part] = mine.filter((value) => theirs.includes(value))
  }
  return result
}

function readComparison({ op, left, right }: GroqNode): Candidates | null {
  if (op === '==') return readEquality(left, right) ?? readEquality(right, left)
  if (op !== 'in') return null
  // `_id in [...]`, `author._ref in $ids`
  const part = partOf(left)
  const strings = readStrings(right)
  // A field that is missing is in an array with null; `_id` and `_type` are never missing.
  const isSure = part === 'ids' || part === 'types' || !holdsNull(right)
  if (part && strings && isSure) return { selections: [{ [part]: strings }] }
  if (part && isLatePart(part) && isOuter(right)) return late(part, right)
  // `$id in authors[]._ref`
  if (partOf(right) === 'refersTo') return conditionOn('refersTo', left)
  return null
}

function readEquality(left: unknown, right: unknown): Candidates | null {
  const part = partOf(left)
  return part && conditionOn(part, right)
}

type Part = 'ids' | 'types' | 'slugs' | 'refersTo'

function isLatePart(part: Part): part is LateCondition['part'] {
  return part === 'ids' || part === 'refersTo'
}

function conditionOn(part: Part, value: unknown): Candidates | null {
  const text = readString(value)
  if (text !== null) return { selections: [{ [part]: [text] }] }
  return isLatePart(part) && isOuter(value) ? late(part, value) : null
}

function late(part: LateCondition['part'], value: GroqNode, nullMayMatch = part === 'refersTo'): Candidates {
  return { selections: [{}], late: { part, value, nullMayMatch } }
}

function readFunction({ namespace, name, args }: GroqNode): Candidates | null {
  if (!Array.isArray(args)) return null
  const [first]: unknown[] = args
  if (namespace === 'global' && name === 'references') {
    const strings = args.map((argument: unknown) => readStrings(argument))
    if (strings.every((list) => list !== null)) return { selections: [{ refersTo: strings.flat() }] }
    return args.length === 1 && isOuter(first) ? late('refersTo', first, false) : null
  }
  if (namespace === 'sanity' && name === 'versionOf') {
    const base = readString(first)
    return base === null ? null : { selections: [{ bases: [base] }] }
  }
  return null
}

/** What part of a selection speaks of this expression about the document. */
function partOf(expression: unknown): Part | null {
  if (!isNode(expression)) return null
  const { type, name, base } = expression
  if (type === 'AccessAttribute' && base === undefined) {
    return name === '_id' ? 'ids' : name === '_type' ? 'types' : name === '_ref' ? 'refersTo' : null
  }
  if (type === 'AccessAttribute' && name === 'current' && isNode(base)) {
    return base.type === 'AccessAttribute' && base['name'] === 'slug' && base['base'] === undefined
      ? 'slugs'
      : null
  }
  // Comparing a field with a reference's id means referring to it, at whatever depth the field is.
  return isOwnPath(expression) && endsInReference(expression) ? 'refersTo' : null
}

/** Whether the expression only goes down into the document itself. */
function isOwnPath(node: unknown): boolean {
  if (!isNode(node)) return node === undefined
  switch (node.type) {
    case 'This':
      return true
    case 'AccessAttribute':
    case 'ArrayCoerce':
    case 'Group':
      return isOwnPath(node['base'])
    case 'Map':
    case 'FlatMap':
      return isOwnPath(node['base']) && isOwnPath(node['expr'])
    default:
      return false
  }
}

function endsInReference({ type, name, expr }: GroqNode): boolean {
  if (type === 'AccessAttribute') return name === '_ref'
  return (type === 'Map' || type === 'FlatMap') && isNode(expr) && endsInReference(expr)
}

/** Whether the value comes from the scope around the filter alone: `^._id`, `^.items[]._ref`. */
function isOuter(node: unknown): node is GroqNode {
  if (!isNode(node)) return false
  switch (node.type) {
    case 'Parent':
      return true
    case 'AccessAttribute':
    case 'ArrayCoerce':
    case 'Group':
    case 'Deref':
      return isOuter(node['base'])
    case 'Map':
    case 'FlatMap':
      return isOuter(node['base']) && isOwnPath(node['expr'])
    default:
      return false
  }
}

function readString(node: unknown): string | null {
  return isNode(node) && node.type === 'Value' && typeof node['value'] === 'string' ? node['value'] : null
}

/** Whether an array of constants has a null among them. */
function holdsNull(node: unknown): boolean {
  if (!isNode(node)) return false
  if (node.type === 'Value') return Array.isArray(node['value']) && node['value'].includes(null)
  const elements: unknown[] = Array.isArray(node['elements']) ? node['elements'] : []
  return elements.some((element) => {
    const constant = isNode(element) ? element['value'] : undefined
    return isNode(constant) && constant.type === 'Value' && constant['value'] === null
  })
}

/** The strings of a string, or of an array of constants; other constants match no id and are left out. */
function readStrings(node: unknown): string[] | null {
  if (!isNode(node)) return null
  if (node.type === 'Value') {
    const { value } = node
    if (typeof value === 'string') return [value]
    return Array.isArray(value) ? value.filter((item) => typeof item === 'string') : null
  }
  if (node.type !== 'Array' || !Array.isArray(node['elements'])) return null
  const strings: string[] = []
  for (const element of node['elements']) {
    if (!isNode(element) || element['isSplat'] === true) return null
    const constant = element['value']
    if (!isNode(constant) || constant.type !== 'Value') return null
    if (typeof constant['value'] === 'string') strings.push(constant['value'])
  }
  return strings
}
