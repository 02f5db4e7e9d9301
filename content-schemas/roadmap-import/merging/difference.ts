/** Whose version stands in the merged document. */
export type Side = 'edited' | 'imported'

/** One thing in which the new file and the roadmap as editors left it differ. */
export interface Difference {
  /** Stays the same whatever is chosen: `roadmap:title`, `stage:s1`, `row:s2a1:deadlines`, `order`. */
  id: string
  about: 'roadmap' | 'stage' | 'row' | 'order'
  /** Number and words of the stage or row, for a person; '' for the roadmap. */
  place: string
  /** The field that differs; null when the whole stage or row is on one side only. */
  field: string | null
  /** What editors have; undefined when they have not got it. */
  edited: unknown
  /** What the file says; undefined when it does not hold it. */
  imported: unknown
  taken: Side
  /** Whether editors changed it too, so that somebody should look. */
  conflict: boolean
}

/** Which side to take instead of the usual one, by the `id` of the difference. */
export type Choices = Readonly<Record<string, Side>>
