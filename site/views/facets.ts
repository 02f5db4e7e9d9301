import { bindWords } from '#content/text/typography.ts'
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

/**
 * The choices of a vocabulary that have something in them. `base` ends before the key.
 * @param counted whether each choice says how many it has; then each new entry changes the page
 */
export function viewFacet(
  content: ContentReader,
  index: 'practice' | 'material',
  facet: { name: string; value: string; base: string; table: readonly VocabularyEntry[] },
  currentUrl: string,
  counted: boolean,
): Facet {
  const choices = facet.table.flatMap(({ key, title }) => {
    const url = `${facet.base}${key}/`
    const value = `${facet.value}/${key}`
    if (!content.hasSome(index, value)) return []
    return [
      {
        title: bindWords(title),
        url,
        count: counted ? content.count(index, value) : null,
        current: currentUrl === url,
      },
    ]
  })
  return { name: facet.name, choices }
}
