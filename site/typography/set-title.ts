import { bindWords } from '#content/text/typography.ts'
import { findTitle, type VocabularyEntry } from '#content/vocabulary/vocabulary-table.ts'

/** Title of a word of a vocabulary as it stands on pages: `findTitle` with spaces that do not break. */
export function setTitle(table: readonly VocabularyEntry[], key: string | null | undefined): string {
  return bindWords(findTitle(table, key))
}
