import { isNumberMark } from '../table/number-mark.ts'
import { type Segment, segmentsOf } from './segments.ts'

const MAX_WIDTH = 400
const NEAR = 4
const LEAST_APART = 5
const LEAST_LINES = 4
const MAX_COLUMNS = 14

/**
 * Where columns begin: the places near which words stand after a gap in line after line, while few lines have words
 * running through them. Lines are shifted a little against each other, so near is enough. Empty when the lines show
 * no columns.
 */
export function findLeftEdges(lines: readonly string[]): number[] {
  const touched = touchingNumbers(lines)
  let parted = lines
    .map((line, index) => ({
      segments: touched.has(index) ? partNumber(segmentsOf(line)) : segmentsOf(line),
      words: wordStarts(line),
    }))
    .filter(({ segments }) => segments.length >= 2)
  if (parted.length < LEAST_LINES) return []
  const numbers = parted.flatMap(({ segments }) =>
    isRowNumber(segments[0]) ? [segments[0]?.start ?? 0] : [],
  )
  const least = Math.max(2.4, parted.length * 0.06)
  const opposed = countOpposed(parted)
  const outermost = Math.min(...parted.flatMap(({ segments }) => segments.map(({ start }) => start)))
  const edges = numbers.length >= 3 ? [Math.min(...numbers)] : []
  if (edges.length > 0)
    parted = parted.map(({ segments, words }) => ({
      segments: segments.filter((segment) => !isRowNumber(segment)),
      words,
    }))
  while (edges.length < MAX_COLUMNS) {
    const edge = bestEdge(parted, opposed, least)
    if (edge === null) break
    if (
      edges.every(
        (one, index) => Math.abs(one - edge) >= (index === 0 && numbers.length >= 3 ? 2 : LEAST_APART),
      )
    )
      edges.push(edge)
    parted = parted.map(({ segments, words }) => ({
      segments: segments.filter(({ start }) => Math.abs(start - edge) > NEAR + 1),
      words,
    }))
  }
  if (edges.every((edge) => edge > outermost + LEAST_APART)) edges.push(outermost)
  return edges.toSorted((one, other) => one - other)
}

/** Lines that begin with a number one space before words, under which the next line begins. */
function touchingNumbers(lines: readonly string[]): ReadonlySet<number> {
  const found = lines.flatMap((line, index) => {
    const start = /^ {0,6}\d{1,2}(?:\.\d{1,2})?\.? (?=\p{Lu})/u.exec(line)?.[0].length
    const below = (lines[index + 1] ?? '').search(/\S/)
    return start !== undefined && Math.abs(start - below) <= 1 ? [index] : []
  })
  return new Set(found.length >= 3 ? found : [])
}

function partNumber([first, ...rest]: Segment[]): Segment[] {
  if (!first) return rest
  const at = first.text.indexOf(' ')
  if (at < 0) return [first, ...rest]
  const split = first.start + at
  return [
    { text: first.text.slice(0, at), start: first.start, end: split },
    { text: first.text.slice(at + 1), start: split + 1, end: first.end },
    ...rest,
  ]
}

function isRowNumber(segment: Segment | undefined): boolean {
  return segment !== undefined && /\d|^[IVX]/.test(segment.text) && isNumberMark(segment.text)
}

interface PartedLine {
  segments: Segment[]
  words: number[]
}

/** The place near which most segments begin that no edge explains yet. */
function bestEdge(lines: readonly PartedLine[], opposed: Float64Array, least: number): number | null {
  const gathered = new Float64Array(MAX_WIDTH)
  for (const { segments } of lines) {
    for (const { start } of segments)
      for (let away = -NEAR; away <= NEAR; away += 1)
        if (start + away >= 0 && start + away < MAX_WIDTH)
          gathered[start + away] = (gathered[start + away] ?? 0) + 1 - Math.abs(away) / (NEAR + 1)
  }
  let best: { at: number; score: number } | null = null
  for (let at = 0; at < MAX_WIDTH; at += 1) {
    const support = gathered[at] ?? 0
    const score = support - (opposed[at] ?? 0)
    if (support >= least && score > 0 && score > (best?.score ?? 0)) best = { at, score }
  }
  return best?.at ?? null
}

/** How many lines have words running through each place; a word that begins there counts for little. */
function countOpposed(lines: readonly PartedLine[]): Float64Array {
  const opposed = new Float64Array(MAX_WIDTH)
  for (const { segments, words } of lines) {
    for (const { start, end } of segments)
      for (let at = start + NEAR + 1; at < Math.min(end - 1, MAX_WIDTH); at += 1)
        opposed[at] = (opposed[at] ?? 0) + (words.some((word) => Math.abs(word - at) <= 2) ? 0.25 : 1)
  }
  return opposed
}

/** Places where a word begins after a space. */
export function wordStarts(line: string): number[] {
  return [...line.matchAll(/(?<= )\S/g)].map((match) => match.index)
}
