import type { SanityClient } from '@sanity/client'
import { z } from 'zod'
import type { ImportDocuments } from '#content/roadmap-import/documents/import-documents.ts'
import { idsToKnow, planDrafts } from '#content/roadmap-import/documents/plan-drafts.ts'

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

/** Writes a roadmap, its owner and people in one transaction, as `planDrafts` says. */
export async function saveDrafts(client: SanityClient, documents: ImportDocuments): Promise<SavedDrafts> {
  const known = await client.fetch('*[_id in $ids]', { ids: idsToKnow(documents) }, { perspective: 'raw' })
  const covered = await client.fetch(COVERED, { id: documents.roadmap._id }, { perspective: 'raw' })
  const { create, replace, updated } = planDrafts(documents, knownSchema.parse(known), {
    covered: new Set(coveredSchema.parse(covered)),
  })
  const transaction = client.transaction()
  for (const document of create) transaction.create(document)
  transaction.createOrReplace(replace)
  await transaction.commit({ visibility: 'sync', autoGenerateArrayKeys: false })
  return {
    roadmapId: documents.roadmap._id,
    updated,
    created: create.map((document) => String(document['name'])),
  }
}
