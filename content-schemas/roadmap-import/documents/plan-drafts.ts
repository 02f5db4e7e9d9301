import { z } from 'zod'
import type { ImportActivity, ImportDocuments } from './import-documents.ts'

/** A document as the lake holds it and takes it. */
export interface StoredDocument {
  _id: string
  _type: string
  [field: string]: unknown
}

/** What is to be written, in one transaction, so that a reading becomes drafts. */
export interface DraftPlan {
  /** Owners and people that nobody knew yet. */
  create: StoredDocument[]
  /** The roadmap's draft, in the place of the one it had. */
  replace: StoredDocument
  /** Whether the roadmap had a draft or a published version before. */
  updated: boolean
}

const progressSchema = z.looseObject({
  stages: z
    .array(z.looseObject({ activities: z.array(z.looseObject({ _key: z.string() })).nullish() }))
    .nullish(),
})

const PROGRESS_FIELDS = ['status', 'doneAt'] as const
const SYSTEM_FIELDS = new Set(['_rev', '_createdAt', '_updatedAt'])

/** Ids, with and without the prefix of drafts, of everything that a plan must know of. */
export function idsToKnow({ roadmap, ...others }: ImportDocuments): string[] {
  return [roadmap, ...othersOf(others)].flatMap(({ _id }) => [_id, `drafts.${_id}`])
}

/**
 * Plans how a roadmap and its owner become drafts. What is known of its owner and people is left as it is; a known
 * draft of the roadmap is brought up to date, fields that the importer does not read and the progress of activities
 * kept. New people are written as published, so that the rule of privacy knows whose names to keep back: without
 * consent nothing of them is public.
 *
 * @param known the documents there are of `idsToKnow`
 */
export function planDrafts(documents: ImportDocuments, known: readonly StoredDocument[]): DraftPlan {
  const { roadmap, ...others } = documents
  const find = (id: string) =>
    known.find((document) => document._id === `drafts.${id}`) ?? known.find((document) => document._id === id)
  const before = find(roadmap._id)
  const create = othersOf(others)
    .filter(({ _id }) => find(_id) === undefined)
    .map((document) => ({
      ...document,
      _id: document._type === 'person' ? document._id : `drafts.${document._id}`,
    }))
  const replace = {
    ...withoutSystemFields(before),
    ...roadmap,
    _id: `drafts.${roadmap._id}`,
    stages: keepProgress(roadmap.stages, before),
  }
  return { create, replace, updated: before !== undefined }
}

function othersOf({ region, organization, persons }: Omit<ImportDocuments, 'roadmap'>) {
  return [region, organization, ...persons].filter((document) => document !== null)
}

function withoutSystemFields(document: StoredDocument | undefined): Record<string, unknown> {
  return Object.fromEntries(Object.entries(document ?? {}).filter(([field]) => !SYSTEM_FIELDS.has(field)))
}

function keepProgress(
  stages: ImportDocuments['roadmap']['stages'],
  before: StoredDocument | undefined,
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
