import { isNode, type GroqNode } from '../query/groq-node.ts'

/** The only attribute of an object that stands in a traced result for a single value. No query can name it. */
export const WRAPPED = '\u0000'

/**
 * Puts single values that a query gives outside of objects into objects, which can carry a trace: `*[0].title`,
 * `{"names": authors[]->name}`. Only where nothing else of the query looks at them.
 */
export function wrapValues(tree: GroqNode): GroqNode {
  switch (tree.type) {
    case 'Map':
      return { ...tree, expr: wrapPart(tree['expr']) }
    case 'FlatMap':
      // What it makes flat must stay an array.
      return isNode(tree['expr']) && isMap(tree['expr']) ? { ...tree, expr: wrapPart(tree['expr']) } : tree
    case 'Projection':
      return { ...tree, expr: wrapPart(tree['expr']) }
    case 'Object':
      return { ...tree, attributes: wrapAttributes(tree['attributes']) }
    case 'Group':
    case 'Slice':
      return { ...tree, base: wrapPart(tree['base']) }
    case 'AccessElement':
      return isNode(tree['base']) && isMap(tree['base'])
        ? { ...tree, base: wrapPart(tree['base']) }
        : wrap(tree)
    case 'AccessAttribute':
      return wrap(tree)
    default:
      return tree
  }
}

function wrapPart(part: unknown): unknown {
  return isNode(part) ? wrapValues(part) : part
}

function wrapAttributes(attributes: unknown): unknown {
  if (!Array.isArray(attributes)) return attributes
  return attributes.map((attribute: unknown) => {
    const value = isNode(attribute) ? attribute['value'] : undefined
    // What an attribute reads by itself is traced already.
    if (!isNode(attribute) || attribute.type !== 'ObjectAttributeValue' || !isNode(value)) return attribute
    return isMap(value) || value.type === 'Projection' || value.type === 'Object'
      ? { ...attribute, value: wrapValues(value) }
      : attribute
  })
}

function isMap({ type }: GroqNode): boolean {
  return type === 'Map' || type === 'FlatMap'
}

function wrap(read: GroqNode): GroqNode {
  return { type: 'Object', attributes: [{ type: 'ObjectAttributeValue', name: WRAPPED, value: read }] }
}
