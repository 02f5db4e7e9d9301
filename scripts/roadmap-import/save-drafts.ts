import { ClientError } from '@sanity/client'
import type { SanityClient } from '@sanity/client'
import { z } from 'zod'
import type { ImportDocuments } from '#content/roadmap-import/documents/import-documents.ts'
import { draftMutations } from '#content/roadmap-import/documents/draft-mutations.ts'
import { idsToKnow, planDrafts } from '#content/roadmap-import/documents/plan-drafts.ts'
import { isUnowned, SAME_TEXT, underKnownId } from '#content/roadmap-import/documents/same-text.ts'

/** What saving a roadmap did. */
export interface SavedDrafts {
  roadmapId: string
  /** Whether the roadmap had a draft or a published version before. */
  updated: boolean
  /** Names of organisations, regions and people that were not known yet. */
  created: string[]
}

/** `_key`s of the activities that publications point at. */
const COVERED = '*[_type == "coverage" && roadmap._ref == $id].activities[]'
const coveredSchema = z.array(z.string().nullable()).transform((keys) => keys.filter((key) => key !== null))
const knownSchema = z.array(z.looseObject({ _id: z.string(), _type: z.string() }))

/** How often an import begins anew when somebody edits the draft at the same moment. */
const ATTEMPTS = 5

/**
 * Writes a roadmap, its owner and people in one transaction, as `planDrafts` says. What editors write meanwhile is
 * never lost: the plan is then made anew, with it.
 */
export async function saveDrafts(client: SanityClient, read: ImportDocuments): Promise<SavedDrafts> {
  const documents = isUnowned(read) ? underKnownId(read, await findSameText(client, read)) : read
  for (let attempt = 1; ; attempt += 1) {
    const known = knownSchema.parse(
      await client.fetch('*[_id in $ids]', { ids: idsToKnow(documents) }, { perspective: 'raw' }),
    )
    const covered = await client.fetch(COVERED, { id: documents.roadmap._id }, { perspective: 'raw' })
    const plan = planDrafts(documents, known, { covered: new Set(coveredSchema.parse(covered)) })
    try {
      await client.mutate(draftMutations(plan, known), {
        visibility: 'sync',
        returnDocuments: false,
        autoGenerateArrayKeys: false,
      })
    } catch (error) {
      if (!isConflict(error) || attempt === ATTEMPTS) throw error
      continue
    }
    return {
      roadmapId: documents.roadmap._id,
      updated: plan.updated,
      created: plan.create.map((document) => String(document['name'])),
    }
  }
}

async function findSameText(client: SanityClient, { roadmap }: ImportDocuments): Promise<string[]> {
  const found = await client.fetch<unknown>(SAME_TEXT, { text: roadmap.sourceText }, { perspective: 'raw' })
  return z.array(z.string()).parse(found)
}

function isConflict(error: unknown): boolean {
  return error instanceof ClientError && error.statusCode === 409
}
