import type { LakeDocument } from '../documents/document.ts'
import type { Selection } from '../store/documents.ts'

/**
 * The documents that a reader can see, as one dataset. Whatever answers a request reads through one of these, so
 * access and perspective are settled before a query sees anything.
 */
export interface DocumentSource {
  get(id: string): LakeDocument | undefined
  /** At least the visible documents that the selection means, in order of id; never one that is not visible. */
  select(selection: Selection): LakeDocument[]
}
