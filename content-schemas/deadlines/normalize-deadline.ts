import { mendWords, type Mend } from '../mending/mend-words.ts'
import { repairWords } from './repair-words.ts'

const LOOKALIKES: Readonly<Record<string, string>> = {
  a: 'а',
  c: 'с',
  e: 'е',
  o: 'о',
  p: 'р',
  y: 'у',
  k: 'к',
  m: 'м',
  t: 'т',
  h: 'н',
  b: 'в',
  n: 'п',
}
const MONTH_PIECES =
  /(?<![а-яё])(?:я(?:н(?:в(?:а(?:р)?)?)?)|ф(?:е(?:в(?:р(?:а(?:л)?)?)?)?)|мар|ап(?:р(?:е(?:л)?)?)?|ию[нл]|ав(?:г(?:у(?:с)?)?)?|се(?:н(?:т(?:я(?:б(?:р)?)?)?)?)?|ок(?:т(?:я(?:б(?:р)?)?)?)?|но(?:я(?:б(?:р)?)?)?|де(?:к(?:а(?:б(?:р)?)?)?)?)$/i

/** «Сентябрь¹», «сентябрь [1]», «сентябрь*». */
const FOOTNOTE_MARK = /[¹²³⁰⁴-⁹]+|\[\d{1,2}\]|(?<=[\p{L}\d.])\*{1,3}(?=[\s,;)]|$)/gu

export interface NormalizedDeadline {
  /** The words with tears mended; parts are cut out of this. */
  text: string
  /** The same length as `text`: lower case, «е» for «ё», plain spaces and dashes, quotes blanked. */
  folded: string
  mends: Mend[]
}

/** Prepares a deadline for reading. «⏎» and « / » at a torn word stand for line ends. */
export function normalizeDeadline(verbatim: string): NormalizedDeadline {
  const lines = verbatim
    .normalize('NFC')
    .replaceAll(/[\u00a0\u2000-\u200a\u202f\u205f\u3000]/g, ' ')
    .replaceAll(FOOTNOTE_MARK, (mark) => ' '.repeat(mark.length))
    .replaceAll(/[\u00ad\u200b-\u200d\u2060\ufeff](?![\s])/g, '')
    .replaceAll(/⏎|\r\n?/g, '\n')
    .replaceAll(/(?<=теч\.)(?=[а-яё])/gi, ' ')
  const { text: whole, mends } = mendWords(mendSlashes(lines))
  const { text, mends: repairs } = repairWords(whole)
  return { text, folded: foldDeadline(text), mends: [...mends, ...repairs] }
}

/** Lower-cases and unifies letters without changing the length. */
export function foldDeadline(text: string): string {
  const cyrillic = /[а-яё]/i.test(text)
  let folded = ''
  for (let index = 0; index < text.length; index += 1) {
    folded += foldLetter(text.charAt(index), cyrillic, isRomanNear(text, index))
  }
  return folded
}

function foldLetter(letter: string, cyrillic: boolean, roman: boolean): string {
  const lower = letter.toLowerCase()
  if (lower.length !== 1) return letter
  if (lower === 'ё') return 'е'
  if (lower === '\\') return '/'
  if (/[÷…‐‑‒–—―−]/.test(lower)) return '-'
  if (lower === 'і' || lower === 'ı') return 'i'
  if (/[«»"“”„'’‘‹›_]/.test(lower)) return ' '
  if (/[\u00a0\u2000-\u200b\u202f\u2060\ufeff]/.test(lower)) return ' '
  if (cyrillic && !roman) return LOOKALIKES[lower] ?? lower
  return lower
}

function isRomanNear(text: string, index: number): boolean {
  return /[ivxі]/i.test(text.charAt(index - 1) + text.charAt(index + 1))
}

/** «Сентябр / ьдекабр / ь»: a slash with spaces is a line end where the word before it is torn. */
function mendSlashes(text: string): string {
  if (!/\s\/\s/.test(text)) return text
  const pieces = text.split(/\s+\/\s+/)
  let joined = pieces[0] ?? ''
  for (const piece of pieces.slice(1)) {
    const torn = /^[ьъы]/i.test(piece) || MONTH_PIECES.test(joined)
    joined += torn ? `\n${piece}` : ` / ${piece}`
  }
  return joined
}
