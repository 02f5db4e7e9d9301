import { ABBREVIATIONS, WORD_GROUPS } from './word-groups.ts'

/** More searches for one question would be slower than useful. */
const MOST_VARIANTS = 6

/** Endings that a dictionary form loses when it is inflected. */
const ENDING = /(?:ый|ий|ой|ие|ия|а|я|ь|о|е|ы|и)$/
const LONGEST_ENDING = 3

const abbreviations = new Map<string, string>(Object.entries(ABBREVIATIONS))

/** Lower case, ё as е, one space between words. */
export function normalizeQuery(text: string): string {
  return text.toLowerCase().replaceAll('ё', 'е').replaceAll(/\s+/g, ' ').trim()
}

/**
 * What to look for besides the words themselves: abbreviations written out, words of the same root and meaning. The
 * first variant is the question as asked; at most six, no two the same.
 */
export function expandQuery(text: string): string[] {
  const asked = normalizeQuery(text)
  if (asked === '') return []
  const words = asked.split(' ')
  const alternatives = words.map((word) => alternativesOf(word))
  const variants = new Set([asked])
  for (const [place, others] of alternatives.entries()) {
    for (const other of others) variants.add(words.with(place, other).join(' '))
  }
  return [...variants].slice(0, MOST_VARIANTS)
}

function alternativesOf(word: string): string[] {
  const writtenOut = abbreviations.get(word)
  if (writtenOut !== undefined) return [writtenOut]
  const group = WORD_GROUPS.find((members) => members.some((member) => isFormOf(word, member)))
  return (group ?? []).filter((member) => !isFormOf(word, member)).map(normalizeQuery)
}

/** Whether a word may be an inflection of a dictionary form: «наставниками» of «наставник», not of «наставничество». */
function isFormOf(word: string, member: string): boolean {
  const base = normalizeQuery(member).replace(ENDING, '')
  return word.startsWith(base) && word.length - base.length <= LONGEST_ENDING
}
