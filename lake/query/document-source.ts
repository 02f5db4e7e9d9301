import type { LakeDocument } from '../documents/document.ts'
import type { Selection } from '../store/select-ids.ts'
import type { IndexedReads, Walk, Ways } from '../store/walk.ts'

/**
 * The documents that a reader can see, as one dataset. Whatever answers a request reads through one of these, so
 * access and perspective are settled before a query sees anything.
 */
export interface DocumentSource {
  get(id: string): LakeDocument | undefined
  /** At least the visible documents that the selection means, in order of id; never one that is not visible. */
  select(selection: Selection): LakeDocument[]
  /**
   * What indexes answer about these documents without looking at them, before a perspective is applied. Missing where
   * the reader may see less, or something else, than is stored.
   */
  indexed?: IndexedReads | undefined
  /** The walk, as the store gives it, with what is visible of its documents. Missing or null where there is none. */
  walk?: ((walk: Walk) => Ways<LakeDocument[]> | null) | undefined
  /** How many documents of the types are visible. Missing where they would have to be looked at. */
  countTypes?: ((types: readonly string[]) => number) | undefined
}
