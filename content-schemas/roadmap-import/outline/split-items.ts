import { SOFT_BREAK } from '../neutral-document.ts'
import { endsFinished, flattenWords, startsLower } from '../text/plain-words.ts'

interface GatheredItem extends CellItem {
  /** True when words before the list, ending with a colon, were joined to this item. */
  introduced: boolean
}

/** One item of a cell: its words on one line and the number it was marked with. */
export interface CellItem {
  text: string
  /** «2» of «2) Проведение …», «1.2» of «1.2. Издание …»; null for bullets and paragraphs. */
  mark: string | null
}

interface Piece {
  text: string
  mark: 'bullet' | 'number' | null
  number: string | null
}

const BULLET_LINE = /^\s*[-–—•·*]\s*(?=\S)/
const NUMBER_LINE = /^\s*(\d{1,2}(?:\.\d{1,2}){0,2})\s*[.)]\s*(?=[^\s\d])/
const LETTER_LINE = /^\s*[а-я]\)\s*(?=\S)/
const DOCUMENT_WORD =
  /^(?:[«"\s]*)(?:об? )?(?:приказ|положени|дорожн|распоряжени|программ|соглашени|договор|протокол|инструкци|регламент|план|порядок|согласи)/i
const SENTENCE = /(?<=[^\s.\d«(]{3}[.;!?])\s+(?=[«"]?\p{Lu})/u

/**
 * Cuts a cell into items at list marks, numbers and paragraphs. Words before a list («Подготовка актов:») go with
 * its first item; marks inside a numbered list do not cut; a clause that goes on in small letters after a colon
 * stays one item unless it lists documents. A cell without marks is one item.
 */
export function splitItems(cell: string): CellItem[] {
  const pieces = markPieces(cell)
  const numbered = pieces.filter((piece) => piece.mark === 'number').length
  const level = numbered >= 2 || (numbered === 1 && pieces[0]?.mark === 'number') ? 'number' : 'bullet'
  const items = gather(pieces, level)
  if (level === 'bullet' && isOneSentence(items)) return joinAll(items)
  return items
    .map((item) => ({ text: tidyItem(item.text), mark: item.mark }))
    .filter((item) => /[\p{L}\p{N}]/u.test(item.text))
}

/** Cuts the cell where a mark or a paragraph may begin an item. */
function markPieces(cell: string): Piece[] {
  const lostMarks = /^\s*•/.test(cell) && (cell.match(/•/g)?.length ?? 0) === 1
  return splitLines(cell)
    .flatMap((line) => splitInside(line))
    .flatMap((piece) => (lostMarks ? splitSentences(piece) : [piece]))
}

/** Lines begin an item at a mark; a paragraph does when it has a capital and the one above is finished. */
function splitLines(cell: string): string[] {
  const lines: string[] = []
  let finished = false
  for (const [index, paragraph] of cell.split('\n').entries()) {
    for (const [at, line] of paragraph.split(SOFT_BREAK).entries()) {
      if (line.trim() === '') continue
      const above = lines.at(-1)
      const marked = BULLET_LINE.test(line) || NUMBER_LINE.test(line) || LETTER_LINE.test(line)
      const paragraphStart = at === 0 && index > 0 && finished && !startsLower(line)
      if (above === undefined || marked || paragraphStart) lines.push(line)
      else lines[lines.length - 1] = `${above}${at === 0 ? '\n' : SOFT_BREAK}${line}`
      finished = endsFinished(line)
    }
  }
  return lines
}

/** Marks in the middle of a line: «1.Приказ … 2. Положение …», «: – приказа …; – приказа …». */
function splitInside(line: string): Piece[] {
  const numbers = inlineNumbers(line)
  const cuts = numbers.length > 0 ? numbers : inlineLetters(line)
  const places = cuts.length > 0 ? cuts : inlineDashes(line)
  const starts = [0, ...places.filter((place) => place > 0)]
  return starts.map((start, index) => toPiece(line.slice(start, starts[index + 1])))
}

function toPiece(text: string): Piece {
  const number = NUMBER_LINE.exec(text)
  if (number) return { text: text.slice(number[0].length), mark: 'number', number: number[1] ?? null }
  const bullet = BULLET_LINE.exec(text) ?? LETTER_LINE.exec(text)
  if (bullet) return { text: text.slice(bullet[0].length), mark: 'bullet', number: null }
  return { text, mark: null, number: null }
}

/** Places of numbers that count on from each other: 1, 2, 3 (or from 2 where the first was at the line's start). */
function inlineNumbers(line: string): number[] {
  const places: number[] = []
  let expected: number | null = null
  for (const match of line.matchAll(/(?<![\p{L}\p{N}.,/№-])(\d{1,2})[.)]\s?(?=[«"]?\p{L})/gu)) {
    const number = Number(match[1])
    const before = line.slice(Math.max(0, match.index - 20), match.index).trimEnd()
    if (/№$|(?:^|\s)(?:п|ст|гл|до|с|по)\.?$/i.test(before)) continue
    if (expected === null ? number <= 2 : number === expected) {
      places.push(match.index)
      expected = number + 1
    }
  }
  return places.length >= 2 || places[0] === 0 ? places : []
}

/** Places of letters that count on from each other: а), б), в). */
function inlineLetters(line: string): number[] {
  const places: number[] = []
  for (const match of line.matchAll(/(?<![\p{L}\p{N}.])([а-и])\)\s?(?=[«"]?\p{L})/gu)) {
    if (match[1] === 'абвгдежзи'.charAt(places.length)) places.push(match.index)
  }
  return places.length >= 2 ? places : []
}

/** Dashes that begin items: after a colon, semicolon, comma or footnote sign, or before a word that began one already. */
function inlineDashes(line: string): number[] {
  const places: number[] = []
  const begins = new Set<string>()
  const first = BULLET_LINE.exec(line)
  if (first) begins.add(stem(line.slice(first[0].length, first[0].length + 80)))
  for (const match of line.matchAll(/(?<=([^\s]))\s+[-–—•·]\s?(?=[«"]?\p{L})/gu)) {
    const rest = line.slice(match.index, match.index + 80).replace(/^\s+[-–—•·]\s?/, '')
    const sign = match[1] ?? ''
    const bullet = /[•·]/.test(match[0])
    const listed =
      /[;:]/.test(sign) ||
      /[⁰¹²³⁴⁵⁶⁷⁸⁹]/.test(sign) ||
      (/[,.]/.test(sign) && (first !== null || places.length > 0))
    if (!bullet && !listed && !begins.has(stem(rest))) continue
    places.push(match.index)
    begins.add(stem(rest))
  }
  const attached =
    places.length > 0 || first
      ? [...line.matchAll(/(?<=;)[-–—]\s?(?=\p{L})/gu)].map((match) => match.index)
      : []
  return [...places, ...attached].toSorted((one, other) => one - other)
}

function stem(text: string): string {
  return (/\p{L}{5,}/u.exec(text)?.[0] ?? text.slice(0, 5)).slice(0, 5).toLowerCase()
}

/** The first bullet of a symbol font stands, the others were lost: each sentence was an item. */
function splitSentences(piece: Piece): Piece[] {
  return piece.text
    .split(SENTENCE)
    .map((text, index) => (index === 0 ? { ...piece, text } : { ...piece, text, number: null }))
}

function gather(pieces: readonly Piece[], level: 'bullet' | 'number'): GatheredItem[] {
  const items: GatheredItem[] = []
  let introOpen = false
  for (const piece of pieces) {
    const last = items.at(-1)
    const below = level === 'number' && piece.mark === 'bullet' && last !== undefined && last.mark !== null
    const afterIntro = introOpen && piece.mark !== null
    if (last && (below || afterIntro || hasOpenBracket(last.text))) {
      last.introduced ||= afterIntro
      last.text = `${last.text} ${below && /[\p{L}]/u.test(piece.text) ? '– ' : ''}${piece.text}`
      last.mark ??= piece.number
    } else items.push({ text: piece.text, mark: piece.number, introduced: false })
    introOpen = /:\s*$/.test(piece.text)
  }
  return items
}

/** A bracket that a later item closes: «(назначить куратора; – сформировать команду)» is one thing. */
function hasOpenBracket(text: string): boolean {
  const tail = text.slice(-400)
  return tail.lastIndexOf('(') > tail.lastIndexOf(')')
}

/** «Обучение …: · подготовка …; · проведение …» is one activity told in small letters; a list of documents is not. */
function isOneSentence(items: readonly GatheredItem[]): boolean {
  const [first, ...rest] = items
  if (!first?.introduced || rest.length === 0) return false
  const afterIntro = /:\s+([^:]*)$/.exec(flattenWords(first.text))?.[1] ?? ''
  const parts = [afterIntro, ...rest.map((item) => flattenWords(item.text))]
  return parts.every((part) => startsLower(part)) && !parts.some((part) => DOCUMENT_WORD.test(part))
}

function joinAll(items: readonly CellItem[]): CellItem[] {
  const text = items.map((item) => flattenWords(item.text)).join(' – ')
  return [{ text: tidyItem(text), mark: items[0]?.mark ?? null }]
}

function tidyItem(text: string): string {
  return flattenWords(text)
    .replaceAll('•', '')
    .replace(/\s*[⁰¹²³⁴⁵⁶⁷⁸⁹]+(?=\s|$)/g, '')
    .replace(/^[\s.;,–—-]+(?=\S)/, '')
    .replace(/\s+[-–—]\s*$/, '')
    .replace(/[;,]+$/, '')
    .trim()
}
