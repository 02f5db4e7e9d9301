import type { SanityClient } from '@sanity/client'
import type { ImportActivity, ImportDocuments } from '#content/roadmap-import/documents/import-documents.ts'
import { z } from 'zod'

/** What saving a roadmap did. */
export interface SavedDrafts {
  roadmapId: string
  /** Whether the roadmap had a draft or a published version before. */
  updated: boolean
  /** Names of organisations, regions and people that were not known yet. */
  created: string[]
}

const knownSchema = z.array(z.looseObject({ _id: z.string(), _type: z.string() }))
const progressSchema = z.looseObject({
  stages: z
    .array(
      z.looseObject({
        activities: z.array(z.looseObject({ _key: z.string() })).nullish(),
      }),
    )
    .nullish(),
})
/** A document as the client takes it. */
interface DraftStub {
  _id: string
  _type: string
  [field: string]: unknown
}

const PROGRESS_FIELDS = ['status', 'doneAt'] as const

/**
 * Writes a roadmap and its owner as drafts in one transaction. What exists of its owner and people is left as it
 * is; an existing draft of the roadmap is brought up to date, fields that the importer does not read and the
 * progress of activities kept. New people are written as published, so that the rule of privacy knows whose names to
 * keep back: without consent nothing of them is public.
 */
export async function saveDrafts(client: SanityClient, documents: ImportDocuments): Promise<SavedDrafts> {
  const { roadmap, organization, region, persons } = documents
  const others = [region, organization, ...persons].filter((document) => document !== null)
  const ids = [roadmap, ...others].flatMap(({ _id }) => [_id, `drafts.${_id}`])
  const known = knownSchema.parse(await client.fetch('*[_id in $ids]', { ids }, { perspective: 'raw' }))
  const find = (id: string) =>
    known.find((document) => document._id === `drafts.${id}`) ?? known.find((document) => document._id === id)
  const transaction = client.transaction()
  const fresh = others.filter((document) => !find(document._id))
  for (const document of fresh) {
    const id = document._type === 'person' ? document._id : `drafts.${document._id}`
    const stub: DraftStub = { ...document, _id: id }
    transaction.create(stub)
  }
  const before = find(roadmap._id)
  transaction.createOrReplace({
    ...withoutSystemFields(before),
    ...roadmap,
    _id: `drafts.${roadmap._id}`,
    stages: keepProgress(roadmap.stages, before),
  })
  await transaction.commit({ visibility: 'sync', autoGenerateArrayKeys: false })
  return {
    roadmapId: roadmap._id,
    updated: before !== undefined,
    created: fresh.map((document) => document.name),
  }
}

function withoutSystemFields(document: Record<string, unknown> | undefined): Record<string, unknown> {
  const system = new Set(['_rev', '_createdAt', '_updatedAt'])
  return Object.fromEntries(Object.entries(document ?? {}).filter(([field]) => !system.has(field)))
}

function keepProgress(
  stages: ImportDocuments['roadmap']['stages'],
  before: Record<string, unknown> | undefined,
): { activities: (ImportActivity & Record<string, unknown>)[] }[] {
  const read = progressSchema.safeParse(before)
  const old = new Map(
    (read.success ? (read.data.stages ?? []) : []).flatMap((stage) =>
      (stage.activities ?? []).map((activity) => [activity._key, activity]),
    ),
  )
  return stages.map((stage) => ({
    ...stage,
    activities: stage.activities.map((activity) => {
      const earlier = old.get(activity._key)
      if (!earlier || earlier['text'] !== activity.text) return activity
      const kept = PROGRESS_FIELDS.flatMap((field) =>
        earlier[field] == null ? [] : [[field, earlier[field]]],
      )
      return { ...activity, ...Object.fromEntries(kept) }
    }),
  }))
}
