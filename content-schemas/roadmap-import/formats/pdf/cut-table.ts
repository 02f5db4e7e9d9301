import { makeRow } from '../../neutral-document.ts'
import { isColumnCount } from '../../table/find-header.ts'
import { findHeaderSlots, joinSlots, type Slot, type SlotRange } from './open-slots.ts'

/** The slots of a page from its table's first to its last. */
export interface TablePage {
  slots: Slot[]
  headers: SlotRange[]
}

/** From its headings to its last line with several cells. */
export function cutTable(
  pages: readonly Slot[][],
): { headings: string[]; pages: (TablePage | null)[] } | null {
  const at = pages.findIndex((slots) => findHeaderSlots(slots) !== null)
  const header = findHeaderSlots(pages[at] ?? [])
  const start = pages[at]
  if (!header || !start) return null
  const core = start.slice(header.from, header.to).map((slot) => slot.cells.join('|'))
  const headings = joinSlots(start.slice(header.from, header.to))
  const last = pages.findLastIndex((slots) => slots.some(isParted))
  const tablePages = pages.map((slots, index): TablePage | null => {
    if (index < at || index > last) return null
    const from = index === at ? topOfHeader(slots, header.from) : 0
    const end = slots.findLastIndex(isParted)
    if (end < from) return null
    const kept = slots.slice(from, index === last ? endOfRow(slots, end) : slots.length)
    return { slots: kept, headers: findCores(kept, core) }
  })
  return { headings, pages: tablePages }
}

function isParted(slot: Slot): boolean {
  return !slot.across && slot.cells.filter((cell) => cell !== '').length > 1
}

/** Lines right above those that name the columns may be the first of a higher heading. */
function topOfHeader(slots: readonly Slot[], from: number): number {
  let top = from
  while (top > 0 && !slots[top - 1]?.across && isNear(slots[top - 1], slots[top], 1.35)) top -= 1
  return top
}

function endOfRow(slots: readonly Slot[], at: number): number {
  let end = at + 1
  while (end < slots.length && !slots[end]?.across && isNear(slots[end - 1], slots[end], 1.35)) end += 1
  return end
}

function isNear(above: Slot | undefined, below: Slot | undefined, most: number): boolean {
  return above !== undefined && below !== undefined && below.baseline - above.baseline < below.height * most
}

/** Where the lines of the headings stand, again on other pages too, and the numbers of the columns under them. */
function findCores(slots: readonly Slot[], core: readonly string[]): SlotRange[] {
  return slots.flatMap((_, from) => {
    const same = core.every((line, index) => slots[from + index]?.cells.join('|') === line)
    if (same) return [{ from, to: from + core.length }]
    return isColumnCount(makeRow(slots[from]?.cells ?? [])) ? [{ from, to: from + 1 }] : []
  })
}
