import { splitItems } from '../roadmap-import/outline/split-items.ts'
import type { CellLine } from './roadmap-sheet.ts'

/** The words of a cell as they are read from a file: items of lists with the marks that a reader sees. */
export function wordsOf(lines: readonly CellLine[]): string {
  let number = 0
  return lines
    .map(({ mark, text }) => {
      number = mark === 'number' ? number + 1 : mark === 'none' ? 0 : number
      return mark === 'number' ? `${number}) ${text}` : mark === 'bullet' ? `• ${text}` : text
    })
    .join('\n')
}

/** Paragraphs without marks, one for each line of the text. */
export function paragraphsOf(text: string): CellLine[] {
  return text
    .split('\n')
    .filter((line) => line.trim() !== '')
    .map((line) => ({ text: line, mark: 'none' as const }))
}

/** Every text as an item of a list. */
export function listLines(texts: readonly string[], mark: CellLine['mark']): CellLine[] {
  return texts.map((text) => ({ text, mark }))
}

/** Documents or results: one as a paragraph, several as a list, drawn so that reading gives the same items. */
export function drawList(texts: readonly string[]): CellLine[] {
  const drawings = drawingsOf(texts)
  const faithful = drawings.find((lines) =>
    isSame(
      splitItems(wordsOf(lines)).map(({ text }) => text),
      texts,
    ),
  )
  return faithful ?? drawings[0] ?? []
}

/** Ways to draw texts in a cell, the one that looks best first. */
export function drawingsOf(texts: readonly string[]): CellLine[][] {
  const [only, ...others] = texts
  if (only === undefined) return [[]]
  if (others.length === 0) return [paragraphsOf(only), nestedLines(only), listLines(texts, 'bullet')]
  return [
    listLines(texts, 'bullet'),
    listLines(texts, 'number'),
    texts.flatMap(paragraphsOf),
    texts.flatMap((text) => [{ text: introOf(text) ?? text, mark: 'number' as const }, ...clausesOf(text)]),
  ]
}

export function isSame(one: readonly unknown[], other: readonly unknown[]): boolean {
  return JSON.stringify(one) === JSON.stringify(other)
}

/** «Подготовка: – приказа; – положения» as words before a list and the list. */
function nestedLines(text: string): CellLine[] {
  const intro = introOf(text)
  return intro === null ? paragraphsOf(text) : [{ text: intro, mark: 'none' }, ...clausesOf(text)]
}

function introOf(text: string): string | null {
  return /^([^:]*:)\s/.exec(text)?.[1] ?? null
}

function clausesOf(text: string): CellLine[] {
  const intro = introOf(text)
  if (intro === null) return []
  return listLines(
    text
      .slice(intro.length)
      .split(/\s[–—-]\s/)
      .map((clause) => clause.trim())
      .filter((clause) => clause !== ''),
    'bullet',
  )
}
