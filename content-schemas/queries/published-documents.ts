import { defineQuery } from 'groq'

/**
 * A batch of at most 1,000 published content documents after `$after` ('' for the first), by id.
 * Ask again with the last id until a batch is empty. Raw: the privacy filter comes after. Perspective `published`.
 */
export const publishedDocumentsQuery = defineQuery(
  `*[_type in ["region", "municipality", "organization", "person", "roadmap", "coverage", "practice", "material", "collection", "legalAct", "event", "indicatorReport", "glossaryTerm", "page", "formerAddress", "siteSettings"] && _id > $after] | order(_id) [0...1000]`,
)

/** The content documents among `$ids`, in no order. Perspective `published`. */
export const documentsByIdQuery = defineQuery(
  `*[_type in ["region", "municipality", "organization", "person", "roadmap", "coverage", "practice", "material", "collection", "legalAct", "event", "indicatorReport", "glossaryTerm", "page", "formerAddress", "siteSettings"] && _id in $ids]`,
)

/** A batch of at most 1,000 published assets after `$after`, by id: what pages need to show pictures and files. */
export const publishedAssetsQuery = defineQuery(
  `*[_type in ["sanity.imageAsset", "sanity.fileAsset"] && _id > $after] | order(_id) [0...1000]`,
)
