import type { SanityClient } from 'sanity'
import { z } from 'zod'
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
  { create, replace }: DraftPlan,
  known: readonly StoredDocument[],
): Promise<ImportRecord> {
  const draft = known.find(({ _id }) => _id === replace._id)
  const before = typeof draft?.['_rev'] === 'string' ? draft['_rev'] : null
  const transaction = client.transaction()
  for (const document of create) transaction.create(document)
  if (before === null) transaction.create(replace)
  else {
    transaction.patch(replace._id, { ifRevisionID: before, unset: [NO_FIELD] })
    transaction.createOrReplace(replace)
  }
  const { transactionId } = await transaction.commit({ visibility: 'sync', autoGenerateArrayKeys: false })
  return {
    transaction: transactionId,
    roadmap: replace._id.replace(/^drafts\./, ''),
    title: wordsOf(replace['title']),
    created: create.map((document) => ({ id: document._id, name: wordsOf(document['name']) })),
    before,
  }
}

/** A patch that changes nothing, to carry the revision that it expects. */
const NO_FIELD = '_unchanged'

function wordsOf(field: unknown): string {
  return typeof field === 'string' ? field : ''
}
