import type {
  ContentDocument,
  ContentDocumentOf,
  ContentDocumentType,
} from '../documents/content-document.ts'
import type { Person } from '../generated/types.ts'

/** Fields that are kept from the public wherever they stand. */
export const PRIVATE_FIELDS = [
  'sourceText',
  'sourceFile',
  'importedContent',
  'warnings',
  'inferred',
  'confirmedBy',
  'consent',
] as const

type PrivateField = (typeof PRIVATE_FIELDS)[number]

/** A value without its private fields, however deep they stand. */
export type Public<Value> = Value extends readonly (infer Item)[]
  ? Public<Item>[]
  : Value extends object
    ? { [Field in keyof Value as Exclude<Field, PrivateField>]: Public<Value[Field]> }
    : Value

/** What is public of a person with consent; contacts only with consent to them. */
export type PublicPerson = Public<Omit<Person, 'fullName'>>

/** A content document as anyone may see it. */
export type PublicDocument = PublicPerson | Public<Exclude<ContentDocument, { _type: 'person' }>>

/** The public document of one type. */
export type PublicDocumentOf<Type extends ContentDocumentType> = Extract<
  PublicDocument,
  { _type: ContentDocumentOf<Type>['_type'] }
>
