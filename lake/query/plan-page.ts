import type { LakeDocument } from '../documents/document.ts'
import type { Selection } from '../store/select-ids.ts'
import type { WalkOrder } from '../store/walk.ts'
import { findCandidates, readAfter, type Candidates } from './candidates.ts'
import type { DocumentSource } from './document-source.ts'
import { findNode, isNode, type GroqNode } from './groq-node.ts'
import { readOrder } from './read-order.ts'

/** What the beginning of an ordered list needs: `*[filter] | order(first, …)[0...limit]`. */
interface Page {
  /** The filters, from the inside out; `*` itself when there is none. */
  filters: readonly unknown[]
  order: WalkOrder
  limit: number
}

/** A place in the tree where documents may stand for `*[filter]`. */
interface Found {
  page: Page
  /** Puts documents in the place of `*[filter]`. */
  replace: (documents: GroqNode) => GroqNode
}

/** Gives those of the documents that pass the filter, in the scope of the whole query. */
export type Sift = (filter: GroqNode, documents: readonly LakeDocument[]) => LakeDocument[]

/** More are not worth the walk. */
const MAX_LIMIT = 5_000

/**
 * Replaces `*[filter]` below an order and a slice by the first documents in that order, found by an index. Order and
 * slice stay and decide: the documents given are at least those that the slice needs.
 * @param isOuter whether the node is outside of all scopes, so that `^` means nothing in it
 * @returns null when the node is no such slice or no index knows the order
 */
export function planPage(
  node: GroqNode,
  isOuter: boolean,
  { source, sift, prepare }: { source: DocumentSource; sift: Sift; prepare: (filter: unknown) => unknown },
): GroqNode | null {
  if (!source.walk) return null
  const found = findPage(node)
  if (!found || found.page.limit > MAX_LIMIT) return null
  const { filters, order, limit } = found.page
  if (!isOuter && findNode(node, ({ type }) => type === 'Parent')) return null
  if (findNode(filters, needsScopeOrTime)) return null
  const conditions = filters.flatMap((filter) => findCandidates(filter) ?? [])
  const narrow = conditions.some(({ selections, late }) => late ?? selections.every(isNarrow))
  if (narrow) return null
  const types = intersectTypes(conditions.map(({ selections }) => readTypes(selections)))
  const after = order === 'id' ? filters.map(readAfter).find((id) => id !== null) : undefined
  const words = readWords(conditions)
  const walk = source.walk({
    types,
    order,
    ...(typeof after === 'string' && { after }),
    ...(words && { words }),
  })
  if (!walk) return null
  const prepared = filters.map(prepare)
  // What still needs all documents would need them for every batch.
  if (findNode(prepared, ({ type }) => type === 'Everything')) return null
  const test = (documents: LakeDocument[]) =>
    prepared.reduce<LakeDocument[]>((left, filter) => (isNode(filter) ? sift(filter, left) : left), documents)
  const first = new Map<string, LakeDocument>()
  for (const document of test(walk.loose)) first.set(document._id, document)
  for (const way of walk.ways)
    for (const document of takeFirst(way, limit, test)) first.set(document._id, document)
  const documents = [...first.values()].toSorted((one, other) => (one._id < other._id ? -1 : 1))
  return found.replace({ type: 'Value', value: documents })
}

/**
 * Goes through the documents of `*[filter]` in parts, keeping only those that pass, where no index narrows them: all of
 * them at once may be more than there is room for.
 * @returns null when the node is no such filter, or an index narrows it
 */
export function scan(
  node: GroqNode,
  isOuter: boolean,
  { source, sift, prepare }: { source: DocumentSource; sift: Sift; prepare: (filter: unknown) => unknown },
): Iterable<LakeDocument[]> | null {
  const filters = node.type === 'Filter' ? readFilters(node) : null
  if (!source.walk || !filters) return null
  if (!isOuter && findNode(node, ({ type }) => type === 'Parent')) return null
  if (findNode(filters, needsScopeOrTime)) return null
  const conditions = filters.flatMap((filter) => findCandidates(filter) ?? [])
  if (conditions.some(({ selections, late }) => late ?? selections.every(isNarrow))) return null
  const types = intersectTypes(conditions.map(({ selections }) => readTypes(selections)))
  const words = readWords(conditions)
  const walk = source.walk({ types, order: 'id', ...(words && { words }) })
  const prepared = filters.map(prepare)
  if (!walk || findNode(prepared, ({ type }) => type === 'Everything')) return null
  return siftAll([[walk.loose], ...walk.ways], (documents) =>
    prepared.reduce<LakeDocument[]>(
      (left, filter) => (isNode(filter) ? sift(filter, left) : left),
      documents,
    ),
  )
}

function* siftAll(
  ways: Iterable<Iterable<LakeDocument[]>>,
  test: (documents: LakeDocument[]) => LakeDocument[],
): Generator<LakeDocument[]> {
  for (const way of ways) for (const batch of way) yield test(batch)
}

function takeFirst(
  way: Iterable<LakeDocument[]>,
  limit: number,
  test: (documents: LakeDocument[]) => LakeDocument[],
): LakeDocument[] {
  const taken: LakeDocument[] = []
  if (limit === 0) return taken
  for (const batch of way) {
    taken.push(...test(batch))
    if (taken.length >= limit) break
  }
  return taken
}

function findPage(node: GroqNode): Found | null {
  const limit = readLimit(node)
  if (limit === null) return null
  return findOrdered(node['base'], limit, (base) => ({ ...node, base }))
}

/** How many elements from the beginning a slice or access needs; null when it counts from the end. */
function readLimit({ type, left, right, isInclusive, index }: GroqNode): number | null {
  if (type === 'AccessElement') return typeof index === 'number' && index >= 0 ? index + 1 : null
  if (type !== 'Slice' || typeof left !== 'number' || typeof right !== 'number') return null
  if (left < 0 || right < 0) return null
  return isInclusive === true ? right + 1 : right
}

/** Goes down through what neither drops nor moves elements. */
function findOrdered(node: unknown, limit: number, replace: Found['replace']): Found | null {
  if (!isNode(node)) return null
  const within = (base: GroqNode) => replace({ ...node, base })
  if (node.type === 'Group' || node.type === 'Map' || node.type === 'ArrayCoerce')
    return findOrdered(node['base'], limit, within)
  if (node.type === 'PipeFuncCall' && node['name'] === 'order') {
    const first: unknown = Array.isArray(node['args']) ? node['args'][0] : null
    const made = readProjected(node['base'])
    const order = made && readOrder(first, made.projection)
    if (!made || !order) return null
    return { page: { filters: made.filters, order, limit }, replace: (base) => within(made.replace(base)) }
  }
  const filters = readFilters(node)
  return filters && { page: { filters, order: 'id', limit }, replace }
}

/** `*[filter]` and `*[filter]{…}`: what is to be ordered. */
function readProjected(node: unknown) {
  if (!isNode(node)) return null
  const { type, base, expr } = node
  const isProjected =
    type === 'Map' &&
    isNode(expr) &&
    expr.type === 'Projection' &&
    isNode(expr['base']) &&
    expr['base'].type === 'This'
  const filters = readFilters(isProjected ? base : node)
  const made = isProjected ? expr['expr'] : null
  if (!filters) return null
  return {
    filters,
    projection: isNode(made) ? made : null,
    replace: (documents: GroqNode): GroqNode => (isProjected ? { ...node, base: documents } : documents),
  }
}

/** The filters upon `*`, from the inside out; null when it is something else. */
function readFilters(node: unknown): unknown[] | null {
  if (!isNode(node)) return null
  if (node.type === 'Everything') return []
  if (node.type === 'Group') return readFilters(node['base'])
  if (node.type !== 'Filter') return null
  const inner = readFilters(node['base'])
  return inner && [...inner, node['expr']]
}

function isNarrow({ ids, bases, slugs, refersTo }: Selection): boolean {
  return [ids, bases, slugs, refersTo].some((part) => part !== undefined)
}

function readTypes(selections: readonly { types?: readonly string[] }[]): readonly string[] | null {
  const types = new Set<string>()
  for (const selection of selections) {
    if (!selection.types) return null
    for (const type of selection.types) types.add(type)
  }
  return [...types]
}

/** Words that all documents looked for have, as one of the filters says. */
function readWords(conditions: readonly Candidates[]): readonly string[] | undefined {
  for (const { selections } of conditions) {
    const [only] = selections
    if (selections.length === 1 && only?.words) return only.words
  }
  return undefined
}

function intersectTypes(lists: readonly (readonly string[] | null)[]): readonly string[] | null {
  return lists.reduce<readonly string[] | null>(
    (common, list) => (common && list ? common.filter((type) => list.includes(type)) : (common ?? list)),
    null,
  )
}

/** Filters that cannot be tried on a part of the documents at once. */
function needsScopeOrTime({ type, namespace }: GroqNode): boolean {
  return type === 'FuncCall' && (namespace === 'delta' || namespace === 'diff' || namespace === 'releases')
}
