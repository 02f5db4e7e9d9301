import type { SearchFacets } from './page-meta.ts'

/** What the site's search stores of a page besides its words: name of a filter and one of its values. */
export interface PagefindFacet {
  readonly filter: string
  readonly value: string
}

/** The filters of a page, one entry for each value. */
export function listPagefindFacets({ kind, form, stages, levels, region }: SearchFacets): PagefindFacet[] {
  return [
    { filter: 'kind', value: kind },
    ...(form === undefined ? [] : [{ filter: 'form', value: form }]),
    ...(stages ?? []).map((value) => ({ filter: 'stage', value })),
    ...(levels ?? []).map((value) => ({ filter: 'level', value })),
    ...(region ? [{ filter: 'region', value: region }] : []),
  ]
}
