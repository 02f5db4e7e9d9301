import { isDomainWord } from '../mending/dictionary.ts'
import { spell } from '../mending/join-letters.ts'
import type { Mend } from '../mending/mend-words.ts'

const MONTHS =
  'январ феврал апрел июн июл сентябр октябр ноябр декабр'.split(' ').flatMap(softForms).join(' ') +
  ' март марта марте август августа августе мае'
const REPAIRABLE = `${MONTHS}
  ежегодно ежемесячно ежеквартально еженедельно ежедневно постоянно систематически регулярно непрерывно бессрочно
  круглогодично течение учебного учебный учебном учебных календарного периода период периоде
  полугодие полугодия полугодии квартал квартала квартале четверть четверти каникулы каникул
  необходимости запросу запросам отдельному согласно графику графика позднее окончании окончания завершении
  завершения начала неделя недели неделю декада декады половина половины последняя первая вторая третья
  понедельник вторник четверг пятница суббота понедельникам вторникам пятницам реализации соответствии 
  действия программы каждого каждый каждую месяца месяцев`
const SHORT = 'в до с со к по на и за весь года год лет раз не мая май плану всего всей этапа'

let vocabulary: ReadonlySet<string> | undefined
let glued: ReadonlySet<string> | undefined
let slips: ReadonlyMap<string, string> | undefined

/**
 * Repairs words of a deadline that scanning or typing spoilt: one wrong, missing or extra letter in a long word
 * («сентабрь»), words run together («втечение», «маяиюня»), digits set apart or read as letters («2 0 2 4», «З0 мая»).
 * Words of the domain and words that are near none are left as they are; every repair of a word is reported.
 */
export function repairWords(text: string): { text: string; mends: Mend[] } {
  const mends: Mend[] = []
  const repaired = text
    .replaceAll(DIGIT_IN_WORD, (digit) => LETTERS[digit] ?? digit)
    .replaceAll(/[а-яё]{5,60}/gi, (word) => {
      const whole = repairWord(word)
      if (whole === null) return word
      mends.push({ from: word, to: whole })
      return whole
    })
  return { text: repairDigits(repaired), mends }
}

/** «Сентя6рь», «0ктябрь»: digits that look like letters, among letters. */
const DIGIT_IN_WORD = /(?<=[а-яё]{2})[036](?=[а-яё]{2})|(?<![\p{L}\d])0(?=[а-яё]{4})/giu
const LETTERS: Readonly<Record<string, string>> = { 0: 'о', 3: 'з', 6: 'б' }

/** «2 0 2 4», «20 24» behind a word, but not «20 24 октября». */
const SPREAD_YEAR =
  /(?<=[а-яё]\.?\s{1,3})2\s{0,3}0\s{1,3}([1-4])\s{0,3}(\d)(?!\d|[.,]\s?\d|\s*(?:янв|фев|март|апр|ма[йя]|ию|авг|сен|окт|ноя|дек|числ))/gi

/** «lV квартал», «Ill квартал»: a small L, a stroke or a one for the Roman one. */
const BROKEN_NUMERAL =
  /(?<![\p{L}\d])(?=[1IVУІ|]*[lLІ|IVУ])[lLІ|1I]{1,3}[VУ]?(?=(?:\s?[-–—,и]\s?[lLІ|1IVУ]{1,3})?\s*(?:кв|полуг|четв))/giu

function repairDigits(text: string): string {
  return text
    .replaceAll(/(?<=\d)[ОоOo](?=\d|(?![\p{L}\d]))|(?<![\p{L}\d])[ОO](?=\d[ .,])/gu, '0')
    .replaceAll(/(?<![\p{L}\d])[ЗзЭ](?=[01](?!\d))/gu, '3')
    .replaceAll(/(?<![\p{L}\d])[lIІ](?=\d(?:\s|\.\d))/gu, '1')
    .replaceAll(/(?<=(?<!\d)\d)[lLIІ](?=\s?[./]\s?\d)/gu, '1')
    .replaceAll(BROKEN_NUMERAL, (numeral) => numeral.replaceAll(/[lLІ|1]/g, 'I').replaceAll('У', 'V'))
    .replaceAll(SPREAD_YEAR, '20$1$2')
    .replaceAll(/(?<!\d)20([1-4])\s(\d)(?=\s*(?:г|уч|\/|$))/gi, '20$1$2')
}

function repairWord(word: string): string | null {
  const folded = word.toLowerCase().replaceAll('ё', 'е')
  vocabulary ??= new Set(REPAIRABLE.trim().split(/\s+/))
  if (vocabulary.has(folded) || isDomainWord(folded)) return null
  const near = folded.length > 5 ? findNear(folded) : null
  if (near !== null) return word.charAt(0) === folded.charAt(0) ? near : capitalize(near)
  glued ??= new Set([...vocabulary, ...SHORT.split(' ')])
  const words = spell(word, (piece) => glued?.has(piece) ?? false)
  const long = words?.filter((piece) => piece.length > 2) ?? []
  return words !== null && words.length < 5 && long.length * 2 >= words.length ? words.join(' ') : null
}

/** The word of the vocabulary that one edit makes of another; null when there is none. */
function findNear(folded: string): string | null {
  slips ??= indexSlips()
  const exact = slips.get(folded)
  if (exact !== undefined && isOneSlip(exact, folded)) return exact
  for (const shorter of withoutOneLetter(folded)) {
    const whole = vocabulary?.has(shorter) ? shorter : slips.get(shorter)
    if (whole !== undefined && isOneSlip(whole, folded)) return whole
  }
  return null
}

/** Whether two words differ by one letter wrong or extra, or by two neighbours in each other's place. */
function isOneSlip(whole: string, word: string): boolean {
  if (isOtherForm(whole, word)) return false
  if (whole.length !== word.length) return Math.abs(whole.length - word.length) === 1
  const wrong = whole.split('').flatMap((letter, at) => (letter === word.charAt(at) ? [] : [at]))
  const [first = 0, second = 0] = wrong
  return wrong.length === 1 || (wrong.length === 2 && second === first + 1)
}

/** «Начало» beside «начала»: only the ending differs, so it is a word in another case, unless it is a month. */
function isOtherForm(whole: string, word: string): boolean {
  const shared = Math.min(whole.length, word.length) - 1
  return whole.slice(0, shared) === word.slice(0, shared) && !MONTHS.includes(whole)
}

/** Every word of the vocabulary under each form it has with one letter left out. */
function indexSlips(): Map<string, string> {
  const index = new Map<string, string>()
  for (const word of vocabulary ?? []) {
    if (word.length < 6) continue
    for (const shorter of withoutOneLetter(word)) if (!index.has(shorter)) index.set(shorter, word)
  }
  return index
}

function* withoutOneLetter(word: string): Generator<string> {
  for (let at = 0; at < word.length; at += 1) yield word.slice(0, at) + word.slice(at + 1)
}

function softForms(stem: string): string[] {
  return ['ь', 'я', 'ю', 'е', 'ем'].map((ending) => stem + ending)
}

function capitalize(word: string): string {
  return word.charAt(0).toUpperCase() + word.slice(1)
}
