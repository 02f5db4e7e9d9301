import { isDomainWord } from './dictionary.ts'
import { joinSpreadLetters } from './join-letters.ts'
import { inCyrillic } from './lookalikes.ts'

/** One word put together again: what stood in the text and what it was mended to. */
export interface Mend {
  from: string
  to: string
}

export interface MendedText {
  text: string
  mends: Mend[]
}

interface Piece {
  word: string
  /** What stands between this word and the next: spaces, line ends, signs. */
  gap: string
}

const PIECES = /(\p{L}+)([^\p{L}]*)/gu
const TORN_GAP =
  /^(?:[ \t\u00a0]+|[-\u00ad][ \t\u00a0]+|\u00ad|[ \t\u00a0]*[-\u00ad]?[ \t\u00a0]*[\n\u2028][ \t\u00a0\n\u2028]*)$/
const MAX_PIECES = 4

/**
 * Puts words together that a narrow column or a page break tore apart («руководит ели» → «руководители»,
 * «органи-⏎зация» → «организация»), letters set apart («с е н т я б р ь»), and words with a Latin letter among Cyrillic
 * ones. A join is made only when it gives a word of the domain, or of `wholeWords`
 * (words seen whole elsewhere in the same document), and the pieces are not words themselves; or when the second
 * piece cannot begin a Russian word. Every mend is reported.
 */
export function mendWords(torn: string, wholeWords: ReadonlySet<string> = new Set()): MendedText {
  const isWord = (word: string) => isDomainWord(word) || wholeWords.has(word)
  const { text, joined: mends } = joinSpreadLetters(torn, isWord)
  const pieces: Piece[] = []
  const first = text.search(/\p{L}/u)
  if (first < 0) return { text, mends }
  for (const match of text.slice(first).matchAll(PIECES)) {
    pieces.push({ word: toCyrillic(match[1] ?? '', isWord, mends), gap: match[2] ?? '' })
  }
  let mended = text.slice(0, first)
  for (let index = 0; index < pieces.length; index += 1) {
    const join = findJoin(pieces, index, isWord)
    const last = pieces[index + (join?.count ?? 1) - 1]
    if (join) {
      const from = pieces
        .slice(index, index + join.count)
        .map((piece, at) => (at === join.count - 1 ? piece.word : piece.word + piece.gap))
        .join('')
        .replaceAll(/\s+/g, ' ')
      if (join.reported) mends.push({ from, to: join.word })
      index += join.count - 1
    }
    mended += (join?.word ?? pieces[index]?.word ?? '') + (last?.gap ?? '')
  }
  return { text: mended, mends }
}

function toCyrillic(word: string, isWord: (word: string) => boolean, mends: Mend[]): string {
  const cyrillic = inCyrillic(word, isWord)
  if (cyrillic === null) return word
  mends.push({ from: word, to: cyrillic })
  return cyrillic
}

/** Words of at least six letters that stand whole in a text, in lower case. */
export function collectWholeWords(texts: Iterable<string>): Set<string> {
  const words = new Set<string>()
  for (const text of texts) {
    for (const match of text.matchAll(/(?<![\p{L}\n\u2028-])\p{L}{6,}(?![\p{L}\n\u2028-])/gu))
      words.add(fold(match[0]))
  }
  return words
}

interface Join {
  word: string
  count: number
  /** False for an ordinary hyphenation at a line end, which needs nobody's attention. */
  reported: boolean
}

function findJoin(pieces: Piece[], index: number, isWord: (word: string) => boolean): Join | null {
  const start = pieces[index]
  if (!start || !isTorn(start.gap)) return null
  let joined = start.word
  let count = 1
  let best: Join | null = null
  let broken = !isWord(fold(start.word))
  for (let at = index; count < MAX_PIECES; at += 1) {
    const piece = pieces[at]
    const next = pieces[at + 1]
    if (!piece || !next || !isTorn(piece.gap)) break
    if (isLower(start.word.slice(-1)) && !isLower(next.word.slice(0, 1))) break
    joined += next.word
    count += 1
    const hyphen = /[-\u00ad]/.test(piece.gap)
    const impossible = /^[ьъы]/i.test(next.word)
    if (!isWord(fold(next.word)) || impossible) broken = true
    if (count === 2 && !impossible && isWord(fold(start.word)) && !isWord(fold(joined))) break
    // «…дневный срок сентябр ь»: the tear is between the last two.
    if (at > index && impossible && !isWord(fold(joined)) && isWord(fold(piece.word + next.word))) break
    if (broken && isWord(fold(joined))) best = { word: joined, count, reported: !hyphen }
    else if (hyphen && isWord(fold(joined)) && joined.length > 5)
      best = { word: joined, count, reported: false }
    else if (impossible && !best) best = { word: splitFused(joined, isWord), count, reported: true }
    else if (best && impossible) best = { word: splitFused(joined, isWord), count, reported: true }
  }
  return best
}

function isTorn(gap: string): boolean {
  return gap.length < 200 && TORN_GAP.test(gap)
}

/** «Сентябрьдекабрь» → «Сентябрь-декабрь»: the hyphen was lost with the line end. */
function splitFused(word: string, isWord: (word: string) => boolean): string {
  if (isWord(fold(word))) return word
  for (let at = 3; at <= word.length - 3; at += 1) {
    if (isWord(fold(word.slice(0, at))) && isWord(fold(word.slice(at)))) {
      return `${word.slice(0, at)}-${word.slice(at)}`
    }
  }
  return word
}

function fold(word: string): string {
  return word.toLowerCase().replaceAll('ё', 'е')
}

function isLower(letter: string): boolean {
  return letter !== letter.toUpperCase()
}
