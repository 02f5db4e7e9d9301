import type { ContentDocumentType } from './content-document.ts'

/** Names of all types of content documents. */
export const CONTENT_DOCUMENT_TYPES = [
  'region',
  'municipality',
  'organization',
  'person',
  'roadmap',
  'coverage',
  'practice',
  'material',
  'collection',
  'legalAct',
  'event',
  'indicatorReport',
  'glossaryTerm',
  'page',
  'formerAddress',
  'siteSettings',
] as const satisfies readonly ContentDocumentType[]

const known: ReadonlySet<string> = new Set(CONTENT_DOCUMENT_TYPES)

/** Whether there is a type of content documents of this name. */
export function isContentDocumentType(type: string): type is ContentDocumentType {
  return known.has(type)
}
