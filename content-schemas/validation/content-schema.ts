import type { ObjectTypeNode, SchemaType, TypeNode } from 'groq-js'
import { z } from 'zod'
import extracted from '../generated/schema.json' with { type: 'json' }

const unknownNode = z.object({ type: z.literal('unknown') })
const inlineNode = z.object({ type: z.literal('inline'), name: z.string() })

const attributes = z.record(
  z.string(),
  z.object({
    type: z.literal('objectAttribute'),
    value: z.lazy(() => typeNode),
    optional: z.boolean().optional(),
  }),
)

const objectNode: z.ZodType<ObjectTypeNode> = z.object({
  type: z.literal('object'),
  attributes,
  rest: z.union([z.lazy(() => objectNode), unknownNode, inlineNode]).optional(),
  dereferencesTo: z.string().optional(),
})

const typeNode: z.ZodType<TypeNode> = z.union([
  z.object({ type: z.literal('string'), value: z.string().optional() }),
  z.object({ type: z.literal('number'), value: z.number().optional() }),
  z.object({ type: z.literal('boolean'), value: z.boolean().optional() }),
  z.object({ type: z.literal('null') }),
  z.object({ type: z.literal('array'), of: z.lazy(() => typeNode) }),
  z.object({ type: z.literal('union'), of: z.array(z.lazy(() => typeNode)) }),
  inlineNode,
  unknownNode,
  objectNode,
])

const schema: z.ZodType<SchemaType> = z.array(
  z.union([
    z.object({ type: z.literal('document'), name: z.string(), attributes }),
    z.object({ type: z.literal('type'), name: z.string(), value: typeNode }),
  ]),
)

/**
 * The types of the content as Sanity extracted them from the schema.
 * @throws {z.ZodError} at import, when `generated/schema.json` is no such list: run `npm run generate`
 */
export const contentSchema: SchemaType = schema.parse(extracted)
