import type { SiteDocument, SiteDocumentType } from './documents.ts'

/** A published document without anything private, as the publisher hands it over. */
export interface PublicDocument {
  readonly _id: string
  readonly _type: string
  readonly [field: string]: unknown
}

/** Fields without which a document cannot stand in any list. */
const required = {
  collection: ['title', 'slug', 'items'],
  coverage: ['title', 'slug', 'roadmap', 'date', 'channel'],
  event: ['title', 'slug', 'date'],
  glossaryTerm: ['term', 'slug', 'definition'],
  indicatorReport: ['period', 'indicators'],
  legalAct: ['title', 'slug'],
  material: ['title', 'slug', 'type'],
  municipality: ['name', 'slug', 'region'],
  organization: ['name', 'slug'],
  page: ['title', 'slug'],
  person: ['name'],
  practice: ['title', 'slug', 'organization', 'form'],
  region: ['name', 'slug'],
  roadmap: ['title', 'slug', 'stages'],
  'sanity.fileAsset': ['extension'],
  'sanity.imageAsset': ['extension'],
  siteSettings: [],
} as const satisfies Record<SiteDocumentType, readonly string[]>

/**
 * The documents that pages can show. One of a type the site does not know, or without a field that lists rely
 * on (a draft in a preview, a document written past the Studio), is left out rather than breaking every page.
 */
export function acceptDocuments(documents: Iterable<PublicDocument>): SiteDocument[] {
  const accepted: SiteDocument[] = []
  for (const document of documents) if (isShowable(document)) accepted.push(document)
  return accepted
}

const requiredOf: ReadonlyMap<string, readonly string[]> = new Map(Object.entries(required))

/** Whether a document can be shown; see `acceptDocuments`. */
export function isShowable(document: PublicDocument): document is PublicDocument & SiteDocument {
  const fields = requiredOf.get(document._type)
  return fields !== undefined && fields.every((field) => document[field] != null)
}
