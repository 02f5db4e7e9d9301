/** A name found in a text, with its place. */
export interface FoundName {
  /** «Фамилия И.О.», in the nominative. */
  name: string
  at: number
  end: number
  /** True when the name stood in another case than the nominative. */
  oblique: boolean
}

const SURNAME = '[А-ЯЁ][а-яё]{1,30}(?:-[А-ЯЁ][а-яё]{1,30})?'
const CAPITALS = '[А-ЯЁ]{2,30}'
const INITIAL = '[А-ЯЁABCEHKMOPTX]'
const INITIALS = `(${INITIAL})\\.\\s{0,3}(?:(${INITIAL})(?:\\.|(?![а-яёА-ЯЁ])))?`
const SURNAME_FIRST = new RegExp(`(?<![А-ЯЁа-яё.])(${SURNAME}|${CAPITALS})[\\s,]{0,3}${INITIALS}`, 'g')
const INITIALS_FIRST = new RegExp(
  `(?<![А-ЯЁа-яё])(${INITIAL})\\.\\s{0,3}(?:(${INITIAL})\\.\\s{0,3})?(${SURNAME})(?![а-яё.])`,
  'g',
)
const FULL_NAME = new RegExp(
  `(?<![А-ЯЁа-яё])(${SURNAME})\\s{1,3}([А-ЯЁ])[а-яё]{1,20}\\s{1,3}([А-ЯЁ])[а-яё]{2,20}(?:вич|вна|ична|вича|вну|вны|вне|вной|ичу|вичу|вичем)(?![а-яё])`,
  'g',
)
const FULL_NAME_LAST = new RegExp(
  `(?<![А-ЯЁа-яё])([А-ЯЁ])[а-яё]{1,20}\\s{1,3}([А-ЯЁ])[а-яё]{2,20}(?:вич|вна|ична)\\s{1,3}(${SURNAME})(?![а-яё])`,
  'g',
)
const LATIN_INITIALS: Readonly<Record<string, string>> = {
  A: 'А',
  B: 'В',
  C: 'С',
  E: 'Е',
  H: 'Н',
  K: 'К',
  M: 'М',
  O: 'О',
  P: 'Р',
  T: 'Т',
  X: 'Х',
}

/** Abbreviations that look like a surname with initials («Зам. И.О.», «СОШ А.») and are none. */
const NOT_A_SURNAME =
  /^(?:МО|ШМО|РМО|ГМО|УВР|ВР|УМР|НМР|АХР|СОШ|ООШ|НОШ|МБОУ|МАОУ|МКОУ|ГБОУ|ДОУ|ОО|ОУ|ИРО|ИМЦ|ЦДТ|ДДТ|МБДОУ|МДОУ|СПО|ФИО|директора?|заместител\S+|руководител\S+|учител\S+|педагог\S*|психолог\S*|методист\S*|куратор\S*|наставник\S*|воспитател\S+|заведующ\S+|завуч\S*)$/i

/**
 * Finds people's names in a text: «Фамилия И.О.», «И.О. Фамилия», full names with a patronymic; with and without
 * spaces, one after another with no separators. Names come back in the order of the text, in the nominative.
 */
export function findNames(text: string): FoundName[] {
  const found: FoundName[] = []
  const add = (at: number, length: number, surname: string, ...initials: (string | undefined)[]) => {
    const end = at + length
    if (NOT_A_SURNAME.test(surname) || found.some((name) => at < name.end && end > name.at)) return
    const { nominative, oblique } = toNominative(capitalize(surname))
    const letters = initials.filter((letter) => letter !== undefined)
    const name = `${nominative} ${letters.map((letter) => `${LATIN_INITIALS[letter] ?? letter}.`).join('')}`
    found.push({ name, at, end, oblique })
  }
  for (const match of text.matchAll(FULL_NAME))
    add(match.index, match[0].length, match[1] ?? '', match[2], match[3])
  for (const match of text.matchAll(FULL_NAME_LAST)) {
    add(match.index, match[0].length, match[3] ?? '', match[1], match[2])
  }
  if (prefersInitialsFirst(text)) addInitialsFirst(text, add)
  for (const match of text.matchAll(SURNAME_FIRST)) {
    add(match.index, match[0].length, match[1] ?? '', match[2], match[3])
  }
  addInitialsFirst(text, add)
  return found.toSorted((first, second) => first.at - second.at)
}

type Add = (at: number, length: number, surname: string, ...initials: (string | undefined)[]) => void

function addInitialsFirst(text: string, add: Add): void {
  for (const match of text.matchAll(INITIALS_FIRST)) {
    add(match.index, match[0].length, match[3] ?? '', match[1], match[2])
  }
}

/** In «Н.Е. Первый К.А. Второй» initials stand first: decided by what comes first and what comes last. */
function prefersInitialsFirst(text: string): boolean {
  const names = text.match(/[А-ЯЁ][а-яё-]{2,}|[А-ЯЁ]\./g) ?? []
  const initial = names.findIndex((name) => name.endsWith('.'))
  if (initial < 0) return false
  const before = text.slice(0, text.indexOf(names[initial] ?? '')).trimEnd()
  return !/[А-ЯЁ][а-яё]+,?$/.test(before) || /(?:^|[,;\n])\s*$/.test(before)
}

/** Feminine surnames of orders («Парусинову», «Парусиновой») and masculine instrumentals go to the nominative. */
function toNominative(surname: string): { nominative: string; oblique: boolean } {
  const parts = surname.split('-')
  const last = parts.at(-1) ?? surname
  const bent = bendBack(last)
  if (bent === last) return { nominative: surname, oblique: false }
  const nominative = [...parts.slice(0, -1).map(bendBack), bent].join('-')
  return { nominative, oblique: true }
}

function bendBack(surname: string): string {
  return surname
    .replace(/(ов|ев|ёв|ин|ын)(?:у|ой|ою)$/, '$1а')
    .replace(/(ов|ев|ёв|ин|ын)ым$/, '$1')
    .replace(/([сц]к)ую$/, '$1ая')
}

function capitalize(surname: string): string {
  if (surname !== surname.toUpperCase()) return surname
  return surname.charAt(0) + surname.slice(1).toLowerCase()
}
