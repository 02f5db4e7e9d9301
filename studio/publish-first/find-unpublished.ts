import { z } from 'zod'

/** A draft that another one refers to and that has never been published. */
export interface UnpublishedDocument {
  id: string
  type: string
  name: string
  /** Fields without which it cannot be published, as the Studio names them. */
  lacks: string[]
}

/** Gives the documents there are of some ids, drafts as drafts. */
export type FetchDocuments = (ids: readonly string[]) => Promise<unknown>

const documents = z.array(z.looseObject({ _id: z.string(), _type: z.string(), name: z.string().nullish() }))
const awaited = z.looseObject({ _ref: z.string(), _strengthenOnPublish: z.object({}).loose() })
const MAX_DEPTH = 4

/**
 * The drafts that must be published before a document can be: those it refers to, and those these refer to, in the order
 * in which they can be published.
 */
export async function findUnpublished(
  document: Readonly<Record<string, unknown>>,
  fetchDocuments: FetchDocuments,
  depth = MAX_DEPTH,
): Promise<UnpublishedDocument[]> {
  const ids = awaitedBy(document)
  if (ids.length === 0 || depth === 0) return []
  const there = documents.parse(await fetchDocuments(ids.flatMap((id) => [id, `drafts.${id}`])))
  const published = new Set(there.map(({ _id }) => _id))
  const found: UnpublishedDocument[] = []
  for (const draft of there.filter(({ _id }) => !published.has(_id.replace(/^drafts\./, '')))) {
    // oxlint-disable-next-line no-await-in-loop -- there are two of them at most
    found.push(...(await findUnpublished(draft, fetchDocuments, depth - 1)))
    const id = draft._id.replace(/^drafts\./, '')
    found.push({ id, type: draft._type, name: draft.name ?? 'без названия', lacks: lacksOf(draft) })
  }
  return found.filter(({ id }, at) => found.findIndex((other) => other.id === id) === at)
}

/** Ids that references of a document wait for. */
export function awaitedBy(document: Readonly<Record<string, unknown>>): string[] {
  return Object.values(document).flatMap((value) => {
    const reference = awaited.safeParse(value)
    return reference.success ? [reference.data._ref] : []
  })
}

function lacksOf(draft: Readonly<Record<string, unknown>>): string[] {
  return draft['_type'] === 'organization' && draft['region'] === undefined ? ['регион'] : []
}
