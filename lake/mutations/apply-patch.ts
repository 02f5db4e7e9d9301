import { Mutation as Mutator } from '@sanity/mutator'
import { findJsonProblem } from '../documents/check-json.ts'
import { isRecord, type LakeDocument } from '../documents/document.ts'
import { stepFailed } from './step-error.ts'
import type { PatchOperations } from './mutation.ts'
import { isPatchPath } from './patch-path.ts'

const IMMUTABLE = ['_id', '_type', '_createdAt'] as const

/**
 * The document after the patch; the given one stays as it is. `_rev` and `_updatedAt` are not touched.
 * @throws LakeError 400 for a malformed path or operation, or when the result cannot be stored.
 */
export function applyPatch(document: LakeDocument, operations: PatchOperations): LakeDocument {
  const malformed = pathsOf(operations).find((path) => !isPatchPath(path))
  if (malformed !== undefined) {
    throw stepFailed(
      400,
      'invalidPathError',
      `"${malformed}" is not a path: write a.b, list[0] or list[_key=="x"]`,
      {
        path: malformed,
      },
    )
  }
  const after = perform(document, operations)
  const changed = IMMUTABLE.find((field) => after[field] !== document[field])
  if (changed) {
    throw stepFailed(400, 'immutableAttributeError', `Cannot modify immutable attribute "${changed}"`, {
      id: document._id,
    })
  }
  const problem = findJsonProblem(after)
  if (problem) throw stepFailed(400, 'validationError', problem, { id: document._id })
  return {
    ...after,
    _id: document._id,
    _type: document._type,
    _createdAt: document._createdAt,
    _rev: document._rev,
    _updatedAt: document._updatedAt,
  }
}

function pathsOf({ insert, ...operations }: PatchOperations): string[] {
  const paths = Object.values(operations).flatMap((operation) =>
    Array.isArray(operation) ? operation : Object.keys(operation ?? {}),
  )
  if (!insert) return paths
  const place = 'before' in insert ? insert.before : 'after' in insert ? insert.after : insert.replace
  return [...paths, place]
}

function perform(document: LakeDocument, operations: PatchOperations): Record<string, unknown> {
  try {
    // Typed for the Studio's own patches; the shape has been checked by the schema of mutations.
    const patch = JSON.parse(JSON.stringify({ ...operations, id: document._id }))
    const after: unknown = new Mutator({ mutations: [{ patch }] }).apply(document)
    if (!isRecord(after)) throw new Error('the result is not a document')
    return after
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error)
    throw stepFailed(400, 'patchError', `The patch of "${document._id}" cannot be applied: ${reason}`, {
      id: document._id,
    })
  }
}
