import { defineQuery } from 'groq'

/**
 * Document `$id` as far as its address depends on it, with the documents that its address is built upon
 * (`null` for those it does not have). Null when there is no such document.
 */
export const addressedDocumentQuery = defineQuery(
  `*[_id == $id][0]{_id, _type, slug, organization, region, "related": [organization->{_id, _type, slug}, region->{_id, _type, slug}]}`,
)

/** What a region or an organisation is called. Parameter: `$id`. */
export const ownerNameQuery = defineQuery(`*[_id == $id][0].name`)
