import type { LakeDocument } from '../documents/content-document.ts'
import { schemaTypes } from '../schema-types.ts'

/** Where a text stands in a document, as JSONPath: `$['steps'][?(@._key=='a1')]['title']`. */
export type TextPath = string

interface TypeNode {
  readonly type: string
  readonly name?: string
  readonly fields?: readonly TypeNode[]
  readonly of?: readonly TypeNode[]
  readonly options?: unknown
}

/** Strings that are read by programs as well, or not shown as they are. */
const NOT_FOR_READERS = new Set([
  'activities',
  'code',
  'email',
  'importedContent',
  'number',
  'phone',
  'recurrence',
  'relativeTo',
  'sourceText',
  'target',
  'timeZone',
])

const namedTypes: ReadonlyMap<string, TypeNode> = new Map(
  schemaTypes.flatMap((type): [string, TypeNode][] => (isTypeNode(type) ? [[type.name ?? '', type]] : [])),
)

/**
 * The document with every text that people wrote, and that pages show as it is, replaced: fields of one or more lines
 * without a list of choices, lists of such, and the words of formatted text. Nothing given is changed. People are left
 * alone: their names are put together with other words.
 */
export function mapDisplayedText<Document extends LakeDocument>(
  document: Document,
  replace: (text: string, path: TextPath) => string,
): Document {
  const type = document._type === 'person' ? undefined : namedTypes.get(document._type)
  return type === undefined ? document : { ...document, ...mapFields(document, type, '$', replace) }
}

type Replace = (text: string, path: TextPath) => string

function mapFields(value: object, type: TypeNode, path: TextPath, replace: Replace): Record<string, unknown> {
  const fields = new Map(type.fields?.map((field) => [field.name, field]))
  return Object.fromEntries(
    Object.entries(value).map(([name, inner]) => {
      const field = NOT_FOR_READERS.has(name) ? undefined : fields.get(name)
      return [name, field === undefined ? inner : mapValue(inner, field, `${path}['${name}']`, replace)]
    }),
  )
}

function mapValue(value: unknown, type: TypeNode, path: TextPath, replace: Replace): unknown {
  if (typeof value === 'string') return isText(type) && value !== '' ? replace(value, path) : value
  if (typeof value !== 'object' || value === null) return value
  const node = namedTypes.get(type.type) ?? type
  if (!Array.isArray(value)) return mapFields(value, node, path, replace)
  return value.map((item: unknown, place) => mapItem(item, node.of ?? [], path, place, replace))
}

function mapItem(
  item: unknown,
  members: readonly TypeNode[],
  list: TextPath,
  place: number,
  replace: Replace,
): unknown {
  if (typeof item === 'string') {
    const member = members.find(isText)
    return member === undefined ? item : mapValue(item, member, `${list}[${place}]`, replace)
  }
  const key = readText(item, '_key')
  if (typeof item !== 'object' || item === null || !/^[\w-]+$/.test(key)) return item
  const path = `${list}[?(@._key=='${key}')]`
  const type = readText(item, '_type')
  if (type === 'block') return { ...item, ...mapSpans(item, path, replace) }
  const member = members.find((one) => (one.name ?? one.type) === type)
  return member === undefined ? item : mapValue(item, member, path, replace)
}

function mapSpans(block: object, path: TextPath, replace: Replace): { children?: unknown } {
  if (!('children' in block) || !Array.isArray(block.children)) return {}
  const children = block.children.map((span: unknown) => {
    const [key, text] = [readText(span, '_key'), readText(span, 'text')]
    if (typeof span !== 'object' || text.trim() === '' || !/^[\w-]+$/.test(key)) return span
    return { ...span, text: replace(text, `${path}['children'][?(@._key=='${key}')]['text']`) }
  })
  return { children }
}

function isText({ type, options }: TypeNode): boolean {
  const hasChoices = typeof options === 'object' && options !== null && 'list' in options
  return (type === 'string' || type === 'text') && !hasChoices
}

function isTypeNode(value: unknown): value is TypeNode {
  return typeof value === 'object' && value !== null && 'type' in value && typeof value.type === 'string'
}

function readText(value: unknown, field: string): string {
  const found: unknown = typeof value === 'object' && value !== null ? Reflect.get(value, field) : undefined
  return typeof found === 'string' ? found : ''
}
