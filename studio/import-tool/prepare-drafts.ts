import type { SanityClient } from 'sanity'
import { z } from 'zod'
import type { ImportDocuments } from '#content/roadmap-import/documents/import-documents.ts'
import {
  type KnownOwners,
  outlineToDocuments,
} from '#content/roadmap-import/documents/outline-to-documents.ts'
import { type DraftPlan, idsToKnow, planDrafts } from '#content/roadmap-import/documents/plan-drafts.ts'
import { isUnowned, SAME_TEXT, underKnownId } from '#content/roadmap-import/documents/same-text.ts'
import type { StoredDocument } from '#content/roadmap-import/documents/stored-document.ts'
import type { Choices } from '#content/roadmap-import/merging/difference.ts'
import type { RoadmapReading } from '#content/roadmap-import/read-roadmap.ts'

/** What the lake holds of a roadmap that is about to be imported. */
export interface Prepared {
  documents: ImportDocuments
  known: StoredDocument[]
  /** Keys of activities that publications point at. */
  covered: ReadonlySet<string>
}

interface Owner {
  /** Names the owner in ids when neither document nor editor does. */
  fallbackName: string
  known: KnownOwners
}

const FOUND = `{
  "known": *[_id in $ids],
  "covered": *[_type == "coverage" && roadmap._ref == $roadmap].activities[]
}`
const found = z.object({
  known: z.array(z.looseObject({ _id: z.string(), _type: z.string() })),
  covered: z.array(z.string()),
})
const PEOPLE = '*[_type == "person" && organization._ref == $organization]{_id, name}'
const people = z.array(z.object({ _id: z.string(), name: z.string().nullish() }))

/** Makes the documents of a reading and asks the lake what it holds of them already. */
export async function prepareDrafts(
  client: SanityClient,
  reading: RoadmapReading,
  { fallbackName, known }: Owner,
): Promise<Prepared> {
  const persons = await findPeople(client, known.organization?._id)
  const named = outlineToDocuments(reading, { fallbackName, known: { ...known, persons } })
  const documents = isUnowned(named)
    ? underKnownId(named, await findSameText(client, reading.sourceText))
    : named
  const params = { ids: idsToKnow(documents), roadmap: documents.roadmap._id }
  const answer = found.parse(await client.fetch<unknown>(FOUND, params, { perspective: 'raw' }))
  return { documents, known: answer.known, covered: new Set(answer.covered) }
}

/** The drafts that a prepared import becomes with an editor's choices of the differences. */
export function planImport({ documents, known, covered }: Prepared, choices: Choices): DraftPlan {
  return planDrafts(documents, known, { choices, covered })
}

async function findSameText(client: SanityClient, text: string): Promise<string[]> {
  const answer = await client.fetch<unknown>(SAME_TEXT, { text }, { perspective: 'raw' })
  return z.array(z.string()).parse(answer)
}

async function findPeople(
  client: SanityClient,
  organization: string | undefined,
): Promise<ReadonlyMap<string, string>> {
  if (organization === undefined) return new Map()
  const answer = await client.fetch<unknown>(PEOPLE, { organization }, { perspective: 'raw' })
  return new Map(
    people
      .parse(answer)
      .flatMap(({ _id, name }) => (name ? [[name, _id.replace(/^drafts\./, '')] as const] : [])),
  )
}
