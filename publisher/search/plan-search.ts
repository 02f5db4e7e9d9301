/** Pages that can be found: path → hash of the page's bytes. */
export type FoundPages = ReadonlyMap<string, string>

/** Which pages the parts of the search hold. */
export interface SearchPlan {
  /** Whether the base index is still worth asking. */
  useBase: boolean
  /** Pages of the delta index, in order of path; empty when no delta is needed. */
  delta: string[]
  /** Pages whose hits in the base index do not count: gone, changed, or repeated in the delta. */
  removed: string[]
  /** How many pages really differ from the base. */
  drift: number
}

/** With fewer records Pagefind weighs words so differently that new pages come last. */
const SMALLEST_DELTA = 100

/**
 * Says what the search must consist of so that base and delta together hold exactly the current pages.
 * The delta is filled up with unchanged pages to a size at which its weights are comparable to the base's.
 */
export function planSearch(current: FoundPages, base: FoundPages): SearchPlan {
  const changed = [...current].filter(([path, hash]) => base.get(path) !== hash).map(([path]) => path)
  const gone = [...base.keys()].filter((path) => !current.has(path))
  const drift = changed.length + gone.length
  if (changed.length === 0) return { useBase: base.size > 0, delta: [], removed: gone.toSorted(), drift }

  const unchanged = [...current.keys()].filter((path) => base.get(path) === current.get(path)).toSorted()
  const padding = unchanged.slice(0, Math.max(0, SMALLEST_DELTA - changed.length))
  const useBase = padding.length < unchanged.length
  const replaced = changed.filter((path) => base.has(path))
  return {
    useBase,
    delta: [...changed, ...padding].toSorted(),
    removed: useBase ? [...gone, ...replaced, ...padding].toSorted() : [],
    drift,
  }
}
