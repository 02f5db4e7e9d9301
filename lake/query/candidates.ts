import type { Selection } from '../store/select-ids.ts'
import { readPattern } from '../store/search-index/words.ts'
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
  /** Every document of these selections matches. */
  exact: boolean
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
  if (!left || !right) {
    const one = left ?? right
    return one && { ...one, exact: false }
  }
  const condition = left.late ?? right.late
  const selections = distinct(
    left.selections.flatMap((one) => right.selections.map((other) => intersect(one, other))),
  )
  if (selections.length > MAX_SELECTIONS)
    return { selections: left.selections, exact: false, ...(condition && { late: condition }) }
  // References are narrowed by one side only, and a late condition narrows nothing yet.
  const exact =
    left.exact && right.exact && !selections.some(({ refersTo }) => refersTo !== undefined) && !condition
  return { selections, exact, ...(condition && { late: condition }) }
}

function either(left: Candidates | null, right: Candidates | null): Candidates | null {
  // A late condition holds for one side only, so neither side can be narrowed by it.
  if (!left || !right || left.late || right.late) return null
  const selections = distinct([...left.selections, ...right.selections])
  return selections.length > MAX_SELECTIONS ? null : { selections, exact: left.exact && right.exact }
}

function distinct(selections: readonly Selection[]): Selection[] {
  return [...new Map(selections.map((one) => [JSON.stringify(one), one])).values()]
}

function intersect(one: Selection, other: Selection): Selection {
  const result: Selection = { ...other, ...one }
  for (const part of ['ids', 'bases', 'types', 'slugs'] as const) {
    const [mine, theirs] = [one[part], other[part]]
    if (mine && theirs) result[part] = mine.filter((value) => theirs.includes(value))
  }
  if (one.words && other.words) result.words = [...new Set([...one.words, ...other.words])].toSorted()
  return result
}

function readComparison({ op, left, right }: GroqNode): Candidates | null {
  if (op === '==') return readEquality(left, right) ?? readEquality(right, left)
  if (op === 'match') return readMatch(left, right)
  if (op !== 'in') return null
  // `_id in [...]`, `author._ref in $ids`
  const part = partOf(left)
  const strings = readStrings(right)
  // A field that is missing is in an array with null; `_id` and `_type` are never missing.
  const isSure = part === 'ids' || part === 'types' || !holdsNull(right)
  if (part && strings && isSure) return found({ [part]: strings }, part !== 'refersTo')
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
  if (text !== null) return found({ [part]: [text] }, part !== 'refersTo')
  return isLatePart(part) && isOuter(value) ? late(part, value) : null
}

function late(part: LateCondition['part'], value: GroqNode, nullMayMatch = part === 'refersTo'): Candidates {
  return { selections: [{}], exact: false, late: { part, value, nullMayMatch } }
}

function found(selection: Selection, exact: boolean): Candidates {
  return { selections: [selection], exact }
}

/** `title match "school*"`, `[title, pt::text(body)] match $words`: texts that are the document's own. */
function readMatch(text: unknown, pattern: unknown): Candidates | null {
  const patterns = readStrings(pattern)
  if (!patterns || !isOwnText(text)) return null
  const words = [...new Set(patterns.flatMap(readPattern))].toSorted()
  return words.length === 0 ? null : found({ words }, false)
}

/** Whether every word of the value is a word of the document's texts, or of its Portable Text. */
function isOwnText(node: unknown): boolean {
  if (!isNode(node)) return false
  const { type, namespace, name, args, elements } = node
  if (type === 'Array' && Array.isArray(elements))
    return elements.every((element) => isNode(element) && isOwnText(element['value']))
  if (type === 'FuncCall' && Array.isArray(args)) {
    if (namespace === 'pt' && name === 'text') return isOwnPath(args[0]) && args[0] !== undefined
    return namespace === 'global' && name === 'coalesce' && args.every(isOwnText)
  }
  return type !== 'This' && isOwnPath(node)
}

/** The id of `_id > "id"`, where a filter has it as one of its conditions. */
export function readAfter(filter: unknown): string | null {
  if (!isNode(filter)) return null
  const { type, op, left, right, base } = filter
  if (type === 'Group') return readAfter(base)
  if (type === 'And') return readAfter(left) ?? readAfter(right)
  return type === 'OpCall' && op === '>' && partOf(left) === 'ids' ? readString(right) : null
}

function readFunction({ namespace, name, args }: GroqNode): Candidates | null {
  if (!Array.isArray(args)) return null
  const [first]: unknown[] = args
  if (namespace === 'global' && name === 'references') {
    const strings = args.map((argument: unknown) => readStrings(argument))
    if (strings.every((list) => list !== null)) return found({ refersTo: strings.flat() }, false)
    return args.length === 1 && isOuter(first) ? late('refersTo', first, false) : null
  }
  if (namespace === 'sanity' && name === 'versionOf') {
    const base = readString(first)
    return base === null ? null : found({ bases: [base] }, false)
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
