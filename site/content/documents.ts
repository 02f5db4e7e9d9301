import type {
  Collection,
  Coverage,
  Event,
  GlossaryTerm,
  IndicatorReport,
  LegalAct,
  Material,
  Municipality,
  Organization,
  Page,
  Person,
  Practice,
  Region,
  Roadmap,
  SanityFileAsset,
  SanityImageAsset,
  SiteSettings,
} from '#content/generated/types.ts'

/** Every document the site reads: published, with nothing private left in it. */
export type SiteDocument =
  | Collection
  | Coverage
  | Event
  | GlossaryTerm
  | IndicatorReport
  | LegalAct
  | Material
  | Municipality
  | Organization
  | Page
  | Person
  | Practice
  | Region
  | Roadmap
  | SanityFileAsset
  | SanityImageAsset
  | SiteSettings

export type SiteDocumentType = SiteDocument['_type']

/** The document type whose `_type` is this one. */
export type DocumentOf<Type extends SiteDocumentType> = Extract<SiteDocument, { _type: Type }>

/** Narrows a document to one type. */
export function isOfType<Type extends SiteDocumentType>(
  document: SiteDocument,
  type: Type,
): document is DocumentOf<Type> {
  return document._type === type
}
