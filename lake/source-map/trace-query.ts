import { isNode, type GroqNode } from '../query/groq-node.ts'
import { wrapValues } from './wrap-values.ts'

/** How an object of a result came by one of its attributes, or by many. */
export type Trace =
  /** `key` is what the traced value has at `part`; without a part its source is not known. */
  | { type: 'attribute'; key: string; part?: string | number }
  /** As before, where there is a traced value; otherwise this says nothing. */
  | { type: 'choice'; key: string; part: string | number }
  /** Every attribute of the traced value was taken over. */
  | { type: 'splat' }

/** A query whose objects have traces beside their attributes: hidden attributes, in the order of evaluation. */
export interface TracedQuery {
  tree: GroqNode
  /** What the hidden attribute of a name means. */
  traces: ReadonlyMap<string, Trace>
}

// No query can name such an attribute.
const MARK = '\u0000'

/** Whether an attribute of a traced result is a trace. */
export function isTrace(name: string): boolean {
  return name.startsWith(MARK)
}

/**
 * Makes every object of a query carry the values that its attributes were read from. The evaluator hands values on
 * unchanged, so a traced value is the very part of the document that it was.
 */
export function traceQuery(tree: GroqNode): TracedQuery {
  const traces = new Map<string, Trace>()
  const mark = (trace: Trace, value: unknown): GroqNode => {
    const name = `${MARK}${traces.size}`
    traces.set(name, trace)
    return { type: 'ObjectAttributeValue', name, value }
  }
  const rewrite = (value: unknown): unknown => {
    if (Array.isArray(value)) return value.map(rewrite)
    if (!isNode(value) || value.type === 'Value') return value
    const node: GroqNode = { type: value.type }
    for (const [field, part] of Object.entries(value)) node[field] = field === 'type' ? part : rewrite(part)
    const { attributes } = node
    if (node.type !== 'Object' || !Array.isArray(attributes)) return node
    return {
      ...node,
      attributes: attributes.flatMap((attribute) => [attribute, ...traceAttribute(attribute, mark)]),
    }
  }
  const traced = rewrite(wrapValues(tree))
  return { tree: isNode(traced) ? traced : tree, traces }
}

const THIS: GroqNode = { type: 'This' }
const NOTHING: GroqNode = { type: 'Value', value: null }

function traceAttribute(attribute: unknown, mark: (trace: Trace, value: unknown) => GroqNode): GroqNode[] {
  if (!isNode(attribute)) return []
  if (attribute.type === 'ObjectSplat') return [mark({ type: 'splat' }, attribute['value'])]
  // A conditional splat brings the traces of its own object along.
  if (attribute.type !== 'ObjectAttributeValue') return []
  const key = String(attribute['name'])
  const read = attribute['value']
  const part = isNode(read) ? partOf(read) : undefined
  if (!isNode(read) || part === undefined)
    return [mark({ type: 'attribute', key }, NOTHING), ...traceChoices(key, read, mark)]
  return [mark({ type: 'attribute', key, part }, read['base'] ?? THIS)]
}

/** `coalesce(a, b)` is what its first argument is that is something. */
function traceChoices(
  key: string,
  read: unknown,
  mark: (trace: Trace, value: unknown) => GroqNode,
): GroqNode[] {
  if (!isNode(read) || read.type !== 'FuncCall' || read['name'] !== 'coalesce') return []
  const choices: unknown[] = Array.isArray(read['args']) ? read['args'] : []
  return choices.flatMap((choice, place) => {
    const part = isNode(choice) ? partOf(choice) : undefined
    if (!isNode(choice) || part === undefined) return []
    // Nothing is traced when one of those before is chosen.
    const before = choices.slice(0, place).map((earlier) => ({
      type: 'SelectAlternative',
      condition: { type: 'FuncCall', namespace: 'global', name: 'defined', args: [earlier] },
      value: NOTHING,
    }))
    const from = choice['base'] ?? THIS
    const traced = before.length === 0 ? from : { type: 'Select', alternatives: before, fallback: from }
    return [mark({ type: 'choice', key, part }, traced)]
  })
}

/** What a node takes out of its base. */
function partOf({ type, name, index }: GroqNode): string | number | undefined {
  if (type === 'AccessAttribute' && typeof name === 'string') return name
  return type === 'AccessElement' && typeof index === 'number' && index >= 0 ? index : undefined
}
