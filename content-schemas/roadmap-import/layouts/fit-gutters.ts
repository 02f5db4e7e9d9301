import { NAMED_SECTION } from '../table/merge-rows.ts'
import { segmentsOf } from './segments.ts'

const MAX_WIDTH = 400
const MAX_LINES = 400
/** How far a boundary may stand from where it is expected. */
const REACH = 14
const MAX_SHIFT = 16
/** What it is worth that words begin there after some room. */
const APART = 0.5
/** A boundary off the page. */
const CUT_COST = 20

/**
 * Boundaries of the columns of one page, near those expected: through as few words as possible, with as much room
 * as possible before them, keeping the widths of the columns.
 */
export function fitGutters(lines: readonly string[], expected: readonly number[]): number[] {
  const filled = lines.filter((line) => segmentsOf(line).length > 1).slice(0, MAX_LINES)
  if (filled.length < 2 || expected.length === 0) return [...expected]
  const costs = costsOf(filled)
  let states = new Map<number, { cost: number; path: number[] }>([[0, { cost: 0, path: [] }]])
  for (const [index, place] of expected.entries()) {
    const width = place - (expected[index - 1] ?? 0)
    const next = new Map<number, { cost: number; path: number[] }>()
    for (let at = Math.max(1, place - REACH); at <= Math.min(MAX_WIDTH - 1, place + REACH); at += 1) {
      const own = costs[at] ?? 0
      for (const [before, { cost, path }] of states) {
        if (at < before + 2) continue
        const moved = Math.abs(at - before - width) * 0.1 + Math.abs(at - place) * 0.02
        const sum = cost + own + moved
        const known = next.get(at)
        if (!known || sum < known.cost) next.set(at, { cost: sum, path: [...path, at] })
      }
    }
    states = next
  }
  const best = [...states.values()].reduce<{ cost: number; path: number[] } | null>(
    (least, state) => (least === null || state.cost < least.cost ? state : least),
    null,
  )
  return best?.path ?? [...expected]
}

/**
 * Boundaries of another page, moved and stretched as a whole to where they cut fewest words of this one; for pages
 * that were lined up each by itself.
 */
export function stretchBoundaries(lines: readonly string[], boundaries: readonly number[]): number[] {
  const filled = lines.filter((line) => segmentsOf(line).length > 1).slice(0, MAX_LINES)
  if (filled.length < 2) return [...boundaries]
  const costs = costsOf(filled)
  let best = { cost: Number.POSITIVE_INFINITY, places: [...boundaries] }
  for (let percent = 76; percent <= 124; percent += 2) {
    for (let shift = -MAX_SHIFT; shift <= MAX_SHIFT; shift += 1) {
      const places = boundaries.map((place) => Math.round((place * percent) / 100) + shift)
      const cut = places.reduce((sum, place) => sum + (costs[place] ?? CUT_COST), 0)
      const cost = cut + Math.abs(percent - 100) * 0.05 + Math.abs(shift) * 0.05
      if (cost < best.cost) best = { cost, places }
    }
  }
  return best.places
}

/** What it costs that a column begins at each place: words cut in two, words that touch, words standing apart. */
function costsOf(lines: readonly string[]): Float64Array {
  const costs = new Float64Array(MAX_WIDTH)
  for (const line of lines) {
    for (let at = 1; at < MAX_WIDTH; at += 1) {
      const here = at < line.length && line.charAt(at) !== ' '
      const before = at - 1 < line.length && line.charAt(at - 1) !== ' '
      if (here && before) costs[at] = (costs[at] ?? 0) + 3
      else if (here && at > 1 && line.charAt(at - 2) !== ' ') costs[at] = (costs[at] ?? 0) + 0.6
      else if (before && line.charAt(at + 1) !== ' ' && at + 1 < line.length)
        costs[at] = (costs[at] ?? 0) + 0.7
      else if (here) costs[at] = (costs[at] ?? 0) - APART
    }
  }
  return costs
}

/**
 * Boundaries where no line of the page has a letter, when there are exactly as many such places as wanted; null
 * when columns touch, or when too few lines leave more places empty.
 */
export function findClearGutters(lines: readonly string[], count: number): number[] | null {
  const rows = lines.filter((line) => segmentsOf(line).length > 1 || !NAMED_SECTION.test(line))
  const width = Math.min(MAX_WIDTH, Math.max(0, ...rows.map((line) => line.length)))
  const covered = Array.from({ length: width }, (_, at) =>
    rows.some((line) => at < line.length && line.charAt(at) !== ' '),
  )
  const ends = covered.flatMap((filled, at) => (at > 0 && filled && covered[at - 1] === false ? [at] : []))
  const first = covered.indexOf(true)
  const gutters = ends.filter((at) => at > first)
  return gutters.length === count ? gutters : null
}
