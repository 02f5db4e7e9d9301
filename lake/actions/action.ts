import * as z from 'zod'
import { invalidRequest } from '../errors.ts'
import { patchOperations } from '../mutations/mutation.ts'

const document = z.looseObject({ _id: z.string().min(1).optional(), _type: z.string().min(1) })
const id = z.string().min(1)

const create = z.object({
  actionType: z.literal('sanity.action.document.create'),
  publishedId: id,
  attributes: document,
  ifExists: z.enum(['fail', 'ignore']).default('fail'),
})

const replaceDraft = z.object({
  actionType: z.literal('sanity.action.document.replaceDraft'),
  publishedId: id,
  attributes: document,
})

const edit = z.object({
  actionType: z.literal('sanity.action.document.edit'),
  draftId: id,
  publishedId: id,
  patch: patchOperations.extend({ ifRevisionID: z.string().optional() }),
})

const deleteGroup = z.object({
  actionType: z.literal('sanity.action.document.delete'),
  publishedId: id,
  includeDrafts: z.array(id).default([]),
  purge: z.boolean().default(false),
})

const discard = z.object({
  actionType: z.literal('sanity.action.document.discard'),
  draftId: id,
  purge: z.boolean().default(false),
})

const publish = z.object({
  actionType: z.literal('sanity.action.document.publish'),
  draftId: id,
  publishedId: id,
  ifDraftRevisionId: z.string().optional(),
  ifPublishedRevisionId: z.string().optional(),
})

const unpublish = z.object({
  actionType: z.literal('sanity.action.document.unpublish'),
  draftId: id,
  publishedId: id,
})

const createVersion = z.object({
  actionType: z.literal('sanity.action.document.version.create'),
  publishedId: id,
  document: document.optional(),
  baseId: id.optional(),
  versionId: id.optional(),
  ifBaseRevisionId: z.string().optional(),
})

const discardVersion = z.object({
  actionType: z.literal('sanity.action.document.version.discard'),
  versionId: id,
  purge: z.boolean().default(false),
})

const replaceVersion = z.object({
  actionType: z.literal('sanity.action.document.version.replace'),
  document: document.extend({ _id: id }),
})

const action = z.discriminatedUnion('actionType', [
  create,
  replaceDraft,
  edit,
  deleteGroup,
  discard,
  publish,
  unpublish,
  createVersion,
  discardVersion,
  replaceVersion,
])

/**
 * What can be done with a document and its draft.
 * differs: the actions on versions work for drafts only, as there are no releases.
 *
 * @see https://www.sanity.io/docs/http-reference/actions
 */
export type Action = z.infer<typeof action>
export type ActionOf<Type extends Action['actionType']> = Extract<Action, { actionType: Type }>

const request = z.object({
  actions: z.union([z.array(z.unknown()), z.unknown().transform((one) => [one])]),
  transactionId: z.string().optional(),
  dryRun: z.boolean().optional(),
})

export interface ActionRequest {
  actions: Action[]
  transactionId?: string | undefined
  dryRun?: boolean | undefined
}

/** @throws LakeError 400 that names the first action that is wrong, or not supported */
export function readActionRequest(body: unknown): ActionRequest {
  const read = request.safeParse(body)
  if (!read.success) throw invalidRequest(`The body must be {actions: […]}: ${z.prettifyError(read.error)}`)
  return { ...read.data, actions: read.data.actions.map(readAction) }
}

function readAction(value: unknown, index: number): Action {
  const read = action.safeParse(value)
  if (read.success) return read.data
  const { data } = z.object({ actionType: z.string() }).safeParse(value)
  if (data && !action.options.some(({ shape }) => shape.actionType.value === data.actionType)) {
    throw invalidRequest(
      `Action ${index}: "${data.actionType}" is not supported by this lake, which has drafts but no releases, versions, variants or schedules`,
    )
  }
  throw invalidRequest(`Action ${index} is malformed: ${z.prettifyError(read.error).replaceAll('\n', ' ')}`)
}
