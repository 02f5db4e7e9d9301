import type { LakeDocument } from '../documents/document.ts'
import type { Selection } from '../store/select-ids.ts'
import type { LateCondition } from './candidates.ts'
import type { DocumentSource } from './document-source.ts'
import { isNode, type GroqNode } from './groq-node.ts'

/**
 * Look-ups whose key is known only while the query runs. The evaluator has one hook into the store, the resolving of
 * references: `describe` gives a node that dereferences a made-up reference, and `find` answers it with the documents.
 */
export interface LateLookup {
  /** A node that stands for `*` before a filter with this late condition. */
  describe(condition: LateCondition, selections: readonly Selection[]): GroqNode
  /** @returns undefined when the reference is a real one */
  find(reference: string): LakeDocument[] | undefined
}

// No document id holds such characters.
const MARK = '\u0000'
const SEPARATOR = '\u0001'

export function createLateLookup(source: DocumentSource): LateLookup {
  const conditions: { part: LateCondition['part']; selections: readonly Selection[] }[] = []
  const found = new Map<string, LakeDocument[]>()

  function look(key: string): LakeDocument[] {
    const [, number, kind, ...rest] = key.split(MARK)
    const condition = conditions[Number(number)]
    if (!condition || kind === 'none') return []
    const values = rest.join(MARK)
    const part =
      kind === 'all' ? {} : { [condition.part]: kind === 'many' ? values.split(SEPARATOR) : [values] }
    const documents = condition.selections.flatMap((selection) => source.select({ ...selection, ...part }))
    return condition.selections.length === 1 ? documents : distinct(documents)
  }

  return {
    describe({ part, value, nullMayMatch }, selections) {
      const number = conditions.push({ part, selections }) - 1
      const key = (kind: string) => constant(`${MARK}${number}${MARK}${kind}${MARK}`)
      const outer = shiftOut(value)
      // One string, else an array of strings, else nothing when there is no value, else whatever the evaluator makes of it.
      const reference = call('coalesce', [
        { type: 'OpCall', op: '+', left: key('one'), right: outer },
        { type: 'OpCall', op: '+', left: key('many'), right: join(outer) },
        {
          type: 'Select',
          alternatives: [
            { type: 'SelectAlternative', condition: call('defined', [outer]), value: key('all') },
          ],
          fallback: key(nullMayMatch ? 'all' : 'none'),
        },
      ])
      const attribute = { type: 'ObjectAttributeValue', name: '_ref', value: reference }
      return { type: 'Deref', base: { type: 'Object', attributes: [attribute] } }
    },
    find(reference) {
      if (!reference.startsWith(MARK)) return undefined
      let documents = found.get(reference)
      if (!documents) found.set(reference, (documents = look(reference)))
      return documents
    },
  }
}

/** The same value seen from around the filter: one `^` less. */
function shiftOut(node: GroqNode): GroqNode {
  if (node.type === 'Parent') {
    const n = Number(node['n'])
    return n > 1 ? { type: 'Parent', n: n - 1 } : { type: 'This' }
  }
  return isNode(node['base']) ? { ...node, base: shiftOut(node['base']) } : node
}

function join(array: GroqNode): GroqNode {
  return { type: 'FuncCall', namespace: 'array', name: 'join', args: [array, constant(SEPARATOR)] }
}

function call(name: string, args: GroqNode[]): GroqNode {
  return { type: 'FuncCall', namespace: 'global', name, args }
}

function constant(value: string): GroqNode {
  return { type: 'Value', value }
}

function distinct(documents: readonly LakeDocument[]): LakeDocument[] {
  return [...new Map(documents.map((document) => [document._id, document])).values()].toSorted(
    (one, other) => (one._id < other._id ? -1 : 1),
  )
}
