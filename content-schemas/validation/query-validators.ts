import { parse, typeEvaluate } from 'groq-js'
import type { ZodType } from 'zod'
import { allQueries } from '../queries/all-queries.ts'
import { contentSchema } from './content-schema.ts'
import { createConverter } from './convert-type-node.ts'
import { typedAs } from './typed-as.ts'

const convert = createConverter(contentSchema, 'published')

/** Validators of the result of every query, by the query's name; each is built from the query itself. */
export const queryValidators = {
  activitiesWithoutResponsibleQuery: buildValidator(allQueries.activitiesWithoutResponsibleQuery),
  addressedDocumentQuery: buildValidator(allQueries.addressedDocumentQuery),
  attentionCountsQuery: buildValidator(allQueries.attentionCountsQuery),
  coverageOfRoadmapQuery: buildValidator(allQueries.coverageOfRoadmapQuery),
  currentRoadmapQuery: buildValidator(allQueries.currentRoadmapQuery),
  documentsByIdQuery: buildValidator(allQueries.documentsByIdQuery),
  expiredConsentsQuery: buildValidator(allQueries.expiredConsentsQuery),
  ownerNameQuery: buildValidator(allQueries.ownerNameQuery),
  outdatedMaterialsQuery: buildValidator(allQueries.outdatedMaterialsQuery),
  publishedAssetsQuery: buildValidator(allQueries.publishedAssetsQuery),
  publishedDocumentsQuery: buildValidator(allQueries.publishedDocumentsQuery),
  referringDocumentsQuery: buildValidator(allQueries.referringDocumentsQuery),
  roadmapActivitiesQuery: buildValidator(allQueries.roadmapActivitiesQuery),
  roadmapsAtAddressQuery: buildValidator(allQueries.roadmapsAtAddressQuery),
  roadmapsWithWarningsQuery: buildValidator(allQueries.roadmapsWithWarningsQuery),
  siteOfRoadmapOwnerQuery: buildValidator(allQueries.siteOfRoadmapOwnerQuery),
  uncheckedPracticesQuery: buildValidator(allQueries.uncheckedPracticesQuery),
} satisfies Record<keyof typeof allQueries, ZodType>

function buildValidator<Query extends keyof SanityQueries>(query: Query): ZodType<SanityQueries[Query]> {
  return typedAs<SanityQueries[Query]>(convert(typeEvaluate(parse(query), contentSchema)))
}
