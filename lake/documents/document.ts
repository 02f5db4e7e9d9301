/** A stored document. Times are ISO 8601 UTC; `_rev` is the id of the transaction that wrote it. */
export interface LakeDocument {
  _id: string
  _type: string
  _rev: string
  _createdAt: string
  _updatedAt: string
  [field: string]: unknown
}

export function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

const SYSTEM_FIELDS = ['_id', '_type', '_rev', '_createdAt', '_updatedAt']

export function isDocument(value: unknown): value is LakeDocument {
  return isRecord(value) && SYSTEM_FIELDS.every((field) => typeof value[field] === 'string')
}

/**
 * Reads a document from its stored JSON.
 * @throws Error when the text is not a document: the store is damaged.
 */
export function parseDocument(json: string): LakeDocument {
  const value: unknown = JSON.parse(json)
  if (!isDocument(value))
    throw new Error(`The store holds something that is not a document: ${json.slice(0, 200)}`)
  return value
}

/** The document without `_rev`, which is how history and listeners compare revisions. */
export function withoutRevision(document: LakeDocument): Omit<LakeDocument, '_rev'> {
  const { _rev, ...rest } = document
  return rest
}
