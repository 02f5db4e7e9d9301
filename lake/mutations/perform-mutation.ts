import { randomUUID } from 'node:crypto'
import { findJsonProblem } from '../documents/check-json.ts'
import { isDocumentId } from '../documents/document-id.ts'
import { isRecord, type LakeDocument } from '../documents/document.ts'
import { addArrayKeys } from './array-keys.ts'
import { applyPatch } from './apply-patch.ts'
import type { MutationResult } from './commit.ts'
import type { DeleteMutation, DocumentStub, Mutation, PatchMutation, PatchOperations } from './mutation.ts'
import { operationsOf, patchOperations } from './mutation.ts'
import { stepFailed } from './step-error.ts'
import type { WorkingSet } from './working-set.ts'

export interface PerformOptions {
  autoGenerateArrayKeys: boolean
  /** Ids of the documents that a selection by query means now. */
  findIds: (set: WorkingSet, query: string, params: Record<string, unknown>) => string[]
}

type Outcome = Omit<MutationResult, 'document'>

/**
 * Performs one mutation on the working set.
 * @returns what became of each document it concerned
 * @throws StepError
 */
export function performMutation(set: WorkingSet, mutation: Mutation, options: PerformOptions): Outcome[] {
  if ('create' in mutation) return [create(set, mutation.create, options)]
  if ('createIfNotExists' in mutation) {
    const stub = mutation.createIfNotExists
    return [set.get(stub._id) ? { id: stub._id, operation: 'none' } : create(set, stub, options)]
  }
  if ('createOrReplace' in mutation) return [replace(set, mutation.createOrReplace, options)]
  if ('delete' in mutation) return remove(set, mutation.delete, options)
  return patch(set, mutation.patch, options)
}

function create(set: WorkingSet, stub: DocumentStub, options: PerformOptions): Outcome {
  const document = completeDocument(set, stub, options)
  if (set.get(document._id)) {
    throw stepFailed(409, 'documentAlreadyExistsError', `Document by ID "${document._id}" already exists`, {
      id: document._id,
    })
  }
  set.record(document._id, document, { create: withoutRevision(document) })
  return { id: document._id, operation: 'create' }
}

function replace(set: WorkingSet, stub: DocumentStub, options: PerformOptions): Outcome {
  const existing = stub._id === undefined ? undefined : set.get(stub._id)
  const document = completeDocument(set, { _createdAt: existing?._createdAt, ...stub }, options)
  set.record(document._id, document, { createOrReplace: withoutRevision(document) })
  return { id: document._id, operation: existing ? 'update' : 'create' }
}

function remove(set: WorkingSet, deletion: DeleteMutation, options: PerformOptions): Outcome[] {
  return findTargets(set, deletion, options).map((id) => {
    const existing = set.get(id)
    if (!existing) return { id, operation: 'none' }
    checkRevision(existing, deletion.ifRevisionID)
    set.record(id, null, { delete: { id } })
    return { id, operation: 'delete' }
  })
}

function patch(set: WorkingSet, mutation: PatchMutation, options: PerformOptions): Outcome[] {
  const given = operationsOf(mutation)
  const operations = options.autoGenerateArrayKeys ? addKeysToOperations(given) : given
  return findTargets(set, mutation, options).map((id) => {
    patchDocument(set, id, operations, mutation.ifRevisionID)
    return { id, operation: 'update' }
  })
}

/**
 * Patches one document. A patch that changes nothing still makes a new revision.
 * @throws StepError 409 when the document is missing or has another revision than `ifRevisionID`
 */
export function patchDocument(
  set: WorkingSet,
  id: string,
  operations: PatchOperations,
  ifRevisionID?: string,
): void {
  const existing = set.get(id)
  if (!existing) {
    throw stepFailed(409, 'documentNotFoundError', `The document with the ID "${id}" was not found`, { id })
  }
  checkRevision(existing, ifRevisionID)
  const after = applyPatch(existing, operations)
  set.record(
    id,
    { ...after, _rev: set.transactionId, _updatedAt: set.timestamp },
    { patch: { ...operations, id } },
  )
}

/** @throws StepError 409 when the revision is not the expected one */
export function checkRevision(document: LakeDocument, expected: string | undefined): void {
  if (expected === undefined || document._rev === expected) return
  throw stepFailed(
    409,
    'documentRevisionIDDoesNotMatchError',
    `Document "${document._id}" has unexpected revision ID ("${document._rev}"), expected "${expected}"`,
    { id: document._id, currentRevisionID: document._rev, expectedRevisionID: expected },
  )
}

function findTargets(
  set: WorkingSet,
  selection: { id: string } | { query: string; params?: Record<string, unknown> | undefined },
  { findIds }: PerformOptions,
): string[] {
  return 'id' in selection ? [selection.id] : findIds(set, selection.query, selection.params ?? {})
}

function completeDocument(set: WorkingSet, stub: DocumentStub, options: PerformOptions): LakeDocument {
  const id = completeId(stub._id)
  const problem = findJsonProblem(stub)
  if (problem) throw stepFailed(400, 'validationError', problem, { id })
  // A copy as JSON, since the document stays in memory as it is: without what JSON leaves out.
  const content: unknown = JSON.parse(
    JSON.stringify(options.autoGenerateArrayKeys ? addArrayKeys(stub) : stub),
  )
  const { _createdAt } = stub
  return {
    ...(isRecord(content) ? content : {}),
    _id: id,
    _type: stub._type,
    _rev: set.transactionId,
    _createdAt: isTime(_createdAt) ? _createdAt : set.timestamp,
    _updatedAt: set.timestamp,
  }
}

function completeId(given: string | undefined): string {
  const id = given === undefined || given.endsWith('.') ? `${given ?? ''}${randomUUID()}` : given
  if (isDocumentId(id)) return id
  throw stepFailed(400, 'malformedDocumentIDError', `Malformed document ID: "${id}"`, { id })
}

function isTime(value: unknown): value is string {
  return typeof value === 'string' && !Number.isNaN(Date.parse(value))
}

function withoutRevision({ _rev, ...document }: LakeDocument) {
  return document
}

function addKeysToOperations(operations: PatchOperations): PatchOperations {
  return patchOperations.parse({
    ...operations,
    set: addKeysToValues(operations.set),
    setIfMissing: addKeysToValues(operations.setIfMissing),
    insert: operations.insert && { ...operations.insert, items: addArrayKeys(operations.insert.items) },
  })
}

function addKeysToValues(values: Record<string, unknown> | undefined) {
  return (
    values && Object.fromEntries(Object.entries(values).map(([path, value]) => [path, addArrayKeys(value)]))
  )
}
