import { formatDateRange } from '#content/text/dates.ts'
import { INDICATORS } from '#content/vocabulary/indicators.ts'
import { findTitle } from '#content/vocabulary/vocabulary-table.ts'
import type { ContentReader } from '../../content/content-reader.ts'

/** One reported number. */
export interface IndicatorView {
  /** Name without the unit. */
  readonly title: string
  /** «64 %» or «7». */
  readonly value: string
  /** For a bar: 0–100; null when the indicator is no share. */
  readonly percent: number | null
  readonly period: string
}

/** The numbers of the latest report of an owner, `organization/<id>` or `region/<id>`; [] when there is none. */
export function viewIndicators(content: ContentReader, owner: string): IndicatorView[] {
  const [report] = content.list('indicatorReport', owner)
  if (report === undefined) return []
  return report.indicators.map(({ indicator, value }) => {
    const title = findTitle(INDICATORS, indicator)
    const share = title.endsWith(', %')
    const number = new Intl.NumberFormat('ru').format(value)
    return {
      title: share ? title.slice(0, -3) : title,
      value: share ? `${number}\u00A0%` : number,
      percent: share ? Math.min(100, Math.max(0, value)) : null,
      period: formatDateRange(report.period),
    }
  })
}
