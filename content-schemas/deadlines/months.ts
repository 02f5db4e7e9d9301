/** Regular expression source for a month in any case or abbreviation, lower case, one capture group. */
export const MONTH =
  '(январ[ьяеюи]м?|янв(?:ар)?|феврал[ьяеюи]м?|фев(?:р(?:ал)?)?|март[аеуыо]?м?|мар|апрел[ьяеюи]м?|апр(?:ел)?|ма[йяею]|маем' +
  '|июн[ьяеюи]м?|июл[ьяеюи]м?|август[аеуыо]?м?|авг|сентябр[ьяеюи]м?|сентяб|сент|сен|октябр[ьяеюи]м?|октяб|окт' +
  '|ноябр[ьяеюи]м?|ноя(?:б)?|декабр[ьяеюи]м?|декаб|дек)(?![а-я])\\.?'

const BY_PREFIX: readonly (readonly [string, number])[] = [
  ['янв', 1],
  ['фев', 2],
  ['мар', 3],
  ['апр', 4],
  ['ма', 5],
  ['июн', 6],
  ['июл', 7],
  ['авг', 8],
  ['сен', 9],
  ['окт', 10],
  ['ноя', 11],
  ['дек', 12],
]

/** Number of a month (1–12) by a word that `MONTH` matched. */
export function monthNumber(word: string): number {
  return BY_PREFIX.find(([prefix]) => word.startsWith(prefix))?.[1] ?? 0
}
