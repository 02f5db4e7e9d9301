import type { DraftPlan } from './plan-drafts.ts'
import type { StoredDocument } from './stored-document.ts'

/** A mutation of Sanity's API, of the kinds that writing a plan takes. */
export type DraftMutation =
  | { create: StoredDocument }
  | { createOrReplace: StoredDocument }
  | { patch: { id: string; ifRevisionID: string; unset: string[] } }

/** A patch that changes nothing, to carry the revision that it expects. */
const NO_FIELD = '_unchanged'

/**
 * The mutations that write a plan, for one transaction. They are refused as a whole when somebody changed the
 * roadmap's draft, or made one, after the plan was made.
 *
 * @param known the documents that the plan was made with
 */
export function draftMutations(
  { create, replace }: DraftPlan,
  known: readonly StoredDocument[],
): DraftMutation[] {
  const creations = create.map((document) => ({ create: document }))
  const revision = revisionOfDraft(replace._id, known)
  if (revision === null) return [...creations, { create: replace }]
  const guard = { patch: { id: replace._id, ifRevisionID: revision, unset: [NO_FIELD] } }
  return [...creations, guard, { createOrReplace: replace }]
}

/** Revision that a plan's draft had when the plan was made; null when there was none. */
export function revisionOfDraft(draftId: string, known: readonly StoredDocument[]): string | null {
  const revision = known.find(({ _id }) => _id === draftId)?.['_rev']
  return typeof revision === 'string' ? revision : null
}
