import { parse } from 'groq-js'
import { isRecord, type LakeDocument } from '../documents/document.ts'
import { evaluateNow } from '../query/groq.ts'
import { isNode, type GroqNode } from '../query/groq-node.ts'

/** What the sets that a filter names hold now. */
export type ReadSet = (name: string) => ReadonlySet<string>

/** Says of single documents whether they meet a filter. */
export type Predicate = (document: LakeDocument, readSet: ReadSet) => boolean

/** A filter that was understood. */
export interface CompiledFilter {
  matches: Predicate
  /** Names of the sets that it uses. */
  uses: ReadonlySet<string>
}

/**
 * Makes a function of a filter. Comparisons of fields with texts and sets run as plain code, as every document that is
 * read is asked; any other GROQ is evaluated, with the same result.
 * @throws Error when the text is no GROQ
 */
export function compileFilter(filter: string): CompiledFilter {
  const tree: unknown = parse(filter)
  if (!isNode(tree)) throw new Error(`"${filter}" is no GROQ filter`)
  const uses = new Set(listParameters(tree))
  return { matches: compile(tree) ?? evaluateFilter(tree, uses), uses }
}

/** The value at a path such as `region._ref`; undefined when there is none. */
export function valueAt(document: Record<string, unknown>, path: readonly string[]): unknown {
  let value: unknown = document
  for (const field of path) value = isRecord(value) && Object.hasOwn(value, field) ? value[field] : undefined
  return value
}

function compile(node: unknown): Predicate | null {
  if (!isNode(node)) return null
  switch (node.type) {
    case 'Group':
      return compile(node['base'])
    case 'Not': {
      const base = compile(node['base'])
      return base && ((document, readSet) => !base(document, readSet))
    }
    case 'And':
    case 'Or': {
      const [left, right] = [compile(node['left']), compile(node['right'])]
      if (!left || !right) return null
      return node.type === 'And'
        ? (document, readSet) => left(document, readSet) && right(document, readSet)
        : (document, readSet) => left(document, readSet) || right(document, readSet)
    }
    case 'OpCall':
      return compileComparison(node)
    case 'FuncCall':
      return compileDefined(node)
    default:
      return null
  }
}

function compileComparison({ op, left, right }: GroqNode): Predicate | null {
  const path = readPath(left)
  if (!path) return null
  if (op === '==' || op === '!=') {
    const text = readText(right)
    if (text === null) return null
    return (document) => (valueAt(document, path) === text) === (op === '==')
  }
  if (op !== 'in' || !isNode(right)) return null
  if (right.type === 'Parameter') {
    const name = String(right['name'])
    return (document, readSet) => isIn(valueAt(document, path), readSet(name))
  }
  const texts = readTexts(right)
  return texts && ((document) => isIn(valueAt(document, path), texts))
}

function compileDefined({ namespace, name, args }: GroqNode): Predicate | null {
  const path = namespace === 'global' && name === 'defined' && Array.isArray(args) ? readPath(args[0]) : null
  return path && ((document) => (valueAt(document, path) ?? null) !== null)
}

function isIn(value: unknown, texts: ReadonlySet<string>): boolean {
  return typeof value === 'string' && texts.has(value)
}

function readPath(node: unknown): string[] | null {
  if (!isNode(node) || node.type !== 'AccessAttribute' || typeof node['name'] !== 'string') return null
  if (node['base'] === undefined) return [node['name']]
  const base = readPath(node['base'])
  return base && [...base, node['name']]
}

function readText(node: unknown): string | null {
  return isNode(node) && node.type === 'Value' && typeof node['value'] === 'string' ? node['value'] : null
}

function readTexts({ type, elements }: GroqNode): ReadonlySet<string> | null {
  if (type !== 'Array' || !Array.isArray(elements)) return null
  const texts = elements.map((element: unknown) =>
    isNode(element) && element['isSplat'] !== true ? readText(element['value']) : null,
  )
  const known = texts.filter((text) => text !== null)
  return known.length === texts.length ? new Set(known) : null
}

function evaluateFilter(tree: GroqNode, parameters: ReadonlySet<string>): Predicate {
  return (document, readSet) => {
    const values = new Map([...parameters].map((name) => [name, [...readSet(name)]]))
    const filter = { type: 'Filter', base: { type: 'Everything' }, expr: fillIn(tree, values) }
    const result = evaluateNow(filter, {
      documents: [document],
      dereference: () => null,
      projectId: '',
      dataset: '',
      identity: '',
      now: new Date(0),
    })
    return Array.isArray(result) && result.length === 1
  }
}

function listParameters(value: unknown): string[] {
  if (Array.isArray(value)) return value.flatMap(listParameters)
  if (!isNode(value) || value.type === 'Value') return []
  if (value.type === 'Parameter') return [String(value['name'])]
  return Object.values(value).flatMap(listParameters)
}

function fillIn(value: unknown, values: ReadonlyMap<string, unknown>): unknown {
  if (Array.isArray(value)) return value.map((item: unknown) => fillIn(item, values))
  if (!isNode(value) || value.type === 'Value') return value
  if (value.type === 'Parameter') return { type: 'Value', value: values.get(String(value['name'])) ?? null }
  return {
    ...Object.fromEntries(Object.entries(value).map(([field, part]) => [field, fillIn(part, values)])),
    type: value.type,
  }
}
