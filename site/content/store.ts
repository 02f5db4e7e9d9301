/** A published document without anything private, as the site receives it. */
export interface PublicDocument {
  readonly _id: string
  readonly _type: string
  readonly [field: string]: unknown
}
export interface Changes { upsert?: PublicDocument[]; remove?: string[]; today?: string }
