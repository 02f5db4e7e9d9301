import { formatDateRange } from '#content/text/dates.ts'
import type { PlanPeriod } from '../../timing/deadline-windows.ts'

/**
 * The years of a plan in words, to stand after «на»: «2024 год», «2024–2025 годы», «2024/25 учебный год»,
 * or the dates where they follow no calendar. Without a period, the fallback; one that is years is told as years.
 */
export function formatPlanPeriod(period: PlanPeriod | null, fallback: string): string {
  if (period === null) return formatYears(fallback)
  const { start, end } = period
  const [first, last] = [start.slice(0, 4), end.slice(0, 4)]
  const wholeYears = start.endsWith('-01-01') && end.endsWith('-12-31')
  if (wholeYears) return first === last ? `${first}\u00A0год` : `${first}–${last}\u00A0годы`
  const schoolYear = /-0[89]-/.test(start) && /-0[5-8]-/.test(end) && Number(last) === Number(first) + 1
  if (schoolYear) return `${first}/${last.slice(2)}\u00A0учебный год`
  return formatDateRange({ start, end })
}

function formatYears(fallback: string): string {
  const [years, first, last] = /^(\d{4})(?:-(\d{4}))?$/.exec(fallback) ?? []
  if (years === undefined || first === undefined) return fallback
  return last === undefined ? `${first}\u00A0год` : `${first}–${last}\u00A0годы`
}
