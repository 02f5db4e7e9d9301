/** Pages that can be found: path → hash of what the search holds of the page. */
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
export const SMALLEST_DELTA = 100

/**
 * Says what the search must consist of so that base and delta together hold exactly the current pages.
 * The delta is filled up with unchanged pages to a size at which its weights are comparable to the base's.
 */
export function planSearch(
  current: FoundPages,
  base: FoundPages,
  smallestDelta = SMALLEST_DELTA,
): SearchPlan {
  const changed = [...current].filter(([path, hash]) => base.get(path) !== hash).map(([path]) => path)
  const gone = [...base.keys()].filter((path) => !current.has(path))
  const drift = changed.length + gone.length
  if (changed.length === 0) return { useBase: base.size > 0, delta: [], removed: gone.toSorted(), drift }

  const wanted = Math.max(0, smallestDelta - changed.length)
  const unchanged = current.size - changed.length
  const padding = listUnchanged(current, base, wanted)
  const useBase = padding.length < unchanged
  const replaced = changed.filter((path) => base.has(path))
  return {
    useBase,
    delta: [...changed, ...padding].toSorted(),
    removed: useBase ? [...gone, ...replaced, ...padding].toSorted() : [],
    drift,
  }
}

/** The first pages, in order of path, that are in the base as they are. */
function listUnchanged(current: FoundPages, base: FoundPages, most: number): string[] {
  const found: string[] = []
  if (most === 0) return found
  for (const path of sortedPaths(base)) {
    if (found.length === most) break
    if (current.get(path) === base.get(path)) found.push(path)
  }
  return found
}

const sortedBases = new WeakMap<FoundPages, readonly string[]>()

/** A base is planned with many times and never changes. */
function sortedPaths(base: FoundPages): readonly string[] {
  const known = sortedBases.get(base)
  if (known !== undefined) return known
  const paths = [...base.keys()].toSorted()
  sortedBases.set(base, paths)
  return paths
}
