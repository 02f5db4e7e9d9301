import { formatDateRange } from '#content/text/dates.ts'
import { INDICATORS } from '#content/vocabulary/indicators.ts'
import { findTitle } from '#content/vocabulary/vocabulary-table.ts'
import type { OrganizationCard } from '../../content/cards.ts'
import type { ContentReader } from '../../content/content-reader.ts'
import type { DocumentOf } from '../../content/documents.ts'
import { setTitle } from '../../typography/set-title.ts'
import type { Link } from '../page-meta.ts'
import { medianOf } from './median.ts'

/** One reported number. */
export interface IndicatorView {
  /** Name without the unit. */
  readonly title: string
  /** «64 %» or «7». */
  readonly value: string
  /** For a bar: 0–100; null when the indicator is no share. */
  readonly percent: number | null
  readonly period: string
  /** The same indicator of the region; null when there is nothing to compare with. */
  readonly region: { readonly words: string; readonly percent: number | null } | null
}

/** What the numbers of an organisation are compared with. */
export interface RegionMeasure {
  /** «медиана региона», «по региону». */
  readonly name: string
  /** Value by indicator. */
  readonly values: ReadonlyMap<string, number>
}

/** Shares that organisations of a region reported, one row for each. */
export interface IndicatorTable {
  readonly columns: readonly string[]
  readonly rows: readonly { readonly organization: Link; readonly cells: readonly (number | null)[] }[]
}

type Report = DocumentOf<'indicatorReport'>

/** With fewer reports a median says nothing. */
const MIN_REPORTS = 3

/** The numbers of the latest report of an owner, `organization/<id>` or `region/<id>`; [] when there is none. */
export function viewIndicators(
  content: ContentReader,
  owner: string,
  measure: RegionMeasure | null = null,
): IndicatorView[] {
  const [report] = content.list('indicatorReport', owner)
  if (report === undefined) return []
  return report.indicators.map(({ indicator, value }) => {
    const title = setTitle(INDICATORS, indicator)
    const share = isShare(indicator)
    const other = measure?.values.get(indicator)
    return {
      title: share ? title.slice(0, -3) : title,
      value: formatValue(value, share),
      percent: share ? cutPercent(value) : null,
      period: formatDateRange(report.period),
      region:
        measure === null || other === undefined
          ? null
          : {
              words: `${measure.name} ${formatValue(other, share)}`,
              percent: share ? cutPercent(other) : null,
            },
    }
  })
}

/**
 * What an organisation is compared with: the median of the organisations, when enough of them report, else the
 * shares that the region itself reports; null when there is neither.
 */
export function measureRegion(
  comparable: readonly OrganizationCard[],
  regionId: string | undefined,
  content: ContentReader,
): RegionMeasure | null {
  const reports = listReports(comparable, content)
  if (reports.length >= MIN_REPORTS) return { name: 'медиана региона', values: listMedians(reports) }
  const [own] = regionId === undefined ? [] : content.list('indicatorReport', `region/${regionId}`)
  if (own === undefined) return null
  const shares = own.indicators.filter(({ indicator }) => isShare(indicator))
  return { name: 'по региону', values: new Map(shares.map(({ indicator, value }) => [indicator, value])) }
}

/** Shares that these organisations reported last, side by side; null when fewer than two of them reported. */
export function viewIndicatorTable(
  organizations: readonly OrganizationCard[],
  content: ContentReader,
): IndicatorTable | null {
  const reported = organizations.flatMap((organization) => {
    const [report] = content.list('indicatorReport', `organization/${organization.id}`)
    return report === undefined ? [] : [{ organization, report }]
  })
  if (reported.length < 2) return null
  const shares = INDICATORS.filter(
    ({ key }) => isShare(key) && reported.some(({ report }) => valueOf(report, key) !== null),
  )
  return {
    columns: shares.map(({ title }) => title.slice(0, -3)),
    rows: reported.map(({ organization, report }) => ({
      organization: { title: organization.name, url: organization.url },
      cells: shares.map(({ key }) => valueOf(report, key)),
    })),
  }
}

function listReports(organizations: readonly OrganizationCard[], content: ContentReader): Report[] {
  return organizations.flatMap(({ id }) => content.list('indicatorReport', `organization/${id}`)[0] ?? [])
}

function listMedians(reports: readonly Report[]): Map<string, number> {
  const medians = INDICATORS.map(({ key }): [string, number] => [
    key,
    medianOf(reports.flatMap((report) => valueOf(report, key) ?? [])),
  ])
  return new Map(medians.filter(([, median]) => !Number.isNaN(median)))
}

function valueOf(report: Report, key: string): number | null {
  return report.indicators.find(({ indicator }) => indicator === key)?.value ?? null
}

function isShare(indicator: string): boolean {
  return findTitle(INDICATORS, indicator).endsWith(', %')
}

function formatValue(value: number, share: boolean): string {
  const number = new Intl.NumberFormat('ru', { maximumFractionDigits: 1 }).format(value)
  return share ? `${number}\u00A0%` : number
}

function cutPercent(value: number): number {
  return Math.min(100, Math.max(0, value))
}
