import type { LakeDocument } from '../documents/document.ts'
import type { Selection } from '../store/select-ids.ts'
import type { WalkOrder } from '../store/walk.ts'
import { findCandidates, readAfter } from './candidates.ts'
import type { DocumentSource } from './document-source.ts'
import { findNode, isNode, type GroqNode } from './groq-node.ts'

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
  const walk = source.walk({ types, order, ...(typeof after === 'string' && { after }) })
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
    const order = Array.isArray(node['args']) ? readOrder(node['args'][0]) : null
    const filters = order && readFilters(node['base'])
    return order && filters && { page: { filters, order, limit }, replace: within }
  }
  const filters = readFilters(node)
  return filters && { page: { filters, order: 'id', limit }, replace }
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

function readOrder(argument: unknown): WalkOrder | null {
  if (!isNode(argument)) return null
  if (argument.type === 'Asc') return readOrder(argument['base'])
  if (argument.type === 'Desc') {
    const order = readOrder(argument['base'])
    return order === null || order === 'id' ? null : { ...order, descending: true }
  }
  if (argument.type === 'FuncCall') {
    const { namespace, name, args } = argument
    const isLower = name === 'lower' && (namespace === 'global' || namespace === 'string')
    const path = isLower && Array.isArray(args) ? readPath(args[0]) : null
    return path && { path, lower: true, descending: false }
  }
  const path = readPath(argument)
  if (path?.length === 1 && path[0] === '_id') return 'id'
  return path && { path, lower: false, descending: false }
}

function readPath(node: unknown): string[] | null {
  if (!isNode(node) || node.type !== 'AccessAttribute' || typeof node['name'] !== 'string') return null
  if (node['base'] === undefined) return [node['name']]
  const base = readPath(node['base'])
  return base && [...base, node['name']]
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
