import { SINGLE_ROLES } from '../table/assign-roles.ts'
import { countHeadings, roleOfHeading } from '../table/column-roles.ts'
import type { AlignedHeader } from './aligned-header.ts'
import { goesOnIn, isHeadingLine, startsHeading } from './heading-words.ts'

const MAX_HEADER_LINES = 6
const MAX_GAP = 3

interface PlacedWord {
  text: string
  start: number
  end: number
}

interface WordColumn {
  words: PlacedWord[]
  start: number
  end: number
}

/**
 * The header read word by word, where headings of neighbouring columns touched: each begins with a capital, its other
 * words stand under it. Null when the lines hold other words than those of headings, or no more columns than known.
 */
export function readWordHeader(lines: readonly string[], known: AlignedHeader): AlignedHeader | null {
  const isHead = (at: number) => isHeadingLine((lines[at] ?? '').trim().replaceAll(/\s+/g, ' '))
  let from = known.from
  while (from > 0 && known.to - from < MAX_HEADER_LINES && isHead(from - 1)) from -= 1
  let to = known.to
  while (to < lines.length && to - from < MAX_HEADER_LINES && isHead(to)) to += 1
  const window = lines.slice(from, to)
  if (!window.every((line, index) => line.trim() === '' || isHead(from + index))) return null
  const columns = gatherColumns(window.map(placedWords))
  const headings = columns.map(({ words }) => words.map(({ text }) => text).join(' '))
  const roles = headings.map((heading) => roleOfHeading(heading))
  const single = roles.filter((role) => role !== null && role !== 'deadline' && SINGLE_ROLES.includes(role))
  if (roles.includes(null) || new Set(single).size < single.length) return null
  if (headings.length < known.headings.filter((heading) => heading !== '').length) return null
  if (lettersOf(headings) < lettersOf(known.headings)) return null
  if (countHeadings(headings) < 3) return null
  return {
    from,
    to,
    lines: window,
    headings: headings.map((heading) => heading.replace(/п\s?\/\s?п/, 'п/п')),
    centres: columns.map(({ start, end }) => (start + end) / 2),
    numberColumn: roles.indexOf('number'),
  }
}

function lettersOf(headings: readonly string[]): number {
  return headings.join('').replaceAll(/\s/g, '').length
}

function placedWords(line: string): PlacedWord[] {
  return [...line.matchAll(/\S+/g)].map(({ 0: text, index }) => ({
    text,
    start: index,
    end: index + text.length,
  }))
}

/** Words that begin headings open columns, from left to right; the rest go to the column they stand under. */
function gatherColumns(lines: readonly (readonly PlacedWord[])[]): WordColumn[] {
  const columns: WordColumn[] = []
  for (const line of lines) {
    for (const [index, word] of line.entries()) {
      const before = line[index - 1]
      const beside = columns.find((column) => before !== undefined && column.words.includes(before))
      const near = before !== undefined && word.start - before.end < MAX_GAP
      if (
        startsHeading(word.text) &&
        !(
          near &&
          !(before?.text ?? '').startsWith('п/') &&
          /^(?:и|или|по|за|о|об|\/)$|[(,/]$/.test(before?.text ?? '')
        )
      ) {
        const above = columns.find((column) => Math.abs(column.start - word.start) <= 1)
        if (above && above.words.length === 0) continue
        columns.push({ words: [word], start: word.start, end: word.end })
        continue
      }
      const sign = /^п(?:\/п?)?\.?$/.test(word.text)
        ? columns.find(({ words }) => /^(?:№|N)$/.test(words[0]?.text ?? ''))
        : undefined
      const column = sign ?? chooseColumn(columns, word, near ? beside : undefined)
      if (!column) continue
      column.words.push(word)
      column.start = Math.min(column.start, word.start)
      column.end = Math.max(column.end, word.end)
    }
  }
  return columns.toSorted((one, other) => one.start - other.start)
}

/** The column that the word stands under, or goes on in beside the word before; of two the one whose meaning fits. */
function chooseColumn(
  columns: readonly WordColumn[],
  word: PlacedWord,
  beside: WordColumn | undefined,
): WordColumn | undefined {
  const under = columns.filter(({ start, end }) => word.start < end && word.end > start)
  const choices = [...new Set([...under, ...(beside ? [beside] : [])])]
  if (choices.length < 2) return choices[0] ?? nearest(columns, word)
  const rated = choices.map((column) => {
    const role = roleOfHeading(column.words.map(({ text }) => text).join(' '))
    return {
      column,
      fit:
        (role !== null && goesOnIn(role, word.text) ? 2 : 0) +
        (Math.abs(column.start - word.start) <= 1 ? 1.5 : 0) +
        (column === beside ? 0.5 : 0),
    }
  })
  return rated.toSorted((one, other) => other.fit - one.fit)[0]?.column
}

function nearest(columns: readonly WordColumn[], word: PlacedWord): WordColumn | undefined {
  const away = ({ start, end }: WordColumn) => Math.max(start - word.end, word.start - end)
  return columns.toSorted((one, other) => away(one) - away(other))[0]
}
