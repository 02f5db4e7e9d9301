import { isDomainWord } from '../mending/dictionary.ts'
import { SAME_SHAPE } from '../mending/lookalikes.ts'
import { isHeadWord } from './head-words.ts'
import { type Gender, genderOfBent, looksLikeSurname, toNominative } from './name-cases.ts'
import { isDativeRole } from './role-cases.ts'

/** A name found in a text, with its place. */
export interface FoundName {
  /** «Фамилия И.О.», in the nominative. */
  name: string
  at: number
  end: number
  /** True when the name stood in another case than the nominative. */
  oblique: boolean
}

/** Capital and small letters of the languages of Russia. */
const U = 'А-ЯЁӘҖҢӨҮҺҒҠҘҪӐӖӲІ'
const L = 'а-яёәҗңөүһғҡҙҫӑӗӳі'
const SURNAME = `(?:[${U}]['’ʼ])?[${U}][${L}]{1,30}(?:-(?:[${U}][${L}]{1,30}|заде|оглы|кызы|оол|кыс|бек|хан))?`
/** «Ю Л.А.»: a surname of one letter, which is no initial as no full stop follows. */
const ONE_LETTER = new RegExp(
  '(?<![А-ЯЁа-яё.])([ОЮЭАЕ])\\s([А-ЯЁ])\\.\\s?([А-ЯЁ])\\.(?!\\s?[А-ЯЁ][а-яё])',
  'g',
)
const CAPITALS = `[${U}]{2,30}(?:-[${U}]{2,30})?`
const LETTER = `(?:Дж|[${U}ABCEHKMOPTX])`
/** «А», and of a double name «А.-М» or «А-М». */
const INITIAL = `(${LETTER}(?:\\.?-${LETTER})?)`
/** A full stop, twice or set apart by mistake. */
const STOP = '\\s?\\.{1,2}'
/** «Оглы», «кызы»: a part of the patronymic, which the initials stand for. */
const SON_OF = `(?:[\\s-]{0,2}(?:оглы|оглу|кызы|гызы|улы|углы)(?![${L}]))?`
const INITIALS = `${INITIAL}(?:${STOP}\\s{0,3}|,(?=${LETTER}\\.))(?:${INITIAL}(?:${STOP}|(?![${L}${U}])))?${SON_OF}`
const FIRST_NAME = `([${U}][${L}]{1,20}(?:-(?:[${U}][${L}]{1,20}|оол|кыс))?)`
const PATRONYMIC = `(?:[${U}][${L}]{1,20}-)?[${U}][${L}]{1,20}(?:вич|ьич|мич|тич|вна|ична|вича|ьича|вичу|ьичу|вичем|вну|вны|вне|вной|ичну|ичны|ичне|ичной)`
const SURNAME_FIRST = new RegExp(
  `(?<![${U}${L}.])(${SURNAME}|${CAPITALS}(?=[\\s,]))[\\s,]{0,3}${INITIALS}`,
  'g',
)
const INITIALS_FIRST = new RegExp(
  `(?<![${U}${L}])${INITIAL}${STOP}\\s{0,3}(?:${INITIAL}${STOP}\\s{0,3})?(${SURNAME}|${CAPITALS})(?![${L}.])`,
  'g',
)
const FULL_NAME = new RegExp(
  `(?<![${U}${L}])(${SURNAME}|${CAPITALS})\\s{1,3}${FIRST_NAME}\\s{1,3}(${PATRONYMIC}|[${U}][${L}]{2,20}[\\s-](?:оглы|оглу|кызы|гызы|улы))(?![${L}])`,
  'g',
)
const FULL_NAME_LAST = new RegExp(
  `(?<![${U}${L}])${FIRST_NAME}\\s{1,3}(${PATRONYMIC})\\s{1,3}(${SURNAME})(?![${L}.])`,
  'g',
)
/** Full names in capitals only or in small letters only. */
const FULL_NAME_EVEN =
  /(?<![А-ЯЁа-яё-])((?:[А-ЯЁ]{2,30}|[а-яё]{3,30})(?:-[А-ЯЁа-яё]{2,30})?)\s{1,3}([А-ЯЁ]{2,20}|[а-яё]{2,20})\s{1,3}([А-ЯЁ]{3,20}(?:ВИЧ|ЬИЧ|ВНА|ИЧНА)|[а-яё]{1,20}(?:ович|евич|овна|евна|ична))(?![А-ЯЁа-яё])/g
/** «Иванова А А», «Иванова АА»: initials without full stops, only behind what is surely a surname. */
const BARE_INITIALS = new RegExp(
  `(?<![${U}${L}.])(${SURNAME})\\s{1,3}([${U}])\\s?([${U}])(?![${U}${L}.])`,
  'g',
)
/** «иванова а.а.» */
const SMALL_LETTERS = /(?<![А-ЯЁа-яё.-])([а-яё]{4,30})\s{1,3}([а-яё])\.\s?([а-яё])\.(?![а-яё])/g
const ABBREVIATION = /^(?:оо|мо|оу|уо|до|ур|вр|пк|дп|тд|тп|те|тк|ио|гг)$/i

/** Abbreviations that look like a surname with initials («Зам. И.О.», «СОШ А.») and are none. */
const NOT_A_SURNAME =
  /^(?:МО|ШМО|РМО|ГМО|УВР|ВР|УМР|НМР|АХР|СОШ|ООШ|НОШ|МБОУ|МАОУ|МКОУ|ГБОУ|ДОУ|ОО|ОУ|ИРО|ИМЦ|ЦДТ|ДДТ|МБДОУ|МДОУ|СПО|ФИО|директора?|заместител\S+|руководител\S+|учител\S+|педагог\S*|психолог\S*|методист\S*|куратор\S*|наставник\S*|воспитател\S+|заведующ\S+|завуч\S*|специалист\S*|ответственн\S+|председател\S+|секретар\S+|совет\S*|центр\S*|отв|рук|члены?|ГАОУ|ГАУ|ГБУ|МКУ|МБУ|МАУ|ДПО|ЦНППМ|РЦН|МБДОУ|МАДОУ|УО|РУО|ПОУ|ДО)$/i

/**
 * Finds people's names in a text: «Фамилия И.О.», «И.О. Фамилия», full names with a patronymic; with and without
 * spaces, one after another with no separators. Names come back in the order of the text, in the nominative.
 */
export function findNames(text: string): FoundName[] {
  const found: FoundName[] = []
  const add: Add = (at, length, surname, initials, gender) => {
    const end = at + length
    if (NOT_A_SURNAME.test(surname) || found.some((name) => at < name.end && end > name.at)) return false
    const beside = [roleBehind(text.slice(end)), roleBefore(text.slice(0, at))]
    const hint = gender ?? (beside.some(isDativeRole) ? 'man' : null)
    const bent = toNominative(capitalize(surname), surname.endsWith('ой') && gender === null ? null : hint)
    const letters = initials.filter((initial) => initial !== undefined).map(writeInitial)
    const name = `${bent.nominative} ${letters.join('')}`
    found.push({ name, at, end, oblique: bent.oblique || gender !== null })
    return true
  }
  for (const match of text.matchAll(FULL_NAME)) {
    const patronymic = match[3] ?? ''
    if (!isHeadWord(match[1] ?? ''))
      add(
        match.index,
        match[0].length,
        match[1] ?? '',
        [initialOf(match[2]), initialOf(patronymic)],
        genderOfBent(patronymic),
      )
  }
  for (const match of text.matchAll(FULL_NAME_LAST)) {
    const patronymic = match[2] ?? ''
    add(
      match.index,
      match[0].length,
      match[3] ?? '',
      [initialOf(match[1]), initialOf(patronymic)],
      genderOfBent(patronymic),
    )
  }
  for (const match of text.matchAll(FULL_NAME_EVEN)) {
    const [whole, surname = '', first = '', patronymic = ''] = match
    if (isHeadWord(surname)) continue
    add(match.index, whole.length, surname, [first.charAt(0), patronymic.charAt(0)], genderOfBent(patronymic))
  }
  if (prefersInitialsFirst(text)) addInitialsFirst(text, add)
  for (const match of text.matchAll(SURNAME_FIRST)) {
    add(match.index, match[0].length, match[1] ?? '', [match[2], match[3]], null)
  }
  addInitialsFirst(text, add)
  addUnmarked(text, add)
  for (const match of text.matchAll(ONE_LETTER)) {
    add(match.index, match[0].length, match[1] ?? '', [match[2], match[3]], null)
  }
  return found.toSorted((first, second) => first.at - second.at)
}

const TWO_WORDS = new RegExp(`^(${SURNAME})(?:\\s(${SURNAME}))?$`)

/**
 * The name that a phrase by itself is: «Петрова», «Петрова Светлана», «Светлана Викторовна»; null when its words do not
 * look like one. The surname and the one initial that is known; a first name and patronymic as they stand.
 */
export function nameWithoutInitials(phrase: string): string | null {
  const [, first, second] = TWO_WORDS.exec(phrase) ?? []
  if (first === undefined) return null
  if (
    [first, second].some(
      (word) => word !== undefined && (isDomainWord(word.toLowerCase()) || isHeadWord(word)),
    )
  ) {
    return null
  }
  if (second === undefined) return isBareSurname(first) ? first : null
  if (new RegExp(`^${PATRONYMIC}$`).test(second)) return phrase
  if (isBareSurname(first)) return `${first} ${writeInitial(second)}`
  return isBareSurname(second) ? `${second} ${writeInitial(first)}` : null
}

/** Whether a word can hardly be anything but a surname: adjectives are left out. */
function isBareSurname(word: string): boolean {
  return word.length > 3 && looksLikeSurname(word) && !/(?:[сц]к(?:ий|ая|ой|ую|ого|ому)|[ыи]х)$/.test(word)
}

type Add = (
  at: number,
  length: number,
  surname: string,
  initials: (string | undefined)[],
  gender: Gender,
) => boolean

/** Initial of a first name: «А» of «Анна», «А-М» of «Анна-Мария». */
function initialOf(name: string | undefined): string {
  return (name ?? '')
    .split('-')
    .filter((part) => part !== part.toLowerCase())
    .map((part) => part.charAt(0))
    .join('-')
}

/** «А.», and of a double name «А.-М.». */
function writeInitial(initial: string): string {
  return initial
    .split('-')
    .map((part) => part.charAt(0).toUpperCase())
    .map((letter) => `${SAME_SHAPE[letter] ?? letter}.`)
    .join('-')
}

/** The words behind a name up to the next sign: «, учителю физики». */
function roleBehind(text: string): string {
  return /^\s*,\s*([^,;\n.]{4,60})/.exec(text)?.[1] ?? ''
}

/** The words right before a name, from the last sign on: «учителю физики …». */
function roleBefore(text: string): string {
  return /([^,;\n.:()]{4,80})$/.exec(text.slice(-80))?.[1]?.trim() ?? ''
}

function addUnmarked(text: string, add: Add): void {
  for (const match of text.matchAll(BARE_INITIALS)) {
    const [whole, surname = '', first = '', second = ''] = match
    if (!looksLikeSurname(surname) || ABBREVIATION.test(first + second) || isHeadWord(surname)) continue
    add(match.index, whole.length, surname, [first, second], null)
  }
  for (const match of text.matchAll(SMALL_LETTERS)) {
    const [whole, surname = '', first = '', second = ''] = match
    if (!looksLikeSurname(surname) || ABBREVIATION.test(first + second) || isHeadWord(surname)) continue
    add(match.index, whole.length, capitalize(surname), [first, second], null)
  }
}

function addInitialsFirst(text: string, add: Add): void {
  // A match begun in the initials of the name before hides a shorter one: «Иванова К.А. Н. Петров».
  for (let at = 0; at < text.length;) {
    INITIALS_FIRST.lastIndex = at
    const match = INITIALS_FIRST.exec(text)
    if (!match) return
    const added = add(match.index, match[0].length, match[3] ?? '', [match[1], match[2]], null)
    at = added ? INITIALS_FIRST.lastIndex : match.index + 1
  }
}

/** In «Н.Е. Первый К.А. Второй» initials stand first: decided by what comes first and what comes last. */
function prefersInitialsFirst(text: string): boolean {
  const names = text.match(/[А-ЯЁ][а-яё-]{2,}|[А-ЯЁ][А-ЯЁ-]+|[А-ЯЁ]\./g) ?? []
  const initial = names.findIndex((name) => name.endsWith('.'))
  if (initial < 0) return false
  const before = text.slice(0, text.indexOf(names[initial] ?? '')).trimEnd()
  return !/[А-ЯЁ][А-ЯЁа-яё]+,?$/.test(before) || /(?:^|[,;\n])\s*$/.test(before)
}

/** «ИВАНОВА», «иванова»: the first letter of each part is a capital, the others are small. */
function capitalize(surname: string): string {
  if (surname !== surname.toUpperCase() && surname !== surname.toLowerCase()) return surname
  return surname
    .split('-')
    .map((part) => part.charAt(0).toUpperCase() + part.slice(1).toLowerCase())
    .join('-')
}
