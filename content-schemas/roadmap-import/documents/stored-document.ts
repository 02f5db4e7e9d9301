/** A document as the lake holds it and takes it. */
export interface StoredDocument {
  _id: string
  _type: string
  [field: string]: unknown
}
