import { NAMED_SECTION } from '../table/merge-rows.ts'
import { wordStarts } from './left-edges.ts'
import { segmentsOf } from './segments.ts'

const MAX_WIDTH = 1000
const REACH = 3
/** How far lines of one page are shifted against each other. */
const SHIFT = 6

/**
 * Where one column ends and the next begins, by the emptiest stretch between the middles of two headings.
 * The boundary is the first column of letters that belongs to the right-hand column.
 */
export function findBoundaries(lines: readonly string[], centres: readonly number[]): number[] {
  const covered = new Uint32Array(MAX_WIDTH + 1)
  const parted = lines.filter((line) => /\S {2,}\S/.test(line))
  for (const line of parted.length >= 3 ? parted : lines) {
    const width = Math.min(line.length, MAX_WIDTH)
    for (let at = 0; at < width; at += 1) if (line.charAt(at) !== ' ') covered[at] = (covered[at] ?? 0) + 1
  }
  return centres.slice(1).map((centre, index) => emptiestStretch(covered, centres[index] ?? 0, centre))
}

/**
 * Boundaries moved to where the columns begin in these lines, which stand together: each by a few letters at most,
 * to the place where most of the lines begin a word.
 */
export function fitBoundaries(lines: readonly string[], boundaries: readonly number[]): number[] {
  const starts = lines.map((line) => ({
    line,
    segments: new Set(segmentsOf(line).map(({ start }) => start)),
    words: new Set(wordStarts(line)),
  }))
  const fitted: number[] = []
  for (const [index, boundary] of boundaries.entries()) {
    const drifted = boundary + (fitted.at(-1) ?? 0) - (boundaries[index - 1] ?? 0)
    const near = index === 0 ? boundary : drifted
    const least = Math.max(Math.min(boundary, near) - SHIFT, (fitted.at(-1) ?? 0) + 2)
    const next = boundaries[index + 1] ?? Number.POSITIVE_INFINITY
    const most = Math.min(Math.max(boundary, near) + SHIFT, next - 2)
    let best = { at: Math.max(boundary, least), votes: 0.96 }
    if (near === boundary && lines.every((line) => standsApart(line, boundary))) {
      fitted.push(boundary)
      continue
    }
    for (let at = least; at <= most; at += 1) {
      let votes = -Math.min(Math.abs(at - boundary), Math.abs(at - near)) / 20
      for (const { line, segments, words } of starts) {
        if (segments.has(at)) votes += 2
        else if (words.has(at)) votes += 1
        else if (at > 0 && line.charAt(at) !== ' ' && line.charAt(at - 1) !== ' ' && at < line.length)
          votes -= 2
      }
      if (votes > best.votes) best = { at, votes }
    }
    fitted.push(best.at)
  }
  return fitted
}

/** Whether words of the line keep off a boundary: none reach over it, none begin shortly before it. */
function standsApart(line: string, boundary: number): boolean {
  return segmentsOf(line).every(
    ({ start, end }) => start >= boundary || (end <= boundary && start < boundary - SHIFT),
  )
}

function emptiestStretch(covered: Uint32Array, left: number, right: number): number {
  const from = Math.floor(left) + 1
  const to = Math.max(from + 1, Math.floor(right) + 1)
  let least = Number.POSITIVE_INFINITY
  for (let at = from; at < to; at += 1) least = Math.min(least, covered[at] ?? 0)
  let best = { length: 0, end: to }
  let length = 0
  for (let at = from; at <= to; at += 1) {
    const empty = at < to && (covered[at] ?? 0) <= least
    if (empty) length += 1
    if (!empty || at === to) {
      if (length > best.length) best = { length, end: at }
      length = 0
    }
  }
  return best.end
}

/** Cells of a line, or null when its words run across columns: then it is a heading of a section. */
export function sliceLine(line: string, boundaries: readonly number[]): string[] | null {
  const cells: string[] = Array.from({ length: boundaries.length + 1 }, () => '')
  const segments = segmentsOf(line)
  const [alone] = segments
  if (alone && segments.length === 1 && isHeadingAcross(alone.text, alone.start, alone.end, boundaries))
    return null
  for (const segment of segments) {
    const cuts = boundaries.filter((boundary) => boundary > segment.start + 1 && boundary < segment.end - 1)
    let start = segment.start
    for (const boundary of cuts) {
      const cut = nearestSpace(line, boundary)
      const across = start < (boundaries[0] ?? 0) || cuts.length > 1
      if (cut === null && segments.length === 1 && across && segment.text.length > 12) return null
      if (cut === null || cut <= start) continue
      put(cells, boundaries, line.slice(start, cut), start, cut)
      start = cut
    }
    put(cells, boundaries, line.slice(start, segment.end), start, segment.end)
  }
  return cells
}

/** A lone run of words from the first column over others: over two of them, or begun like a section's heading. */
function isHeadingAcross(text: string, start: number, end: number, boundaries: readonly number[]): boolean {
  const crossed = boundaries.filter((boundary) => boundary > start && boundary < end - 1).length
  const named = NAMED_SECTION.test(text) || /^[IVXІХ]{1,5}\s+\p{Lu}/u.test(text)
  if (named && (crossed > 0 || /^[IVXІХ]{1,5}[.)]?\s+\p{Lu}/u.test(text))) return true
  if (start >= (boundaries[0] ?? 0)) return crossed > 0 && /^\d{1,2}\.\s*\p{Lu}/u.test(text)
  if (crossed === 0) return false
  const first = boundaries[0] ?? 0
  const kept = [...text.matchAll(/(?<= )\S/g)].some(({ index }) => Math.abs(start + index - first) <= 1)
  return crossed >= 2 || named || (/^\d{1,2}\.\s\p{Lu}/u.test(text) && !kept)
}

function put(cells: string[], boundaries: readonly number[], text: string, start: number, end: number): void {
  const words = text.trim()
  if (words === '') return
  const column = columnOf(boundaries, start, end)
  cells[column] = cells[column] === '' ? words : `${cells[column]} ${words}`
}

/** The column that the greater part of the words stands in. */
function columnOf(boundaries: readonly number[], start: number, end: number): number {
  let best = 0
  let overlap = -1
  for (let column = 0; column <= boundaries.length; column += 1) {
    const from = boundaries[column - 1] ?? 0
    const to = boundaries[column] ?? Number.POSITIVE_INFINITY
    const shared = Math.min(end, to) - Math.max(start, from)
    if (shared > overlap) {
      overlap = shared
      best = column
    }
  }
  return best
}

/** The space nearest to a boundary, best one between words that do not belong together. */
function nearestSpace(line: string, boundary: number): number | null {
  let nearest: number | null = null
  for (let away = 0; away <= REACH + 2; away += 1) {
    for (const at of [boundary - away, boundary + away]) {
      if (line.charAt(at) !== ' ') continue
      if (!holdsTogether(line, at)) return at
      if (away <= REACH) nearest ??= at
    }
  }
  return nearest
}

const MONTH = '(?:январ|феврал|март|апрел|ма[йя]|июн|июл|август|сентябр|октябр|ноябр|декабр)'
/** «17 мая», «мая 2025», «2025 г.», «Киреева С. М.»: words that no column parts. */
const HELD = new RegExp(
  `\\d\\s+${MONTH}|${MONTH}\\p{L}*\\s+(?:19|20)\\d\\d|\\d\\s+(?:гг?\\.|год)|\\p{Lu}\\p{Ll}+\\s+\\p{Lu}\\.|\\p{Lu}\\.\\s+\\p{Lu}\\.|№\\s+\\d`,
  'u',
)

function holdsTogether(line: string, at: number): boolean {
  const before = /\S+$/.exec(line.slice(Math.max(0, at - 30), at))?.[0] ?? ''
  const after = /^\s*(\S+)/.exec(line.slice(at, at + 30))?.[1] ?? ''
  return HELD.test(`${before} ${after}`)
}
