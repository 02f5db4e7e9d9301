import { publishedId } from '../../documents/document-id.ts'
import { isRecord } from '../../documents/document.ts'

/**
 * The words of a document's texts, as the index keeps them: at least those that the operator `match` of GROQ could find
 * in any text of the document, in the texts of Portable Text blocks or in parts of them.
 */
export function listWords(document: Record<string, unknown>): string[] {
  return wordsOf(listTexts(document))
}

/** Words that a document has in other texts than these. */
export function listOtherWords(document: Record<string, unknown>, texts: ReadonlySet<string>): string[] {
  return wordsOf(listTexts(document).filter((text) => !texts.has(text)))
}

/** What the words of a document are found in. */
export function listTexts(document: Record<string, unknown>): string[] {
  const texts: string[] = []
  collectTexts(document, texts)
  // Drafts are also shown under the id that they will have.
  if (typeof document['_id'] === 'string') texts.push(publishedId(document['_id']))
  return texts
}

/** A condition of the index on the words of a document: `"СЛОВО"`, or `"СЛ"*` for all that begin so. */
export type WordCondition = string

/**
 * What the index can say about a pattern of `match`: each of the conditions holds for every document with a text that
 * the pattern matches. None when the pattern begins with wildcards.
 */
export function readPattern(pattern: string): WordCondition[] {
  const terms = pattern.replaceAll(EDGE_DOTS, '').match(TERM) ?? []
  return terms.flatMap((term) => {
    // A dot of a pattern stands for any character, as the evaluator makes a regular expression of it.
    const [start = ''] = term.slice(0, MAX_TERM).split(/[.*]/, 1)
    if (start === '') return []
    return start === term ? `"${foldWord(start)}"` : `"${foldWord(start)}"*`
  })
}

// What the evaluator takes for the parts of a text and of a pattern.
const WORD = /[^!@#$%^&*(),\\/?";:{}|[\]+<>\s-]+/g
const TERM = /[^!@#$%^&(),\\/?";:{}|[\]+<>\s-]+/g
const EDGE_DOTS = /(?:\b\.+|\.+\b)/g
const MAX_TERM = 1024

function collectTexts(value: unknown, texts: string[]): void {
  if (typeof value === 'string') texts.push(value)
  else if (Array.isArray(value)) for (const item of value) collectTexts(item, texts)
  else if (isRecord(value)) {
    const { children } = value
    if (Array.isArray(children)) texts.push(children.map(spanText).join(''))
    for (const item of Object.values(value)) collectTexts(item, texts)
  }
}

/** A word may be in two spans, when a part of it is bold. */
function spanText(child: unknown): string {
  if (!isRecord(child) || child['_type'] !== 'span') return ''
  return typeof child['text'] === 'string' ? child['text'] : ''
}

function wordsOf(texts: readonly string[]): string[] {
  const words = new Set<string>()
  for (const text of texts)
    for (const word of text.replaceAll(EDGE_DOTS, '').match(WORD) ?? []) words.add(foldWord(word))
  return [...words]
}

const PRIVATE_USE = 0xe0_00

/**
 * The same for words that differ in case only, as regular expressions see it. What the tokenizer of the index would
 * split a word at is moved out of its sight.
 */
function foldWord(word: string): string {
  if (/^[A-Z0-9]+$/.test(word)) return word
  let folded = ''
  for (let place = 0; place < word.length; place += 1) folded += foldUnit(word.charCodeAt(place))
  return folded
}

const folds: string[] = []

function foldUnit(code: number): string {
  const known = folds[code]
  if (known !== undefined) return known
  const unit = String.fromCharCode(code)
  const upper = unit.toUpperCase()
  // Case is ignored unit by unit, and nothing becomes ASCII that was not.
  const folded = upper.length !== 1 || (code > 127 && upper.charCodeAt(0) < 128) ? unit : upper
  const isSafe = folded.charCodeAt(0) > 127 || /[A-Z0-9]/.test(folded)
  return (folds[code] = isSafe ? folded : String.fromCharCode(PRIVATE_USE + folded.charCodeAt(0)))
}
