import type { SanityClient } from 'sanity'
import { z } from 'zod'
import { draftMutations, revisionOfDraft } from '#content/roadmap-import/documents/draft-mutations.ts'
import type { DraftPlan } from '#content/roadmap-import/documents/plan-drafts.ts'
import type { StoredDocument } from '#content/roadmap-import/documents/stored-document.ts'

/** What an import wrote, enough to take it back. */
export const importRecord = z.object({
  /** The transaction; also the revision of everything that it wrote. */
  transaction: z.string(),
  /** Id of the roadmap, without the prefix of drafts. */
  roadmap: z.string(),
  title: z.string(),
  /** Documents that were new: organisation, region, people. */
  created: z.array(z.object({ id: z.string(), name: z.string() })),
  /** Revision of the draft that it replaced; null when there was none. */
  before: z.string().nullable(),
})
export type ImportRecord = z.infer<typeof importRecord>

/**
 * Writes the drafts in one transaction: all of it or nothing.
 * @throws {Error} when somebody changed the draft after it was compared; nothing is written then
 */
export async function saveImport(
  client: SanityClient,
  plan: DraftPlan,
  known: readonly StoredDocument[],
): Promise<ImportRecord> {
  const { create, replace } = plan
  const { transactionId } = await client.mutate(draftMutations(plan, known), {
    visibility: 'sync',
    returnDocuments: false,
    autoGenerateArrayKeys: false,
  })
  return {
    transaction: transactionId,
    roadmap: replace._id.replace(/^drafts\./, ''),
    title: wordsOf(replace['title']),
    created: create.map((document) => ({ id: document._id, name: wordsOf(document['name']) })),
    before: revisionOfDraft(replace._id, known),
  }
}

function wordsOf(field: unknown): string {
  return typeof field === 'string' ? field : ''
}
