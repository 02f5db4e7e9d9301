import { addressedDocumentQuery, ownerNameQuery } from './addressed-documents.ts'
import {
  activitiesWithoutResponsibleQuery,
  attentionCountsQuery,
  expiredConsentsQuery,
  outdatedMaterialsQuery,
  roadmapsWithWarningsQuery,
  uncheckedPracticesQuery,
} from './attention.ts'
import { roadmapsAtAddressQuery } from './page-addresses.ts'
import { documentsByIdQuery, publishedAssetsQuery, publishedDocumentsQuery } from './published-documents.ts'
import { referringDocumentsQuery } from './references.ts'
import {
  coverageOfRoadmapQuery,
  currentRoadmapQuery,
  roadmapActivitiesQuery,
  siteOfRoadmapOwnerQuery,
} from './roadmap-coverage.ts'

/** Every query of the project by its name. */
export const allQueries = {
  activitiesWithoutResponsibleQuery,
  addressedDocumentQuery,
  attentionCountsQuery,
  coverageOfRoadmapQuery,
  currentRoadmapQuery,
  documentsByIdQuery,
  expiredConsentsQuery,
  outdatedMaterialsQuery,
  ownerNameQuery,
  publishedAssetsQuery,
  publishedDocumentsQuery,
  referringDocumentsQuery,
  roadmapActivitiesQuery,
  roadmapsAtAddressQuery,
  roadmapsWithWarningsQuery,
  siteOfRoadmapOwnerQuery,
  uncheckedPracticesQuery,
} as const
