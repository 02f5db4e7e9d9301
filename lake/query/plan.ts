import type { LakeDocument } from '../documents/document.ts'
import type { Selection } from '../store/documents.ts'
import { findCandidates, type Candidates } from './candidates.ts'
import type { DocumentSource } from './document-source.ts'
import { findNode, isNode, type GroqNode } from './groq-node.ts'
import { createLateLookup, type LateLookup } from './late-lookup.ts'

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
export function planQuery(tree: GroqNode, source: DocumentSource): Plan {
  const lookup = createLateLookup(source)
  const planned = rewrite(tree, false, { source, lookup })
  return {
    tree: isNode(planned) ? planned : tree,
    documents: findNode(planned, needsEverything) ? source.select({}) : [],
    dereference: ({ _ref }) => lookup.find(_ref) ?? source.get(_ref),
  }
}

interface Means {
  source: DocumentSource
  lookup: LateLookup
}

/**
 * @param certain whether `^` of a filter at this place is the value that is current here: so it is directly in a
 *   projection, but not in expressions that open a scope of their own.
 */
function rewrite(value: unknown, certain: boolean, means: Means): unknown {
  if (Array.isArray(value)) return value.map((item: unknown) => rewrite(item, certain, means))
  if (!isNode(value) || value.type === 'Value') return value
  const node: GroqNode = { type: value.type }
  for (const [field, part] of Object.entries(value)) {
    node[field] = field === 'type' ? part : rewrite(part, isCertain(value.type, field, certain), means)
  }
  const isSelection = value.type === 'Filter' && isNode(value['base']) && value['base'].type === 'Everything'
  const candidates = isSelection ? findCandidates(value['expr']) : null
  return candidates ? { ...node, base: describeBase(candidates, certain, means) } : node
}

function isCertain(type: string, field: string, certain: boolean): boolean {
  if (type === 'Projection' && field === 'expr') return true
  const opensScope =
    field === 'expr' && (type === 'Filter' || type === 'Map' || type === 'FlatMap')
      ? true
      : type === 'PipeFuncCall' && field === 'args'
  return certain && !opensScope
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
