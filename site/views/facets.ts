import type { VocabularyEntry } from '#content/vocabulary/vocabulary-table.ts'
import type { ContentReader } from '../content/content-reader.ts'
import type { Link } from './page-meta.ts'

/** One property by which a list can be narrowed, with its choices. */
export interface Facet {
  readonly name: string
  readonly choices: readonly FacetChoice[]
}

export interface FacetChoice extends Link {
  /** Entries of the choice; null where nobody counted. */
  readonly count: number | null
  readonly current: boolean
}

/** The choices of a vocabulary that have something in them. `base` ends before the key. */
export function viewFacet(
  content: ContentReader,
  index: 'practice' | 'material',
  facet: { name: string; value: string; base: string; table: readonly VocabularyEntry[] },
  currentUrl: string,
): Facet {
  const choices = facet.table.map(({ key, title }) => {
    const url = `${facet.base}${key}/`
    return { title, url, count: content.count(index, `${facet.value}/${key}`), current: currentUrl === url }
  })
  return { name: facet.name, choices: choices.filter(({ count }) => count > 0) }
}
