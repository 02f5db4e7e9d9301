import type { ContentReader } from '../../content/content-reader.ts'
import { typeset } from '../../typography/typeset.ts'

/** Terms that begin with one letter. */
export interface GlossaryLetter {
  readonly letter: string
  readonly terms: readonly GlossaryEntry[]
}

export interface GlossaryEntry {
  /** Anchor of the term. */
  readonly id: string
  readonly term: string
  readonly definition: string
  readonly synonyms: string
}

/** The glossary by letter. */
export function viewGlossary(content: ContentReader): GlossaryLetter[] {
  const letters = new Map<string, GlossaryEntry[]>()
  for (const { term, slug, definition, synonyms } of content.list('glossaryTerm', 'all')) {
    const letter = term.slice(0, 1).toUpperCase().replace('Ё', 'Е')
    const entry = {
      id: slug.current,
      term: typeset(term),
      definition: typeset(definition),
      synonyms: (synonyms ?? []).join(', '),
    }
    letters.set(letter, [...(letters.get(letter) ?? []), entry])
  }
  return [...letters].map(([letter, terms]) => ({ letter, terms }))
}
