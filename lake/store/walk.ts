import type { Perspective } from '../query/perspective.ts'

/** How documents follow each other. */
export type WalkOrder = 'id' | { path: readonly string[]; lower: boolean; descending: boolean }

/** A way through the documents of some types, in an order, from its beginning. */
export interface Walk {
  /** Null: of all types. */
  types: readonly string[] | null
  order: WalkOrder
  /** With the order of ids: only documents after this id. */
  after?: string
  /** Words that all documents looked for have; a hint, which may be passed over. */
  words?: readonly string[]
}

/**
 * Several ways that pass all documents of a walk together: its first documents are among the first of each way.
 * No document of a later batch comes before, or at the same place as, one of an earlier batch.
 */
export interface Ways<Batch> {
  /** What the order of the ways does not know: these may belong anywhere. */
  loose: Batch
  ways: Iterable<Batch>[]
}

/** What a store answers from its indexes, as a perspective shows the documents. */
export interface IndexedReads {
  /**
   * The ways of a walk, in ids of the perspective. Batches may hold documents that are none of the walk's.
   * @returns null when no index knows the order
   */
  walk(walk: Walk, perspective: Perspective): Ways<readonly string[]> | null
  /** How many documents of the types there are. Missing where not all of them are visible. */
  count?(types: readonly string[], perspective: Perspective): number
}

/** Walks for readers who see some documents whole and the others as the public does. */
export interface PublicWalk extends Walk {
  now: Date
  /** Ids of at least all documents of the types that the reader sees whole; null when that cannot be told. */
  own: (() => readonly string[]) | null
}
