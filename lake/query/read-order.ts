import type { WalkOrder } from '../store/walk.ts'
import { isNode, type GroqNode } from './groq-node.ts'

/**
 * The order that the first argument of `order()` gives, in terms of the documents themselves.
 * @param projection what was made of each document before it is ordered, if anything: an object of its attributes
 * @returns null for an order that is not one of attributes
 */
export function readOrder(argument: unknown, projection: GroqNode | null): WalkOrder | null {
  if (!isNode(argument)) return null
  if (argument.type === 'Asc') return readOrder(argument['base'], projection)
  if (argument.type === 'Desc') {
    const order = readOrder(argument['base'], projection)
    return order === null || order === 'id' ? null : { ...order, descending: true }
  }
  if (argument.type === 'FuncCall') {
    const { namespace, name, args } = argument
    const isLower = name === 'lower' && (namespace === 'global' || namespace === 'string')
    const path = isLower && Array.isArray(args) ? readPath(args[0], projection) : null
    return path && { path, lower: true, descending: false }
  }
  const path = readPath(argument, projection)
  if (path?.length === 1 && path[0] === '_id') return 'id'
  return path && { path, lower: false, descending: false }
}

function readPath(node: unknown, projection: GroqNode | null): string[] | null {
  const source = projection ? lookThrough(node, projection) : node
  return source === null ? null : readOwnPath(source)
}

function readOwnPath(node: unknown): string[] | null {
  if (!isNode(node) || node.type !== 'AccessAttribute' || typeof node['name'] !== 'string') return null
  if (node['base'] === undefined) return [node['name']]
  const base = readOwnPath(node['base'])
  return base && [...base, node['name']]
}

/** What a projection has at `name` or at `name[0]`, as an expression about the document. */
function lookThrough(node: unknown, projection: GroqNode): unknown {
  if (!isNode(node)) return null
  if (node.type === 'AccessElement') {
    const list = lookThrough(node['base'], projection)
    const index = Number(node['index'])
    if (!isNode(list) || list.type !== 'Array' || !Array.isArray(list['elements'])) return null
    const elements: unknown[] = list['elements'].slice(0, index + 1)
    const isPlain = elements.every((element) => isNode(element) && element['isSplat'] === false)
    const found = index >= 0 && isPlain ? elements[index] : undefined
    return isNode(found) ? found['value'] : null
  }
  if (node.type !== 'AccessAttribute' || node['base'] !== undefined) return null
  return findAttribute(projection, node['name'])
}

/** @returns null when the object may have something else under the name, or nothing */
function findAttribute({ type, attributes }: GroqNode, name: unknown): unknown {
  if (type !== 'Object' || !Array.isArray(attributes)) return null
  let found: unknown = null
  for (const attribute of attributes) {
    if (!isNode(attribute)) return null
    if (attribute.type === 'ObjectAttributeValue') {
      if (attribute['name'] === name) found = attribute['value']
    } else if (!leavesAlone(attribute['value'], name)) found = null
  }
  return found
}

/** Whether what is spread into an object surely has no attribute of the name. */
function leavesAlone(value: unknown, name: unknown): boolean {
  if (!isNode(value)) return value === undefined
  if (value.type === 'Object' && Array.isArray(value['attributes'])) {
    return value['attributes'].every((attribute) =>
      isNode(attribute) && attribute.type === 'ObjectAttributeValue'
        ? attribute['name'] !== name
        : isNode(attribute) && leavesAlone(attribute['value'], name),
    )
  }
  if (value.type !== 'Select' || !Array.isArray(value['alternatives'])) return false
  return (
    value['alternatives'].every((one) => isNode(one) && leavesAlone(one['value'], name)) &&
    leavesAlone(value['fallback'], name)
  )
}
