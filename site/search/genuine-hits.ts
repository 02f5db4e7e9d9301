/** A hit must share at least this part of a word with it. */
const COMMON_PART = 0.6

/**
 * Whether the words marked in an excerpt are those that were asked for, in some inflection. Pagefind answers an
 * unknown word with words that begin with its first letters: «наставнки» with «на».
 *
 * @param excerpt HTML with `<mark>` around the words found; one without marks is taken as it is
 * @param words lower case, ё as е
 */
export function isGenuine(excerpt: string, words: readonly string[]): boolean {
  const marked = listMarked(excerpt)
  return marked.length === 0 || marked.some((found) => words.some((word) => isFormOf(found, word)))
}

/** Words among those asked for that none of the excerpts marks. */
export function listMissed(excerpts: readonly string[], words: readonly string[]): string[] {
  const marked = excerpts.flatMap(listMarked)
  return words.filter((word) => !marked.some((found) => isFormOf(found, word)))
}

function listMarked(excerpt: string): string[] {
  return [...excerpt.matchAll(/<mark>(.*?)<\/mark>/g)].map(([, text = '']) =>
    text
      .toLowerCase()
      .replaceAll('ё', 'е')
      .replaceAll(/[^a-zа-я0-9-]/g, ''),
  )
}

function isFormOf(found: string, word: string): boolean {
  let common = 0
  while (common < word.length && found[common] === word[common]) common += 1
  return common >= Math.ceil(word.length * COMMON_PART)
}
