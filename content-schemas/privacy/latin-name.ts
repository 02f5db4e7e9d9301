import type { PersonName } from './person-name.ts'
import { readStem } from './surname-pattern.ts'

/** Ways in which a Russian letter is spelt in addresses. */
const SPELLINGS: Readonly<Record<string, string>> = {
  а: 'a',
  б: 'b',
  в: '[vw]',
  г: 'g',
  д: 'd',
  е: '[yj]?e',
  ё: '(?:[yji]?o|e)',
  ж: '(?:zh|j|g)',
  з: 'z',
  и: '(?:i|y)',
  й: '[jyi]?',
  к: '[kc]',
  л: 'l',
  м: 'm',
  н: 'n',
  о: 'o',
  п: 'p',
  р: 'r',
  с: 's',
  т: 't',
  у: '(?:ou|u)',
  ф: 'f',
  х: '(?:kh|h|x)',
  ц: '(?:ts|tz|cz|c)',
  ч: 't?ch',
  ш: 'sh',
  щ: '(?:shch|sch|shh|sh)',
  ъ: '',
  ы: '[yi]',
  ь: '',
  э: 'e',
  ю: '(?:[yji]u|u)',
  я: '(?:[yji]a|a)',
}
const SHORTEST_SURNAME = 4

/** Finds and removes a person's name in Latin letters; a short surname counts only with initials. */
export interface LatinName {
  isIn(text: string): boolean
  /** A page address without the name: `karta-barhatneva-i-v-2024` → `karta-2024`. */
  removeFromSlug(slug: string): string
  /** A text whose addresses, mail boxes and nicknames with the name are replaced. */
  replaceWords(text: string, replacement: string): string
}

/** The Latin shapes of a name; undefined for a surname too short to tell from other words. */
export function createLatinName({ surname, initials, words }: PersonName): LatinName | undefined {
  const { stem } = readStem(surname.split('-')[0] ?? surname)
  if (surname.length < SHORTEST_SURNAME) return undefined
  const given = initials.map((initial, index) => spell(words[index]) ?? spell(initial) ?? '')
  const first = given[0] === undefined ? '' : `(?:-(?:${[given[0], spell(initials[0])].join('|')}))?`
  const second = given[1] === undefined ? '' : `(?:-(?:${[given[1], spell(initials[1])].join('|')}))?`
  const core = `${spell(stem) ?? ''}[a-z]{0,5}`
  const inSlug = new RegExp(`(?:^|-)(?:${leading(initials)})?${core}${first}${second}(?=-|$)`, 'g')
  const inText = new RegExp(`(?<![a-z])${core}(?![a-z])`, 'i')
  return {
    isIn: (text) => inText.test(text),
    removeFromSlug: (slug) => slug.replaceAll(inSlug, '').replaceAll(/^-+|-+$/g, ''),
    replaceWords: (text, replacement) =>
      text.replaceAll(/\S*[a-z]\S*/gi, (word) => (inText.test(word) ? replacement : word)),
  }
}

function leading(initials: readonly string[]): string {
  return initials.map((initial) => `${spell(initial) ?? ''}-`).join('')
}

function spell(text: string | undefined): string | undefined {
  if (text === undefined) return undefined
  return Array.from(
    text.toLowerCase(),
    (letter) => SPELLINGS[letter] ?? (/[a-z]/.test(letter) ? letter : ''),
  ).join('')
}
