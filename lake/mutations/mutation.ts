import * as z from 'zod'
import { isRecord } from '../documents/document.ts'
import { invalidRequest } from '../errors.ts'
import { spellPath } from './patch-path.ts'

const record = z.record(z.string(), z.unknown())

/** A document as a client sends it: `_id` may be missing, or end in `.` to be completed. */
const stub = z.looseObject({ _id: z.string().optional(), _type: z.string().min(1) })

const identified = stub.extend({ _id: z.string().min(1) })

const byId = { id: z.string() }
const byQuery = { query: z.string(), params: record.optional() }
const revision = { ifRevisionID: z.string().optional() }

const path = z.string().transform(spellPath)
const values = z.record(path, z.unknown())
const numbers = z.record(path, z.number())
const items = z.array(z.unknown())
const insert = z.union([
  z.strictObject({ before: path, items }),
  z.strictObject({ after: path, items }),
  z.strictObject({ replace: path, items }),
])

/**
 * The operations of a patch. Performed in this order whatever their order in the request, as the Studio does:
 * setIfMissing, set, unset, diffMatchPatch, inc, dec, insert. Others are refused.
 */
export const patchOperations = z.strictObject({
  setIfMissing: values.optional(),
  set: values.optional(),
  unset: z.array(path).optional(),
  diffMatchPatch: z.record(path, z.string()).optional(),
  inc: numbers.optional(),
  dec: numbers.optional(),
  insert: insert.optional(),
})

const patchFields = { ...patchOperations.shape, ...revision }
const patch = z.union([
  z.strictObject({ ...byId, ...patchFields }),
  z.strictObject({ ...byQuery, ...patchFields }),
])

const deletion = z.union([
  z.strictObject({ ...byId, ...revision }),
  z.strictObject({ ...byQuery, ...revision }),
])

const kinds = {
  create: z.strictObject({ create: stub }),
  createIfNotExists: z.strictObject({ createIfNotExists: identified }),
  createOrReplace: z.strictObject({ createOrReplace: identified }),
  delete: z.strictObject({ delete: deletion }),
  patch: z.strictObject({ patch }),
}

export type DocumentStub = z.infer<typeof stub>
export type IdentifiedStub = z.infer<typeof identified>
export type PatchOperations = z.infer<typeof patchOperations>
export type PatchMutation = z.infer<typeof patch>
export type DeleteMutation = z.infer<typeof deletion>

/**
 * One step of a transaction.
 * @see https://www.sanity.io/docs/http-reference/mutation
 */
export type Mutation = z.infer<(typeof kinds)[keyof typeof kinds]>

const KINDS = Object.keys(kinds).join(', ')
const operationsOnly = z.object(patchOperations.shape)

/** What a patch does, without what it is done to. */
export function operationsOf(mutation: PatchMutation): PatchOperations {
  return operationsOnly.parse(mutation)
}

/**
 * Narrows the `mutations` of a request body.
 * @throws LakeError 400 that names the first mutation that is wrong, and what is wrong with it.
 */
export function readMutations(value: unknown): Mutation[] {
  if (!Array.isArray(value)) throw invalidRequest('"mutations" must be an array of mutations')
  return value.map(readMutation)
}

function readMutation(value: unknown, index: number): Mutation {
  const given = isRecord(value) ? Object.keys(value) : [typeof value]
  const name = given.join(', ') || 'empty'
  const [, kind] = Object.entries(kinds).find(([key]) => given.length === 1 && key === given[0]) ?? []
  if (!kind) {
    throw invalidRequest(
      `Mutation ${index} (${name}) is malformed: give exactly one of ${KINDS}, with the fields it needs`,
    )
  }
  const read = kind.safeParse(value)
  if (read.success) return read.data
  throw invalidRequest(`Mutation ${index} (${name}) is malformed: ${describeIssues(read.error.issues)}`)
}

function describeIssues(issues: readonly z.core.$ZodIssue[]): string {
  return z.prettifyError({ issues: issues.flatMap(explain) }).replaceAll('\n', ' ')
}

/** Of several forms that a value may have, the one that it comes closest to. */
function explain(issue: z.core.$ZodIssue): z.core.$ZodIssue[] {
  if (issue.code !== 'invalid_union' || issue.errors.length === 0) return [issue]
  const [closest = []] = issue.errors.toSorted((one, other) => one.length - other.length)
  return closest.flatMap((nested) => explain({ ...nested, path: [...issue.path, ...nested.path] }))
}
