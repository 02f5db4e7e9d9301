import type { FilterCounts } from './search-engine.ts'

/** The values by filter of the pages of an index. */
export interface Facets {
  /** Names under which the index finds its pages. */
  readonly ids: readonly string[]
  /** Places in `ids` by filter and value. */
  readonly places: Readonly<Record<string, Readonly<Record<string, readonly number[]>>>>
}

/** The values by filter of pages. @param pages each with the name under which the index finds it */
export function listFacets(
  pages: readonly { id: string; filters: Readonly<Record<string, readonly string[]>> }[],
): Facets {
  const places: Record<string, Record<string, number[]>> = {}
  for (const [place, { filters }] of pages.entries()) {
    for (const [name, values] of Object.entries(filters)) {
      const ofFilter = (places[name] ??= {})
      for (const value of new Set(values)) (ofFilter[value] ??= []).push(place)
    }
  }
  return { ids: pages.map(({ id }) => id), places }
}

/** How many of these pages have each value; a page that stands in two indexes is one. */
export function countFacets(all: readonly Facets[], found: ReadonlySet<string>): FilterCounts {
  const counts: Record<string, Record<string, number>> = {}
  const seen = new Set<string>()
  for (const { ids, places } of all) {
    const counted = new Set(ids.filter((id) => found.has(id) && !seen.has(id)))
    for (const id of counted) seen.add(id)
    for (const [name, values] of Object.entries(places)) {
      const ofFilter = (counts[name] ??= {})
      for (const [value, ofValue] of Object.entries(values)) {
        const count = ofValue.filter((place) => counted.has(ids[place] ?? '')).length
        ofFilter[value] = (ofFilter[value] ?? 0) + count
      }
    }
  }
  return counts
}

/** Reads a file of facets. @throws {TypeError} when it is no such file */
export function readFacets(value: unknown): Facets {
  if (isFacets(value)) return value
  throw new TypeError('The counts of the search have another shape than expected.')
}

function isFacets(value: unknown): value is Facets {
  if (typeof value !== 'object' || value === null) return false
  if (!('ids' in value) || !Array.isArray(value.ids) || !('places' in value)) return false
  return typeof value.places === 'object' && value.places !== null
}
