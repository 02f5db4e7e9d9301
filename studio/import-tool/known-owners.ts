import type { SanityClient } from 'sanity'
import { z } from 'zod'
import type { KnownOrganization } from './similar-organizations.ts'

/** Organisations and regions that there are, drafts too. */
export interface KnownOwnersList {
  organizations: KnownOrganization[]
  regions: { _id: string; name: string; slug: string }[]
}

const QUERY = `{
  "organizations": *[_type == "organization"] | order(name asc){
    _id, name, fullName, "slug": slug.current,
    "region": *[_id in [^.region._ref, "drafts." + ^.region._ref]][0].name
  },
  "regions": *[_type == "region"] | order(name asc){_id, name, "slug": slug.current}
}`

const named = z.looseObject({ _id: z.string(), name: z.string().nullish(), slug: z.string().nullish() })
const answer = z.object({
  organizations: z.array(named.extend({ fullName: z.string().nullish(), region: z.string().nullish() })),
  regions: z.array(named),
})

/** Asks for all organisations and regions; of a document and its draft the draft counts, under the document's id. */
export async function fetchKnownOwners(client: SanityClient): Promise<KnownOwnersList> {
  return toKnownOwners(await client.fetch<unknown>(QUERY, {}, { perspective: 'raw' }))
}

/** The list of an answer of the lake. */
export function toKnownOwners(answered: unknown): KnownOwnersList {
  const found = answer.parse(answered)
  return {
    organizations: onePerId(found.organizations).map(({ _id, name, fullName, slug, region }) => ({
      _id,
      name: name ?? fullName ?? '',
      fullName: fullName ?? name ?? '',
      slug: slug ?? _id.replace(/^organization-/, ''),
      region: region ?? null,
    })),
    regions: onePerId(found.regions).map(({ _id, name, slug }) => ({
      _id,
      name: name ?? '',
      slug: slug ?? _id.replace(/^region-/, ''),
    })),
  }
}

function onePerId<Item extends { _id: string }>(items: readonly Item[]): Item[] {
  const drafts = items.filter(({ _id }) => _id.startsWith('drafts.'))
  const published = items.filter(
    ({ _id }) => !_id.startsWith('drafts.') && !drafts.some((draft) => draft._id === `drafts.${_id}`),
  )
  return [...published, ...drafts.map((draft) => ({ ...draft, _id: draft._id.slice('drafts.'.length) }))]
}
