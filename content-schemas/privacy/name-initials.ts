import { foldText } from './name-letters.ts'

/** What the words beside a surname say: it is this person (with how many characters), someone else, or nothing. */
export interface Neighbours {
  readonly verdict: 'same' | 'other' | 'nothing'
  readonly length: number
}

/** The given names of a person as far as they are known. */
export interface GivenNames {
  /** Upper-case initials, at most two. */
  readonly initials: readonly string[]
  /** First name and patronymic, [] when only the initials are known. */
  readonly words: readonly string[]
}

const NOTHING: Neighbours = { verdict: 'nothing', length: 0 }
const OTHER: Neighbours = { verdict: 'other', length: 0 }
const DOTTED = String.raw`\p{L}\p{M}*\s?\.`
const WORD = String.raw`\p{Lu}[\p{L}\p{M}\u00AD]*(?![\p{L}])`
const PATRONYMIC = /(?:вич|вн|ичн|инишн)(?:а|у|е|ы|ой|ем|ою)?$/i

const after = new RegExp(`^[-‐‑]?\\s{0,3}(,?)\\s{0,3}(${DOTTED}|${WORD})(\\s{0,3}(${DOTTED}|${WORD}))?`, 'u')
const dottedBefore = new RegExp(
  `(\\p{Lu}\\p{L}+\\s{1,3})?((?<!\\p{L})${DOTTED}|\\p{Lu}\\s?\\.)(\\s{0,3}(${DOTTED}))?\\s{0,3}$`,
  'u',
)
const wordsBefore = /(?<![\p{L}])(?:(\p{Lu}\p{L}+)\s{1,3})?(\p{Lu}\p{L}+)\s{1,3}$/u
const startsName = /^\s{0,3}\p{Lu}\p{Ll}/u
const LOOK_BACK = 60

/** Reads «И.В.», «И. В.», «ИВ», «Ирина Викторовна» right after a surname. */
export function readNamesAfter(text: string, end: number, names: GivenNames): Neighbours {
  const rest = text.slice(end, end + LOOK_BACK)
  const match = after.exec(rest)
  const [whole = '', comma, first = '', gapAndSecond = '', second = ''] = match ?? []
  if (match === null || (comma === ',' && !isDotted(first))) return NOTHING
  const firstOnly = whole.length - gapAndSecond.length
  if (foldText(first) === foldText(names.initials.join('')) && names.initials.length === 2) {
    return { verdict: 'same', length: firstOnly }
  }
  if (!fits(first, names, 0)) {
    if (isDotted(first)) return startsName.test(rest.slice(whole.length)) ? NOTHING : OTHER
    return PATRONYMIC.test(second) ? OTHER : NOTHING
  }
  if (second === '' || isInitial(first) !== isInitial(second)) return { verdict: 'same', length: firstOnly }
  if (fits(second, names, 1)) return { verdict: 'same', length: whole.length }
  if (names.initials.length < 2) return { verdict: 'same', length: firstOnly }
  if (isDotted(second) || PATRONYMIC.test(second)) return OTHER
  return { verdict: 'same', length: firstOnly }
}

/** Reads «И.В.», «И. В.», «Ирина Викторовна» right before a surname. */
export function readNamesBefore(text: string, start: number, names: GivenNames): Neighbours {
  const rest = text.slice(Math.max(0, start - LOOK_BACK), start)
  const dotted = dottedBefore.exec(rest)
  if (dotted !== null) {
    const [whole, owner = '', first = '', , second = ''] = dotted
    if (fits(first, names, 0) && (second === '' || fits(second, names, 1))) {
      return { verdict: 'same', length: whole.length - owner.length }
    }
    return owner === '' ? OTHER : NOTHING
  }
  const words = wordsBefore.exec(rest)
  if (words === null) return NOTHING
  const [whole, first, second = ''] = words
  if (first !== undefined && fits(first, names, 0) && fits(second, names, 1))
    return { verdict: 'same', length: whole.length }
  if (first !== undefined && PATRONYMIC.test(second)) return OTHER
  if (!fits(second, names, 0)) return NOTHING
  return { verdict: 'same', length: whole.length - whole.lastIndexOf(second) }
}

function isDotted(token: string): boolean {
  return token.endsWith('.')
}

function isInitial(token: string): boolean {
  return isDotted(token) || foldText(token).length === 1
}

/** Whether a token may be the first name (0) or the patronymic (1) of the person. */
function fits(token: string, { initials, words }: GivenNames, index: 0 | 1): boolean {
  const folded = foldText(token)
  const initial = initials[index]
  if (initial === undefined || !folded.startsWith(foldText(initial))) return false
  const word = words[index]
  return folded.length < 2 || word === undefined || foldText(word).slice(0, 3) === folded.slice(0, 3)
}
