import { BREAK, foldText, GAP, matchLetter } from './name-letters.ts'

/** What of a name stays the same in every case, and how it may go on. */
export interface Stem {
  readonly stem: string
  /** Endings of the cases, or the greatest number of letters an ending has. */
  readonly endings: readonly string[] | number
}

const POSSESSIVE_ENDINGS = ['', 'а', 'у', 'ым', 'ом', 'е', 'ой', 'ою', 'ы', 'ых', 'ыми']
const ADJECTIVE_ENDINGS = ['ий', 'ый', 'ой', 'ая', 'яя', 'ое', 'ого', 'его', 'ому', 'ему', 'им', 'ым', 'ом', 'ем', 'ую', 'юю', 'ою', 'ею', 'ей', 'ие', 'ые', 'их', 'ых', 'ими', 'ыми'] // prettier-ignore
const LONGEST_ENDING = 3

/** How surnames end that can hardly be taken for another word: only these are recognised without initials. */
const UNMISTAKABLE = /(?:[оеё]ва?|[иы]на?|[сц]к(?:ий|ой|ая)|ко|[уюч]к|ян|дзе|швили|вич|[ыи]х)$/i

/** Whether a surname is recognisable in a text where it stands alone. */
export function isUnmistakable(surname: string): boolean {
  return surname.length > 3 && UNMISTAKABLE.test(surname)
}

/** Patterns of a surname in every case: as one word, and as a word that a narrow column has broken. */
export function createSurnamePatterns(surname: string): { whole: RegExp; broken: RegExp } {
  const parts = surname.split(/[-‐‑–]/).map(readStem)
  const build = (gap: string) =>
    new RegExp(
      `(?:(?<![\\p{L}\\p{M}])|(?<=\\p{Ll})(?=\\p{Lu}))${parts.map((part) => matchStem(part, gap)).join('\\s{0,2}[-‐‑–]\\s{0,2}')}${GAP}(?!${GAP}\\p{Ll})(?:(?<=[\\p{Ll}\\p{M}])|(?!\\p{Lu}))`,
      'gu',
    )
  return { whole: build(GAP), broken: build(BREAK) }
}

/** Pattern of two or more words in every case, one after the other. */
export function createWordsPattern(words: readonly string[]): RegExp {
  const stems = words.map((word) => matchStem(readStem(word), GAP))
  return new RegExp(`(?<![\\p{L}\\p{M}])${stems.join('\\s{1,3}')}(?!${GAP}\\p{Ll})`, 'gu')
}

/** Letters that every case of a word has in common, folded: a text without them does not hold the word. */
export function readStemKey(word: string): string {
  const { stem } = readStem(word.split(/[-‐‑–]/)[0] ?? word)
  const fleeting = stem.search(/[еёо][^аеёиоуыэюя]$/i)
  return foldText(fleeting > 0 ? stem.slice(0, fleeting) : stem)
}

/** The unchanging part of a surname or given name in the nominative. */
export function readStem(word: string): Stem {
  const lower = word.toLowerCase()
  if (lower.length > 3 && /(?:[оеё]в|[иы]н)$/.test(lower)) return { stem: word, endings: POSSESSIVE_ENDINGS }
  if (lower.length > 4 && /(?:[оеё]в|[иы]н)а$/.test(lower))
    return { stem: word.slice(0, -1), endings: POSSESSIVE_ENDINGS }
  if (/[ыи]х$/.test(lower)) return { stem: word, endings: [''] }
  if (lower.length > 4 && /(?:[ыио]й|[ая]я)$/.test(lower))
    return { stem: word.slice(0, -2), endings: ADJECTIVE_ENDINGS }
  if (lower.length > 4 && lower.endsWith('ей')) return { stem: word.slice(0, -2), endings: LONGEST_ENDING }
  if (lower.length > 3 && /[аяйьо]$/.test(lower)) return { stem: word.slice(0, -1), endings: LONGEST_ENDING }
  return { stem: word, endings: LONGEST_ENDING }
}

function matchStem({ stem, endings }: Stem, gap: string): string {
  const letters = Array.from(stem)
  const fleeting = endings === LONGEST_ENDING && /[еёо][^аеёиоуыэюя]$/i.test(stem) ? letters.length - 2 : -1
  const sources = letters.map((letter, index) =>
    index === fleeting ? `(?:${matchLetter(letter)}|[ойьОЙЬ])?` : matchLetter(letter),
  )
  const joined = `${GAP}${matchEnding(endings, matchLetter)}`
  // After a break only small letters are an ending: capitals and letters with a dot are initials.
  const torn = `[-‐‑]?\\s{1,3}${matchEnding(endings, (letter) => letter)}(?!\\p{L}|\\s?\\.)`
  return `${sources.join(gap)}(?:${gap === GAP ? joined : `${joined}|${torn}`})?`
}

function matchEnding(endings: Stem['endings'], match: (letter: string) => string): string {
  if (typeof endings === 'number') {
    const small = `(?:[а-яё]${GAP}){1,${endings}}`
    return match('а') === 'а' ? small : `(?:${small}|(?:[А-ЯЁ]${GAP}){1,${endings}})`
  }
  const longestFirst = endings.filter((ending) => ending !== '').toSorted((a, b) => b.length - a.length)
  return `(?:${longestFirst.map((ending) => Array.from(ending, match).join(GAP)).join('|')})`
}
