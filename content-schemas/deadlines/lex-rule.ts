import type { DeadlineItem } from './deadline-item.ts'

/** One rule of the grammar: a sticky pattern and what it means; null when the match makes no sense after all. */
export interface LexRule {
  pattern: RegExp
  read: (match: RegExpExecArray) => DeadlineItem | null
}

/** End of a Russian word. */
export const WORD_END = '(?![а-яa-z])'

/** Optional «г.», «гг.», «г.г.», «года», «годах» after a year. */
export const YEAR_TAIL = '(?:\\s*(?:г\\.?\\s*г|гг|г|год[а-я]{0,2})(?![а-я])\\.?)?'

/** A year of four digits, captured. */
export const YEAR = '((?:19|20)\\d{2})(?!\\d)'

/** «1», «1-й», «I», «первый», captured in two groups: sign, word. */
export const ORDINAL =
  '(?:(iv|iу|1у|1v|i{1,3}|[ⅰⅱⅲⅳпш]|111|11|[1-4])(?:\\s?-?\\s?(?:ый|ой|ий|й|ом|м|го|ое|е|ая|я|ую|ю|ей))?(?![a-z0-9]|(?!кв|четв|пол)[а-я])' +
  '|(перв|втор|трет|четверт)[а-я]{1,4})'

/** Signs of the ordinals one to four, with what is typed for Roman numerals where they are not at hand. */
const SIGNS: readonly (readonly string[])[] = [
  ['1', 'i', 'ⅰ'],
  ['2', 'ii', '11', 'п', 'ⅱ'],
  ['3', 'iii', '111', 'ш', 'ⅲ'],
  ['4', 'iv', 'iу', '1у', '1v', 'ⅳ'],
]

/** «Учебный год» behind its years, in any abbreviation. */
export const SCHOOL = '(?:уч(?:ебн[а-я]{2,3})?\\.?\\s*(?:г|год[а-я]{0,2})?(?![а-я])\\.?|у\\.\\s?г\\.)'
/** «2024-2025», «2024/25», both captured. */
export const SCHOOL_YEARS = `((?:19|20)\\d{2})\\s*[-/]\\s*((?:19|20)\\d{2}|\\d{2})(?!\\d)(?:\\s*(?:г\\.?г|гг|г)\\.?)?`
/** A year behind a month, captured; not the first of a school year. */
export const MONTH_YEAR = `(?:\\s*[,.(]?\\s*${YEAR}(?!\\s*[-/]\\s*(?:20)?\\d{2}\\s*(?:уч|гг|год)|/20\\d{2})${YEAR_TAIL})?`

/** Number of an ordinal by its two captured groups, 0 when neither took part. */
export function ordinalNumber(sign: string | undefined, word: string | undefined): number {
  const known = SIGNS.findIndex((signs) => signs.includes(sign ?? ''))
  if (known >= 0) return known + 1
  return ['перв', 'втор', 'трет', 'четверт'].indexOf(word ?? '') + 1
}

/** A year of two or four digits as a number: «24» is 2024. */
export function fullYear(digits: string): number {
  return digits.length === 2 ? 2000 + Number(digits) : Number(digits)
}

/** A school year by its two captured years; null when they are not in order. */
export function schoolYears(first?: string, last?: string): DeadlineItem | null {
  const end = fullYear(last ?? '')
  const start = fullYear(first ?? '')
  return end > start && end - start < 30 ? { type: 'school-year', first: start, last: end } : null
}

/** A rule of a sticky pattern; spaces in the source stand for any white space. */
export function lexRule(source: string, read: LexRule['read']): LexRule {
  return { pattern: new RegExp(source.replaceAll(' ', '\\s+'), 'y'), read }
}
