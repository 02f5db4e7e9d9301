import type { SanityClient } from 'sanity'
import { z } from 'zod'
import { documentsByIdQuery } from '#content/queries/published-documents.ts'
import { outlineToDocuments } from '#content/roadmap-import/documents/outline-to-documents.ts'
import { idsToKnow, planDrafts } from '#content/roadmap-import/documents/plan-drafts.ts'
import type { RoadmapReading } from '#content/roadmap-import/read-roadmap.ts'

/** What became of a reading. */
export interface SavedReading {
  roadmapId: string
  /** Whether the roadmap was there before. */
  updated: boolean
  /** Names of organisations, regions and people that were not known yet. */
  created: string[]
}

const known = z.array(z.looseObject({ _id: z.string(), _type: z.string() }))

/** Makes drafts of a reading in one transaction; importing the same roadmap again updates its draft. */
export async function saveReading(
  client: SanityClient,
  reading: RoadmapReading,
  fallbackName: string,
): Promise<SavedReading> {
  const documents = outlineToDocuments(reading, { fallbackName })
  const ids = idsToKnow(documents)
  const found: unknown = await client.fetch(documentsByIdQuery, { ids }, { perspective: 'raw' })
  const { create, replace, updated } = planDrafts(documents, known.parse(found))
  const transaction = client.transaction()
  for (const document of create) transaction.create(document)
  transaction.createOrReplace(replace)
  await transaction.commit({ visibility: 'sync', autoGenerateArrayKeys: false })
  return { roadmapId: documents.roadmap._id, updated, created: create.map(({ name }) => String(name)) }
}
