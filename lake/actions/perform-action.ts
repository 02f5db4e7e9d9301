import { documentState, draftId, publishedId } from '../documents/document-id.ts'
import { isRecord, type LakeDocument } from '../documents/document.ts'
import type { DocumentStub, Mutation } from '../mutations/mutation.ts'
import { checkRevision, patchDocument, performMutation } from '../mutations/perform-mutation.ts'
import { stepFailed } from '../mutations/step-error.ts'
import type { WorkingSet } from '../mutations/working-set.ts'
import type { Action, ActionOf } from './action.ts'
import { strengthenReferences } from './strengthen.ts'

/**
 * Performs one action on the working set.
 * @throws StepError
 */
export function performAction(set: WorkingSet, action: Action): void {
  switch (action.actionType) {
    case 'sanity.action.document.create':
      return createDraft(set, action)
    case 'sanity.action.document.replaceDraft':
      return replaceDraft(set, action.publishedId, action.attributes)
    case 'sanity.action.document.edit':
      return editDraft(set, action)
    case 'sanity.action.document.delete':
      return deleteGroup(set, action)
    case 'sanity.action.document.discard':
      return discardDraft(set, action.draftId, action.purge)
    case 'sanity.action.document.publish':
      return publish(set, action)
    case 'sanity.action.document.unpublish':
      return unpublish(set, action)
    case 'sanity.action.document.version.create':
      return createVersion(set, action)
    case 'sanity.action.document.version.discard':
      return discardDraft(set, action.versionId, action.purge)
    case 'sanity.action.document.version.replace':
      return replaceDraft(set, publishedId(action.document._id), action.document)
  }
}

function createDraft(set: WorkingSet, action: ActionOf<'sanity.action.document.create'>): void {
  const draft = toDraft(action.publishedId, action.attributes)
  if (action.ifExists === 'ignore' && set.get(draft._id)) return
  apply(set, { create: draft })
}

function replaceDraft(set: WorkingSet, id: string, attributes: DocumentStub): void {
  const draft = toDraft(id, attributes)
  if (!set.get(draft._id) && !set.get(publishedId(draft._id))) throw missing(draft._id)
  apply(set, { createOrReplace: draft })
}

/** A draft that is not there yet begins as a copy of the published document. */
function editDraft(set: WorkingSet, action: ActionOf<'sanity.action.document.edit'>): void {
  checkDraft(action.draftId, action.publishedId)
  const { ifRevisionID, ...operations } = action.patch
  if (!set.get(action.draftId)) {
    const published = set.get(action.publishedId)
    if (!published) throw missing(action.draftId)
    apply(set, { create: { ...published, _id: action.draftId } })
  }
  patchDocument(set, action.draftId, operations, ifRevisionID)
}

function deleteGroup(set: WorkingSet, action: ActionOf<'sanity.action.document.delete'>): void {
  const ids = [action.publishedId, ...action.includeDrafts]
  const foreign = ids.find((id) => publishedId(id) !== action.publishedId)
  if (foreign !== undefined) {
    throw stepFailed(400, 'validationError', `"${foreign}" is no version of "${action.publishedId}"`)
  }
  if (!ids.some((id) => set.get(id))) throw missing(action.publishedId)
  const left = set
    .select({ bases: [action.publishedId] })
    .find(({ _id }) => set.get(_id) && !ids.includes(_id))
  if (left) {
    throw stepFailed(
      409,
      'documentHasVersionsError',
      `"${left._id}" must be named in includeDrafts: it would be left behind`,
      {
        id: left._id,
      },
    )
  }
  for (const id of ids) apply(set, { delete: { id } })
  if (action.purge) set.purge(ids)
}

function discardDraft(set: WorkingSet, id: string, purge: boolean): void {
  checkDraft(id, publishedId(id))
  if (!set.get(id)) throw missing(id)
  apply(set, { delete: { id } })
  if (purge) set.purge([id])
}

function publish(set: WorkingSet, action: ActionOf<'sanity.action.document.publish'>): void {
  checkDraft(action.draftId, action.publishedId)
  const [draft, published] = [set.get(action.draftId), set.get(action.publishedId)]
  if (!draft) throw missing(action.draftId)
  checkRevision(draft, action.ifDraftRevisionId)
  if (action.ifPublishedRevisionId !== undefined) {
    if (!published) throw missing(action.publishedId)
    checkRevision(published, action.ifPublishedRevisionId)
  }
  const strong = strengthenReferences(draft)
  const content = {
    ...(isRecord(strong) ? strong : {}),
    _id: action.publishedId,
    _type: draft._type,
    _createdAt: published?._createdAt ?? draft._createdAt,
  }
  apply(set, published ? { createOrReplace: content } : { create: content })
  apply(set, { delete: { id: action.draftId } })
}

function unpublish(set: WorkingSet, action: ActionOf<'sanity.action.document.unpublish'>): void {
  checkDraft(action.draftId, action.publishedId)
  const published = set.get(action.publishedId)
  if (!published) throw missing(action.publishedId)
  if (!set.get(action.draftId)) apply(set, { create: { ...published, _id: action.draftId } })
  apply(set, { delete: { id: action.publishedId } })
}

function createVersion(set: WorkingSet, action: ActionOf<'sanity.action.document.version.create'>): void {
  if (action.document) {
    apply(set, { create: toDraft(action.publishedId, action.document) })
    return
  }
  const id = action.versionId ?? draftId(action.publishedId)
  checkDraft(id, action.publishedId)
  const base = action.baseId === undefined ? undefined : set.get(action.baseId)
  if (!base) throw missing(action.baseId ?? action.publishedId)
  checkRevision(base, action.ifBaseRevisionId)
  apply(set, { create: { ...base, _id: id } })
}

function toDraft(id: string, attributes: DocumentStub): DocumentStub & { _id: string } {
  const draft = attributes._id ?? draftId(id)
  checkDraft(draft, id)
  return { ...attributes, _id: draft }
}

function checkDraft(draft: string, published: string): void {
  if (documentState(published) !== 'published') {
    throw stepFailed(400, 'validationError', `"${published}" is not the id of a published document`)
  }
  if (documentState(draft) === 'version') {
    throw stepFailed(
      400,
      'validationError',
      `"${draft}" is a version in a release: this lake has drafts only`,
    )
  }
  if (draft !== draftId(published)) {
    throw stepFailed(400, 'validationError', `"${draft}" is not the draft of "${published}"`)
  }
}

function missing(id: string) {
  return stepFailed(409, 'documentNotFoundError', `The document with the ID "${id}" was not found`, { id })
}

function apply(set: WorkingSet, mutation: Mutation | { create: LakeDocument }): void {
  performMutation(set, mutation, { autoGenerateArrayKeys: false, findIds: () => [] })
}
