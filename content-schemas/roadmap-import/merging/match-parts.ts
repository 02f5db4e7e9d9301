import { likenessOf, stemsOf } from './likeness.ts'
import type { PlanPart } from './roadmap-plan.ts'

/** Words alike enough to be one row reworded; less where the number is the same too. */
const LIKE_ENOUGH = 0.6
const LIKE_ENOUGH_WITH_NUMBER = 0.35
/** A stem that stands in more rows than this tells nothing. */
const TELLING_ROWS = 40
/** With more pairs of stages than this, only those that share rows are weighed. */
const MOST_STAGE_PAIRS = 40_000

interface Row {
  part: PlanPart
  place: number
  number: string
  text: string
  stems: ReadonlySet<string>
}

/**
 * Which part of the later plan is which of the earlier one, as later id → earlier id. Rows are told by their words
 * and numbers, wherever they stand; equal rows pair in their order, so that a plan is matched to itself part by part.
 * Stages are told by title, number and the rows they share.
 */
export function matchParts(earlier: readonly PlanPart[], later: readonly PlanPart[]): Map<string, string> {
  const rows = matchRows(rowsOf(earlier), rowsOf(later))
  return new Map([...rows, ...matchStages(earlier, later, rows)])
}

function rowsOf(parts: readonly PlanPart[]): Row[] {
  return parts
    .filter((part) => part.kind === 'row')
    .map((part, place) => {
      const text = wordsOf(part, 'text')
      return { part, place, number: wordsOf(part, 'number'), text, stems: stemsOf(text) }
    })
}

function matchRows(earlier: readonly Row[], later: readonly Row[]): Map<string, string> {
  const matched = new Map<string, string>()
  const taken = new Set<string>()
  const pair = (one: Row, other: Row) => {
    matched.set(other.part.id, one.part.id)
    taken.add(one.part.id)
  }
  for (const sign of [(row: Row) => `${row.number}\n${row.text}`, (row: Row) => row.text]) {
    const waiting = Map.groupBy(
      earlier.filter((row) => !taken.has(row.part.id)),
      sign,
    )
    for (const row of later) {
      const twin = matched.has(row.part.id) || row.text === '' ? undefined : waiting.get(sign(row))?.shift()
      if (twin) pair(twin, row)
    }
  }
  const left = earlier.filter((row) => !taken.has(row.part.id))
  const open = later.filter((row) => !matched.has(row.part.id))
  for (const { one, other } of findAlike(left, open)) {
    if (!taken.has(one.part.id) && !matched.has(other.part.id)) pair(one, other)
  }
  return matched
}

/** Pairs of rows that are alike, the most alike first. */
function findAlike(earlier: readonly Row[], later: readonly Row[]) {
  const byStem = new Map<string, Row[]>()
  for (const row of earlier) {
    for (const stem of [...row.stems, `№${row.number}`]) {
      const rows = byStem.get(stem)
      if (rows) rows.push(row)
      else byStem.set(stem, [row])
    }
  }
  return later
    .flatMap((other) => {
      const near = [...other.stems, `№${other.number}`]
        .map((stem) => byStem.get(stem) ?? [])
        .filter((rows) => rows.length <= TELLING_ROWS || earlier.length <= TELLING_ROWS)
      return [...new Set(near.flat())].map((one) => ({ one, other, ...weigh(one, other) }))
    })
    .filter(({ enough }) => enough)
    .toSorted((first, second) => second.score - first.score || first.distance - second.distance)
}

function weigh(one: Row, other: Row): { score: number; distance: number; enough: boolean } {
  const likeness = likenessOf(one.stems, other.stems)
  const numbered = one.number !== '' && one.number === other.number
  return {
    score: likeness + (numbered ? 0.2 : 0),
    distance: Math.abs(one.place - other.place),
    enough: likeness >= (numbered ? LIKE_ENOUGH_WITH_NUMBER : LIKE_ENOUGH),
  }
}

function matchStages(
  earlier: readonly PlanPart[],
  later: readonly PlanPart[],
  rows: ReadonlyMap<string, string>,
): Map<string, string> {
  const shared = countSharedRows(earlier, later, rows)
  const [before, after] = [earlier, later].map((parts) => parts.filter((part) => part.kind === 'stage'))
  const few = (before?.length ?? 0) * (after?.length ?? 0) <= MOST_STAGE_PAIRS
  const candidates = (after ?? [])
    .flatMap((other, place) =>
      (before ?? []).flatMap((one, at) => {
        const common = shared.get(`${one.id} ${other.id}`) ?? 0
        if (!few && common === 0) return []
        return [{ one, other, score: weighStages(one, other, common), distance: Math.abs(at - place) }]
      }),
    )
    .filter(({ score }) => score >= 1)
    .toSorted((first, second) => second.score - first.score || first.distance - second.distance)
  const matched = new Map<string, string>()
  const taken = new Set<string>()
  for (const { one, other } of candidates) {
    if (taken.has(one.id) || matched.has(other.id)) continue
    matched.set(other.id, one.id)
    taken.add(one.id)
  }
  return matched
}

/** How many rows a stage of the earlier plan and one of the later have in common. */
function countSharedRows(
  earlier: readonly PlanPart[],
  later: readonly PlanPart[],
  rows: ReadonlyMap<string, string>,
): Map<string, number> {
  const stageOf = new Map(earlier.map((part) => [part.id, part.stage]))
  const counts = new Map<string, number>()
  for (const row of later) {
    const stage = row.kind === 'row' ? stageOf.get(rows.get(row.id) ?? '') : undefined
    if (stage === undefined) continue
    const pair = `${stage} ${row.stage}`
    counts.set(pair, (counts.get(pair) ?? 0) + 1)
  }
  return counts
}

function weighStages(one: PlanPart, other: PlanPart, sharedRows: number): number {
  const likeness = likenessOf(stemsOf(wordsOf(one, 'title')), stemsOf(wordsOf(other, 'title')))
  const numbered = wordsOf(one, 'number') === wordsOf(other, 'number')
  return (likeness > 0.5 ? likeness : 0) + (numbered ? 0.4 : 0) + Math.min(sharedRows, 5) * 0.3
}

function wordsOf(part: PlanPart, field: string): string {
  const words = part.fields[field]
  return typeof words === 'string' ? words : ''
}
