import type { LakeDocument } from '../documents/document.ts'
import type { Selection } from '../store/select-ids.ts'
import { findCandidates, type Candidates } from './candidates.ts'
import { isClosedSearch } from './closed-search.ts'
import type { DocumentSource } from './document-source.ts'
import { findNode, isNode, type GroqNode } from './groq-node.ts'
import { createLateLookup, type LateLookup } from './late-lookup.ts'
import { planPage, scan, type Sift } from './plan-page.ts'

/** A query rewritten so that it looks at fewer documents and gives the same result. */
export interface Plan {
  tree: GroqNode
  /** What `*` means where it is left: empty when nothing in the tree needs all documents. */
  documents: readonly LakeDocument[]
  /** Resolves references, and the look-ups that the plan has put into the tree. */
  dereference: (reference: { _ref: string }) => unknown
}

/**
 * Replaces `*` in `*[filter]` by the documents that an index gives for the filter, at every place of the query. The
 * filter itself stays and decides.
 */
export function planQuery(tree: GroqNode, source: DocumentSource, evaluate?: (part: Plan) => unknown): Plan {
  const lookup = createLateLookup(source)
  const dereference: Plan['dereference'] = ({ _ref }) => lookup.find(_ref) ?? source.get(_ref)
  const run =
    evaluate &&
    ((part: GroqNode) =>
      evaluate({
        tree: part,
        documents: findNode(part, needsEverything) ? source.select({}) : [],
        dereference,
      }))
  const means = { source, lookup, run, sift: run && createSift(run) }
  const planned = rewrite(tree, { certain: false, outer: true, condition: false }, means)
  return {
    tree: isNode(planned) ? planned : tree,
    documents: findNode(planned, needsEverything) ? source.select({}) : [],
    dereference,
  }
}

interface Means {
  source: DocumentSource
  lookup: LateLookup
  /** Evaluates a rewritten part of the query in the scope of the whole. */
  run: ((part: GroqNode) => unknown) | undefined
  sift: Sift | undefined
}

/** Keeps what passes a filter. The evaluator hands on the very documents that it was given. */
function createSift(evaluate: (tree: GroqNode) => unknown): Sift {
  return (expr, documents) => {
    const passed = evaluate({ type: 'Map', base: filterOf(documents, expr), expr: ID })
    const ids = new Set(Array.isArray(passed) ? passed : [])
    return documents.filter(({ _id }) => ids.has(_id))
  }
}

const ID: GroqNode = { type: 'AccessAttribute', name: '_id' }

function filterOf(documents: readonly LakeDocument[], expr: GroqNode): GroqNode {
  return { type: 'Filter', base: { type: 'Value', value: documents }, expr }
}

interface Place {
  /**
   * Whether `^` of a filter at this place is the value that is current here: so it is directly in a projection, but
   * not in expressions that open a scope of their own.
   */
  certain: boolean
  /** Whether no scope is open here. */
  outer: boolean
  /** Whether the place is within a filter or order, where values are compared and do not get into the result. */
  condition: boolean
}

const OUTERMOST: Place = { certain: false, outer: true, condition: false }

function rewrite(value: unknown, place: Place, means: Means): unknown {
  if (Array.isArray(value)) return value.map((item: unknown) => rewrite(item, place, means))
  if (!isNode(value) || value.type === 'Value') return value
  const shortcut =
    planCount(value, means.source) ??
    planOnce(value, place, means) ??
    planFirst(value, place, means) ??
    planScan(value, place, means)
  if (shortcut) return shortcut.type === 'Value' ? shortcut : rewriteParts(shortcut, place, means)
  return rewriteParts(value, place, means)
}

/** The first documents of an order, where the slice needs only these. */
function planFirst(node: GroqNode, place: Place, means: Means): GroqNode | null {
  const { source, sift } = means
  if (!sift) return null
  const inner: Place = { certain: false, outer: false, condition: true }
  const prepare = (filter: unknown) => rewrite(filter, inner, means)
  return planPage(node, place.outer, { source, sift, prepare })
}

/** A filter that no index narrows, and how many pass it. */
function planScan(node: GroqNode, place: Place, means: Means): GroqNode | null {
  const { source, sift } = means
  if (!sift) return null
  const inner: Place = { certain: false, outer: false, condition: true }
  const prepare = (filter: unknown) => rewrite(filter, inner, means)
  const counted = readCounted(node)
  const found = scan(counted ?? node, place.outer, { source, sift, prepare })
  if (!found) return null
  if (counted) {
    let count = 0
    for (const documents of found) count += documents.length
    return { type: 'Value', value: count }
  }
  const documents = [...found].flat()
  return {
    type: 'Value',
    value: documents.toSorted((one, other) => (one._id < other._id ? -1 : 1)),
  }
}

/** What `count()` counts. */
function readCounted({ type, namespace, name, args }: GroqNode): GroqNode | null {
  if (type !== 'FuncCall' || namespace !== 'global' || name !== 'count') return null
  const counted: unknown = Array.isArray(args) ? args[0] : undefined
  return isNode(counted) ? counted : null
}

/** A search within a condition that gives the same for every document is made once. */
function planOnce(node: GroqNode, place: Place, means: Means): GroqNode | null {
  if (!place.condition || place.outer || !means.run || !isClosedSearch(node)) return null
  const part = rewrite(node, OUTERMOST, means)
  return isNode(part) ? { type: 'Value', value: means.run(part) } : null
}

function rewriteParts(value: GroqNode, place: Place, means: Means): GroqNode {
  const node: GroqNode = { type: value.type }
  for (const [field, part] of Object.entries(value)) {
    node[field] = field === 'type' ? part : rewrite(part, placeWithin(value.type, field, place), means)
  }
  const isSelection = value.type === 'Filter' && isNode(value['base']) && value['base'].type === 'Everything'
  const candidates = isSelection ? findCandidates(value['expr']) : null
  return candidates ? { ...node, base: describeBase(candidates, place.certain, means) } : node
}

function placeWithin(type: string, field: string, place: Place): Place {
  if (type === 'Projection' && field === 'expr') return { ...place, certain: true, outer: false }
  const opensScope =
    field === 'expr' && (type === 'Filter' || type === 'Map' || type === 'FlatMap')
      ? true
      : type === 'PipeFuncCall' && field === 'args'
  if (!opensScope) return place
  return {
    certain: false,
    outer: false,
    condition: place.condition || type === 'Filter' || type === 'PipeFuncCall',
  }
}

/** `count(*[_type == "x"])` */
function planCount(
  { type, namespace, name, args }: GroqNode,
  { countTypes }: DocumentSource,
): GroqNode | null {
  if (type !== 'FuncCall' || namespace !== 'global' || name !== 'count' || !countTypes) return null
  const counted: unknown = Array.isArray(args) ? args[0] : undefined
  if (!isNode(counted) || counted.type !== 'Filter') return null
  if (!isNode(counted['base']) || counted['base'].type !== 'Everything') return null
  const candidates = findCandidates(counted['expr'])
  const [only] = candidates?.selections ?? []
  if (!candidates?.exact || candidates.selections.length !== 1 || !only?.types) return null
  if (Object.keys(only).length !== 1) return null
  return { type: 'Value', value: countTypes(only.types) }
}

function describeBase(candidates: Candidates, certain: boolean, { source, lookup }: Means): GroqNode {
  const { selections, late } = candidates
  if (late && certain) return lookup.describe(late, selections)
  const [only] = selections
  if (selections.length === 1 && only && Object.keys(only).length === 0) return { type: 'Everything' }
  return { type: 'Value', value: selectAny(source, selections) }
}

/** The documents that at least one selection means, in order of id. */
function selectAny(source: DocumentSource, selections: readonly Selection[]): LakeDocument[] {
  const [only] = selections
  if (selections.length === 1 && only) return source.select(only)
  const found = new Map(
    selections.flatMap((selection) =>
      source.select(selection).map((document) => [document._id, document] as const),
    ),
  )
  return [...found.values()].toSorted((one, other) => (one._id < other._id ? -1 : 1))
}

function needsEverything({ type, namespace }: GroqNode): boolean {
  return type === 'Everything' || (type === 'FuncCall' && namespace === 'releases')
}
