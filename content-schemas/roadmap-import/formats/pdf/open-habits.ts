import { makeRow } from '../../neutral-document.ts'
import { assignRoles } from '../../table/assign-roles.ts'
import { isNumberMark } from '../../table/number-mark.ts'
import { startsLower } from '../../text/plain-words.ts'
import type { TablePage } from './cut-table.ts'
import { findLoneSlots } from './open-headings.ts'
import { type Parting, partSlots, type RowHabits, type Standing } from './open-rows.ts'
import type { Slot } from './open-slots.ts'

const STANDINGS: readonly Standing[] = ['top', 'middle', 'bottom']
const TRIED_STEPS = 3
/** Numbers beside stages are mostly those of the rows. */
const NUMBERED = 4

/** The rows of a page, and its slots without what stands in cells that span rows. */
export interface PartedPage {
  slots: Slot[]
  rows: Parting['rows']
}

/** Tries how cells may stand and how far rows may be apart; the likeliest rows tell. `rooms` are the widths of columns. */
export function partPages(
  pages: readonly (TablePage | null)[],
  headings: readonly string[],
  rooms: readonly number[],
): { habits: RowHabits; pages: (PartedPage | null)[] } | null {
  const slots = pages.flatMap((page) => page?.slots ?? [])
  const body = slots.filter((slot) => !slot.across).map((slot) => makeRow(slot.cells))
  const roles = assignRoles(headings, body).map((column) => column.role)
  const [stage, number] = [roles.indexOf('stage'), roles.indexOf('number')]
  const activity = roles.indexOf('activity')
  if (activity < 0) return null
  const marks = slots.filter((slot) => isNumberMark(slot.cells[number] ?? '')).length
  const pitch = linePitch(slots)
  const widths = roles.map((_, column) =>
    Math.max(0, ...slots.map((slot) => (slot.across ? 0 : (slot.widths[column]?.line ?? 0)))),
  )
  const start = pages.findIndex((page) => page !== null)
  const activities = slots.map((slot) => slot.cells[activity] ?? '').filter((cell) => /\p{L}/u.test(cell))
  const smallLettered = activities.filter(startsLower).length > activities.length * 0.85
  let best: { habits: RowHabits; pages: (PartedPage | null)[]; score: number } | null = null
  for (const numbered of number < 0 ? [false] : stage < 0 ? [true] : [true, false]) {
    const shared = new Set([stage, numbered ? -1 : number].filter((column) => column >= 0))
    const own = pages.map((page) => page && withoutShared(page, shared))
    const lone = findLoneSlots(own, roles, rooms)
    const memories = pages.map(() => new Map<string, number>())
    for (const step of likelySteps(own, pitch)) {
      for (const standing of STANDINGS) {
        const habits = { roles, shared, numbered, standing, step, pitch, widths, smallLettered, lone }
        const partings = own.map((page, index) =>
          page
            ? partSlots(
                page.slots,
                page.headers,
                habits,
                memories[index] ?? new Map<string, number>(),
                index > start,
              )
            : null,
        )
        const sum = partings.reduce((total, parting) => total + (parting?.score ?? 0), 0)
        // What numbers add to rows that have one is no reason to think that all rows have one.
        const score = numbered && stage >= 0 ? sum - marks * 3 + NUMBERED : sum
        if (best && score <= best.score) continue
        const parted = own.map(
          (page, index) => page && { slots: page.slots, rows: partings[index]?.rows ?? [] },
        )
        best = { habits, pages: parted, score }
      }
    }
  }
  return best
}

/** A page without the words in cells that may span rows, and without the slots that held nothing else. */
function withoutShared({ slots, headers }: TablePage, shared: ReadonlySet<number>): TablePage {
  const places: number[] = []
  const kept: Slot[] = []
  for (const [index, slot] of slots.entries()) {
    const inHeader = headers.some((header) => index >= header.from && index < header.to)
    const cells = slot.cells.map((cell, column) => (shared.has(column) && !inHeader ? '' : cell))
    places.push(kept.length)
    if (slot.across || cells.some((cell) => cell !== '')) kept.push(slot.across ? slot : { ...slot, cells })
  }
  places.push(kept.length)
  return {
    slots: kept,
    headers: headers.map(({ from, to }) => ({ from: places[from] ?? 0, to: places[to] ?? kept.length })),
  }
}

/** From line to line of a cell: the least distance at which lines of columns stand under each other more than once. */
function linePitch(slots: readonly Slot[]): number {
  const columns = Math.max(0, ...slots.map((slot) => slot.cells.length))
  const height = slots[0]?.height ?? 10
  const gaps = Array.from({ length: columns }, (_, column) =>
    gapsOf(slots.filter((slot) => !slot.across && (slot.cells[column] ?? '') !== '')),
  )
    .flat()
    .filter((gap) => gap > height * 0.85)
    .toSorted((one, other) => one - other)
  const often = Math.max(2, gaps.length * 0.04)
  const least = gaps.find(
    (gap, index) => (gaps[index + Math.ceil(often) - 1] ?? Number.POSITIVE_INFINITY) < gap + 1,
  )
  return least ?? height * 1.15
}

/** How far rows may be apart: what stands between slots often, and no nearer than lines. */
function likelySteps(pages: readonly (TablePage | null)[], pitch: number): number[] {
  const gaps = pages.flatMap((page) => gapsOf((page?.slots ?? []).filter((slot) => !slot.across)))
  let left = gaps.filter((gap) => gap > pitch * 0.95 && gap < pitch * 4)
  const steps: number[] = []
  while (steps.length < TRIED_STEPS && left.length > 0) {
    const step = mostFrequent(left) ?? pitch
    steps.push(step)
    left = left.filter((gap) => Math.abs(gap - step) > 1)
  }
  return steps.length > 0 ? steps : [pitch]
}

function gapsOf(slots: readonly Slot[]): number[] {
  return slots.slice(1).map((slot, index) => slot.baseline - (slots[index]?.baseline ?? slot.baseline))
}

function mostFrequent(gaps: readonly number[]): number | undefined {
  const counts = new Map<number, number[]>()
  for (const gap of gaps) {
    const key = Math.round(gap)
    counts.set(key, [...(counts.get(key) ?? []), gap])
  }
  const [most] = [...counts.values()].toSorted((one, other) => other.length - one.length)
  return most?.toSorted((one, other) => one - other)[Math.floor(most.length / 2)]
}
