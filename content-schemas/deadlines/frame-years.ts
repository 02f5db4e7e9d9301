import type { PlacedItem } from './deadline-item.ts'
import type { DeadlineContext } from './deadline-reading.ts'
import { fixedSpan, momentsOf } from './deadline-term.ts'

/**
 * «Сентябрь, май 2024-2025 учебного года»: years that the cell names for all its dates are no deadline of their own
 * but the period in which the dates lie. Null when each date has its year, or none has.
 */
export function frameYears(
  items: readonly PlacedItem[],
): { items: PlacedItem[]; period: NonNullable<DeadlineContext['period']> } | null {
  const frames = items.filter((item) => fixedSpan(item) !== null)
  const frame = frames[0]
  const dates = items.flatMap((item) => momentsOf(item) ?? [])
  if (!frame || frames.length > 1 || dates.length === 0 || dates.some(({ from }) => from.year !== null))
    return null
  const at = items.indexOf(frame)
  const before = items[at - 1]
  if (before?.type === 'operator') return null
  // «2024 г., сентябрь»: put together as it stands.
  if (frame.type === 'year' && !items.slice(0, at).some((item) => momentsOf(item))) return null
  const { start, end } = fixedSpan(frame) ?? { start: null, end: null }
  return start === null ? null : { items: items.filter((item) => item !== frame), period: { start, end } }
}
