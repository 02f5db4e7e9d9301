import { isHeadWord } from '../../responsible/head-words.ts'
import { DOCUMENT_START } from './judged-cell.ts'

const MONTH = 'январ|феврал|март|апрел|ма[йя]|июн|июл|август|сентябр|октябр|ноябр|декабр'
const DEADLINE_WORD = new RegExp(
  `^\\(?(?:до|с|по|в|во|к|не|позднее|раза?|течени[еи]|протяжении|весь|всего|период[а]?|срока|учебного|ежегодно|ежеквартально|ежемесячно|еженедельно|постоянно|систематически|(?:${MONTH})\\p{L}*|квартал[а]?|полугоди[ея]|четверть|год[а]?|гг?\\.?|уч\\.?|[IVX]{1,3}|\\d{1,2}|(?:19|20)\\d\\d|\\d{1,2}\\.\\d{1,2}(?:\\.\\d{2,4})?|[–—-])(?:[–—-]\\p{L}+)?[,;.)]?$`,
  'iu',
)
const DATED = new RegExp(
  `${MONTH}|\\d|квартал|полугод|год|ежеквартально|ежемесячно|постоянно|период|течени`,
  'iu',
)
const MAX_CUTS = 4
/** Longer lines do not fit on a page, so no columns touched in them. */
const MAX_LETTERS = 240

/** A way to part a line that runs over two columns which touched, and what it costs to believe in it. */
export interface Parting {
  left: string
  right: string
  cost: number
}

/** Ways to part a line over two columns that touched: before a date, a person, a document, a capital. */
export function splitTouching(line: string): Parting[] {
  const words = line.split(' ')
  if (words.length < 2 || line.length > MAX_LETTERS) return []
  const dated = words.findLastIndex((word) => !DEADLINE_WORD.test(word)) + 1
  const undated = words.findIndex((word) => !DEADLINE_WORD.test(word))
  return words
    .flatMap((word, at) => {
      if (at === 0) return []
      const left = words.slice(0, at).join(' ')
      const right = words.slice(at).join(' ')
      const cost = costOf(word, left, right, at === dated, at === undated)
      return cost === null ? [] : [{ left, right, cost }]
    })
    .toSorted((one, other) => one.cost - other.cost)
    .slice(0, MAX_CUTS)
}

function costOf(word: string, left: string, right: string, dated: boolean, undated: boolean): number | null {
  if (/^\d{1,2}(?:\.\d{1,2})*\.?$/.test(left)) return 0.2
  if (dated && DATED.test(right)) return 0.6
  if (undated && DATED.test(left) && /\p{Lu}|\p{Ll}{4}/u.test(word)) return 0.8
  const capital = /^[«"]?\p{Lu}/u.test(word) && !/^\p{Lu}\./u.test(word)
  const known = isHeadWord(word.replace(/[,;.]$/, '')) || DOCUMENT_START.test(word)
  if (known) return capital ? 1 : 2
  return capital ? 2.2 : null
}
