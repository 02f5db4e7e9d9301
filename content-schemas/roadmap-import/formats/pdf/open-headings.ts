import { isNumberMark } from '../../table/number-mark.ts'
import { startsLower } from '../../text/plain-words.ts'
import type { ColumnRoleKey } from '../../../vocabulary/column-roles.ts'
import type { Slot, SlotRange } from './open-slots.ts'

/** The slots of a page and where its headings of columns stand among them. */
interface HeadedPage {
  slots: readonly Slot[]
  headers: readonly SlotRange[]
}

/** A row right under a heading fills so many columns in its first line. */
const LEAST_BELOW = 2
/** Lines of a heading. */
const MOST_LINES = 3
/** In heights of a letter. */
const SPACE = 0.25
const NEAR = 1.35
const FAR = 1.7

/**
 * Headings of stages that stand alone in the first column or that of activities, where the table begins with one; how
 * many lines each has, by its first. A line that a cell begins with stands there alone, too, where cells stand in the
 * middle, but has no room for the word that begins the next. `rooms` are the widths of columns, in points.
 */
export function findLoneSlots(
  pages: readonly (HeadedPage | null)[],
  roles: readonly ColumnRoleKey[],
  rooms: readonly number[],
): ReadonlyMap<Slot, number> {
  const found = new Map<Slot, number>()
  if (roles.includes('stage')) return found
  const start = pages.find((page) => page !== null)
  const first = start && firstUnderHeader(start)
  const column = first ? first.cells.findIndex((cell) => cell !== '') : -1
  if (!first || (column !== 0 && column !== roles.indexOf('activity'))) return found
  const leads = firstLinesLead(pages, roles)
  for (const page of pages) {
    const slots = page?.slots ?? []
    for (const [index, slot] of slots.entries()) {
      if (!isHeadingLine(slot, column)) continue
      let to = index + 1
      while (to < index + MOST_LINES && goesOn(slots[to], column)) to += 1
      const [above, last, below] = [slots[index - 1], slots[to - 1], slots[to]]
      if (!last || !below || below.across || isAlone(below, column)) continue
      const headed = !above || above.across || slot === first
      const ended = headed || leads || hasRoom(above, slot, column, rooms)
      const next = slots.slice(to).find((one) => one.across || one.cells[column] !== '')
      if (ended && next && beginsAnew(last, next, column, leads ? null : rooms)) found.set(slot, to - index)
    }
  }
  return found.has(first) ? found : new Map()
}

/** Whether rows begin with the lines that hold their numbers, or most of their cells: none of these goes on from above. */
function firstLinesLead(pages: readonly (HeadedPage | null)[], roles: readonly ColumnRoleKey[]): boolean {
  const [number, activity] = [roles.indexOf('number'), roles.indexOf('activity')]
  return pages.every((page) =>
    page?.slots.every((slot) => {
      const filled = slot.cells.filter((cell) => cell !== '').length
      const full = number < 0 ? filled > LEAST_BELOW : isNumberMark(slot.cells[number] ?? '')
      return !full || slot.across || /^[«"]?\p{Lu}/u.test(slot.cells[activity] ?? '')
    }),
  )
}

function isAlone(slot: Slot | undefined, column: number): slot is Slot {
  return slot !== undefined && !slot.across && slot.cells.every((cell, at) => at === column || cell === '')
}

function isHeadingLine(slot: Slot, column: number): boolean {
  return isAlone(slot, column) && /^[«"]?\p{Lu}.{2,}[^.;:,-]$/u.test(slot.cells[column] ?? '')
}

function goesOn(slot: Slot | undefined, column: number): boolean {
  return isAlone(slot, column) && startsLower(slot.cells[column] ?? '')
}

/** Whether the next words of the column are no line of the same cell. */
function beginsAnew(last: Slot, next: Slot, column: number, rooms: readonly number[] | null): boolean {
  if (next.across || next.baseline - last.baseline > last.height * FAR) return true
  if (startsLower(next.cells[column] ?? '')) return false
  return rooms === null || hasRoom(last, next, column, rooms)
}

/** The first slot of the body: headings of columns may go on under the line that names most of them. */
function firstUnderHeader({ slots, headers }: HeadedPage): Slot | undefined {
  let at = headers[0]?.to ?? slots.length
  for (;;) {
    const [above, slot] = [slots[at - 1], slots[at]]
    const goesOnAbove = slot && above && slot.baseline - above.baseline < slot.height * NEAR
    if (!goesOnAbove || slot.across || /^[«"]?\p{Lu}/u.test(slot.cells.join(''))) return slot
    at += 1
  }
}

/** Whether the first word of a line would have found room at the end of the line above it. */
function hasRoom(above: Slot, below: Slot, column: number, rooms: readonly number[]): boolean {
  const taken = (above.widths[column]?.line ?? 0) + (below.widths[column]?.word ?? 0) + above.height * SPACE
  return taken < (rooms[column] ?? 0)
}
