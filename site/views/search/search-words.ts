import type { ContentReader } from '../../content/content-reader.ts'

/** Words shorter than this are not worth a suggestion. */
const MIN_LENGTH = 4

/** At most so many words go to the browser. */
const MAX_WORDS = 4000

/**
 * Words that the site uses, with how often, the most frequent first: the browser offers them for misspelt ones.
 * Lower case, ё as е.
 */
export function countSearchWords(content: ContentReader): Record<string, number> {
  const counts = new Map<string, number>()
  for (const text of listTexts(content)) {
    for (const word of text
      .toLowerCase()
      .replaceAll('ё', 'е')
      .match(/[а-я]+/g) ?? []) {
      if (word.length >= MIN_LENGTH) counts.set(word, (counts.get(word) ?? 0) + 1)
    }
  }
  const sorted = [...counts].toSorted(([a, x], [b, y]) => y - x || (a < b ? -1 : 1))
  return Object.fromEntries(sorted.slice(0, MAX_WORDS))
}

/** Of lists too long to be read at each change, a sample: the words people look for stand in it too. */
function listTexts(content: ContentReader): string[] {
  const cardsOf = <Name extends 'practice' | 'coverage' | 'organization'>(name: Name) =>
    content.list(name, content.isHuge(name, 'all') ? 'sample' : 'all')
  return [
    ...cardsOf('practice').flatMap(({ title, problem }) => [title, problem]),
    ...content.list('material', 'all').flatMap(({ title, summary }) => [title, summary]),
    ...content.list('collection', 'all').map(({ title }) => title),
    ...cardsOf('coverage').map(({ title }) => title),
    ...cardsOf('organization').map(({ name }) => name),
    ...content.list('glossaryTerm', 'all').flatMap(({ term, synonyms }) => [term, ...(synonyms ?? [])]),
  ]
}
