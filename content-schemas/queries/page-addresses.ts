import type { SlugIsUniqueValidator } from '@sanity/types'
import { defineQuery } from 'groq'

/** How many other roadmaps of the same owner have this address. Parameters: `$id` (published), `$slug`, `$owner`. */
export const roadmapsAtAddressQuery = defineQuery(
  `count(*[_type == "roadmap" && slug.current == $slug && coalesce(organization._ref, region._ref) == $owner && !(_id in [$id, "drafts." + $id]) && !(_id in path("versions.**"))])`,
)

/** Whether no other roadmap of the same organisation or region has the address: two schools may both have `2024-2025`. */
export const isRoadmapAddressFree: SlugIsUniqueValidator = async (slug, { document, getClient }) => {
  const owner = readReference(document?.['organization']) ?? readReference(document?.['region'])
  if (document === undefined || owner === undefined) return true
  const id = document._id.replace(/^drafts\./, '').replace(/^versions\.[^.]+\./, '')
  const count = await getClient({ apiVersion: '2025-02-19' }).fetch<number>(roadmapsAtAddressQuery, {
    id,
    slug,
    owner,
  })
  return count === 0
}

function readReference(value: unknown): string | undefined {
  if (typeof value !== 'object' || value === null || !('_ref' in value)) return undefined
  return typeof value._ref === 'string' ? value._ref : undefined
}
