/** A document as the lake keeps it. */
export interface LakeDocument {
  readonly _id: string
  readonly _type: string
  readonly [field: string]: unknown
}

/** Hears about published documents that may have changed. */
export interface ChangeListener {
  changed(ids: readonly string[]): void
  /** Events may have been lost: everything has to be compared. */
  missed(): void
}

/** Where the publisher reads documents: a lake over HTTP, or a map in tests. */
export interface DocumentSource {
  /** Every published document, in any order. */
  published(): AsyncIterable<LakeDocument>
  /** Published documents of these ids as they are now; those that do not exist are left out. */
  fetch(ids: readonly string[]): Promise<LakeDocument[]>
  /** Revisions of every published document, by id. */
  revisions(): Promise<Map<string, string>>
  /** Every draft, with its `drafts.` id. */
  drafts(): Promise<LakeDocument[]>
  /** Writes published documents, in the place of those of the same ids. */
  remember(documents: readonly LakeDocument[]): Promise<void>
  /**
   * Starts to listen; resolves once no later change can be missed.
   * @returns a function that stops listening
   */
  listen(listener: ChangeListener): Promise<() => void>
}

/** Whether a value read from the lake is a document. */
export function isLakeDocument(value: unknown): value is LakeDocument {
  return (
    typeof value === 'object' &&
    value !== null &&
    '_id' in value &&
    typeof value._id === 'string' &&
    '_type' in value &&
    typeof value._type === 'string'
  )
}

/** Whether an id names a published document, not a draft or a version of a release. */
export function isPublishedId(id: string): boolean {
  return !id.startsWith('drafts.') && !id.startsWith('versions.')
}
