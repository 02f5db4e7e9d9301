/** What is to be one space and is not yet: spaces that do not break stay. */
const NOT_ONE_SPACE = /[^\S\u00A0 ][^\S\u00A0]*|[^\S\u00A0]{2,}/g

/**
 * The beginning of a text in one line, cut at a word with «…» when it is longer than `maxLength` characters.
 * Spaces that do not break stay.
 */
export function shorten(text: string, maxLength: number): string {
  const line = text.replaceAll(NOT_ONE_SPACE, ' ').trim()
  if (line.length <= maxLength) return line
  const cut = line.slice(0, maxLength)
  return `${cut.slice(0, Math.max(cut.lastIndexOf(' '), maxLength / 2)).replace(/[\s,.;:—–-]+$/u, '')}…`
}

/** A sentence as the words of a link: without its last point, if that ends no abbreviation. */
export function withoutPoint(sentence: string): string {
  return sentence.trim().replace(/(?<=\p{Ll}{4})\.$/u, '')
}
