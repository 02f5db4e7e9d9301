import * as z from 'zod'
import { invalidRequest } from '../errors.ts'

const record = z.record(z.string(), z.unknown())

/** A document as a client sends it: `_id` may be missing, or end in `.` to be completed. */
const stub = z.looseObject({ _id: z.string().optional(), _type: z.string().min(1) })

const identified = stub.extend({ _id: z.string().min(1) })

const selection = z.union([
  z.object({ id: z.string() }),
  z.object({ query: z.string(), params: record.optional() }),
])

const insert = z.union([
  z.object({ before: z.string(), items: z.array(z.unknown()) }),
  z.object({ after: z.string(), items: z.array(z.unknown()) }),
  z.object({ replace: z.string(), items: z.array(z.unknown()) }),
])

/**
 * The operations of a patch. Performed in this order whatever their order in the request, as the Studio does:
 * setIfMissing, set, unset, diffMatchPatch, inc, dec, insert.
 */
export const patchOperations = z.object({
  setIfMissing: record.optional(),
  set: record.optional(),
  unset: z.array(z.string()).optional(),
  diffMatchPatch: z.record(z.string(), z.string()).optional(),
  inc: z.record(z.string(), z.number()).optional(),
  dec: z.record(z.string(), z.number()).optional(),
  insert: insert.optional(),
})

const patch = z.intersection(selection, patchOperations.extend({ ifRevisionID: z.string().optional() }))

const deletion = z.intersection(selection, z.object({ ifRevisionID: z.string().optional() }))

const mutation = z.union([
  z.strictObject({ create: stub }),
  z.strictObject({ createIfNotExists: identified }),
  z.strictObject({ createOrReplace: identified }),
  z.strictObject({ delete: deletion }),
  z.strictObject({ patch }),
])

export type DocumentStub = z.infer<typeof stub>
export type IdentifiedStub = z.infer<typeof identified>
export type PatchOperations = z.infer<typeof patchOperations>
export type PatchMutation = z.infer<typeof patch>
export type DeleteMutation = z.infer<typeof deletion>

/**
 * One step of a transaction.
 * @see https://www.sanity.io/docs/http-reference/mutation
 */
export type Mutation = z.infer<typeof mutation>

const KINDS = ['create', 'createIfNotExists', 'createOrReplace', 'delete', 'patch'] as const

/**
 * Narrows the `mutations` of a request body.
 * @throws LakeError 400 that names the first mutation that is wrong, and what is wrong with it.
 */
export function readMutations(value: unknown): Mutation[] {
  if (!Array.isArray(value)) throw invalidRequest('"mutations" must be an array of mutations')
  return value.map((item: unknown, index) => {
    const read = mutation.safeParse(item)
    if (read.success) return read.data
    const given = typeof item === 'object' && item !== null ? Object.keys(item).join(', ') : typeof item
    throw invalidRequest(
      `Mutation ${index} (${given || 'empty'}) is malformed: give exactly one of ${KINDS.join(', ')}, with the fields ` +
        `it needs. ${z.prettifyError(read.error).replaceAll('\n', ' ')}`,
    )
  })
}
