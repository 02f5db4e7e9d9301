import type { ObjectAttribute, ObjectTypeNode, SchemaType, TypeNode, UnionTypeNode } from 'groq-js'
import { z } from 'zod'

/** `published`: every required field is there. `draft`: fields may be missing or null, but not of another kind. */
export type Strictness = 'published' | 'draft'

/**
 * Converter of type nodes of one schema to zod. Objects keep fields the schema does not know.
 * A union with null is nullable; a union of objects with different literal `_type`s is discriminated by it,
 * so that an error names the field and not only the union.
 */
export function createConverter(schema: SchemaType, strictness: Strictness): (node: TypeNode) => z.ZodType {
  const declarations = new Map(schema.map((declaration) => [declaration.name, declaration]))
  const inlined = new Map<string, z.ZodType>()

  function convert(node: TypeNode): z.ZodType {
    switch (node.type) {
      case 'string':
        return node.value === undefined ? z.string() : z.literal(node.value)
      case 'number':
        return node.value === undefined ? z.number() : z.literal(node.value)
      case 'boolean':
        return node.value === undefined ? z.boolean() : z.literal(node.value)
      case 'null':
        return z.null()
      case 'unknown':
        return z.unknown()
      case 'array':
        return z.array(convert(node.of))
      case 'inline':
        return convertInline(node.name)
      case 'object':
        return convertObject(node)
      case 'union':
        return convertUnion(node)
      default:
        return node satisfies never
    }
  }

  function convertInline(name: string): z.ZodType {
    const known = inlined.get(name)
    if (known !== undefined) return known
    const lazy = z.lazy(() => {
      const node = resolve(name)
      return node === undefined ? z.unknown() : convert(node)
    })
    inlined.set(name, lazy)
    return lazy
  }

  function convertObject(node: ObjectTypeNode): z.ZodObject {
    const shape: Record<string, z.ZodType> = {}
    for (const [name, attribute] of Object.entries(collectAttributes(node))) {
      shape[name] = convertAttribute(name, attribute)
    }
    return z.looseObject(shape)
  }

  function convertAttribute(name: string, { value, optional }: ObjectAttribute): z.ZodType {
    const converted = convert(value)
    if (strictness === 'draft' && name !== '_type') return converted.nullish()
    return optional === true ? converted.optional() : converted
  }

  function convertUnion(node: UnionTypeNode): z.ZodType {
    const members = flatten(node)
    const present = members.filter((member) => member.type !== 'null')
    const converted = convertPresent(present)
    return present.length < members.length ? converted.nullable() : converted
  }

  function convertPresent(members: TypeNode[]): z.ZodType {
    const [first, ...others] = members
    if (first === undefined) return z.null()
    if (others.length === 0) return convert(first)
    const literals = members.flatMap((member) => readLiteral(member) ?? [])
    if (literals.length === members.length) return z.literal(literals)
    const objects = members.flatMap((member) => resolveObject(member) ?? [])
    const types = new Set(objects.flatMap((object) => readTypeName(object) ?? []))
    if (objects.length === members.length && types.size === members.length) {
      const [head, ...tail] = objects.map((object) => convertObject(object))
      if (head !== undefined) return z.discriminatedUnion('_type', [head, ...tail])
    }
    return z.union(members.map((member) => convert(member)))
  }

  function resolve(name: string): TypeNode | undefined {
    const declaration = declarations.get(name)
    if (declaration === undefined) return undefined
    return declaration.type === 'type'
      ? declaration.value
      : { type: 'object', attributes: declaration.attributes }
  }

  function resolveObject(node: TypeNode | undefined): ObjectTypeNode | undefined {
    if (node?.type === 'inline') return resolveObject(resolve(node.name))
    return node?.type === 'object' ? node : undefined
  }

  /** Attributes of an object and of what it extends; its own win. */
  function collectAttributes(node: ObjectTypeNode): Record<string, ObjectAttribute> {
    const base = node.rest === undefined ? undefined : resolveObject(node.rest)
    return base === undefined ? node.attributes : { ...collectAttributes(base), ...node.attributes }
  }

  function readTypeName(node: ObjectTypeNode): string | undefined {
    const type = collectAttributes(node)['_type']?.value
    return type?.type === 'string' ? type.value : undefined
  }

  return convert
}

function flatten(node: UnionTypeNode): TypeNode[] {
  return node.of.flatMap((member) => (member.type === 'union' ? flatten(member) : [member]))
}

function readLiteral(node: TypeNode): string | number | boolean | undefined {
  return node.type === 'string' || node.type === 'number' || node.type === 'boolean' ? node.value : undefined
}
