import type { AllSanitySchemaTypes, SanityFileAsset, SanityImageAsset } from '../generated/types.ts'

/** A published document of any type of the content; assets are not among them. */
export type ContentDocument = Exclude<
  Extract<AllSanitySchemaTypes, { _id: string; _type: string }>,
  SanityFileAsset | SanityImageAsset
>

/** Names of the types of content documents. */
export type ContentDocumentType = ContentDocument['_type']

/** The document of one type. */
export type ContentDocumentOf<Type extends ContentDocumentType> = Extract<ContentDocument, { _type: Type }>

/** Any document a lake may hold, known to the schema or not. */
export interface LakeDocument {
  readonly _id: string
  readonly _type: string
  readonly [field: string]: unknown
}
