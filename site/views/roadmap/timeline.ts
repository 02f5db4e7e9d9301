import { shiftDay, type PlanPeriod, type TimeWindow } from '../../timing/deadline-windows.ts'
import { isLong } from '../../timing/deadline-windows.ts'

/** A plan on a line of time; its unit is one month, counted from the first day of `start`. */
export interface Timeline {
  /** First month, `2024-09`. */
  readonly start: string
  /** How many months the line is long. */
  readonly months: number
  /** Marks under the line, equally wide. */
  readonly ticks: readonly Tick[]
  /** Lines at the ticks, as path data; longer than a drawing one unit high, so that they reach down tall rows. */
  readonly grid: string
  /** Where today stands, as path data; '' when it is not on the line. */
  readonly today: string
}

export interface Tick {
  /** «сен», «III кв.», «2025». */
  readonly label: string
  /** The year where a new one begins and the label does not say it; '' elsewhere. */
  readonly year: string
}

/** What is drawn of a row, as path data of a drawing one unit high. */
export interface Bars {
  /** Times to keep. */
  readonly short: string
  /** Work that goes on. */
  readonly long: string
}

/** Ticks are months on lines up to this long, then quarters, then years. */
const MAX_MONTHS = 14
const MAX_QUARTERS = 14
/** A line longer than this shows nothing any more. */
const MAX_YEARS = 12
/** Narrower than this nothing can be seen, months. */
const MIN_WIDTH = 0.2

const MONTH = new Intl.DateTimeFormat('ru', { month: 'short', timeZone: 'UTC' })
const QUARTERS = ['I', 'II', 'III', 'IV']

/** The line of time that these windows fall on; null when there is none to draw. */
export function viewTimeline(
  windows: readonly TimeWindow[],
  period: PlanPeriod | null,
  today: string,
): Timeline | null {
  const days = windows.flatMap(({ start, end }) => [start, end]).filter((day) => day !== null)
  const edges = [...days, ...(period === null ? [] : [period.start, period.end])].toSorted()
  const [first, last] = [edges[0], edges.at(-1)]
  if (first === undefined || last === undefined || days.length === 0) return null
  const [from, to] = [monthNumber(first), monthNumber(last) + 1]
  const step = to - from <= MAX_MONTHS ? 1 : to - from <= MAX_QUARTERS * 3 ? 3 : 12
  const start = Math.floor(from / step) * step
  const count = Math.min(Math.ceil((to - start) / step), (MAX_YEARS * 12) / step)
  const months = count * step
  const ticks = Array.from({ length: count }, (_, index) => start + index * step)
  const line = { start: isoMonth(start), months }
  const now = placeOf(today, line)
  return {
    ...line,
    ticks: ticks.map((month, index) => tickOf(month, step, index === 0)),
    grid: ticks.map((_, index) => `M${index * step} 0v9`).join(''),
    today: now >= 0 && now <= months ? `M${round(now)} 0v9` : '',
  }
}

/** The drawing of the times of one row. */
export function drawBars(windows: readonly TimeWindow[], line: Pick<Timeline, 'start' | 'months'>): Bars {
  const draw = (list: readonly TimeWindow[], height: number) =>
    [...new Set(list.flatMap((window) => drawBar(window, line, height)))].join('')
  return {
    short: draw(
      windows.filter((window) => !isLong(window)),
      0.6,
    ),
    long: draw(windows.filter(isLong), 0.2),
  }
}

function drawBar(
  { start, end }: TimeWindow,
  line: Pick<Timeline, 'start' | 'months'>,
  height: number,
): string[] {
  const right = Math.min(line.months, end === null ? line.months : placeOf(shiftDay(end, 1) ?? end, line))
  const left = Math.max(
    0,
    start === null ? right - MIN_WIDTH : Math.min(placeOf(start, line), right - MIN_WIDTH),
  )
  const width = round(right - left)
  return width <= 0 ? [] : [`M${round(left)} ${(1 - height) / 2}h${width}v${height}h-${width}z`]
}

function tickOf(month: number, step: number, first: boolean): Tick {
  const [year, index] = [String(Math.floor(month / 12)), month % 12]
  if (step === 12) return { label: year, year: '' }
  const label =
    step === 3
      ? `${QUARTERS[index / 3] ?? ''}\u00A0кв.`
      : MONTH.format(new Date(Date.UTC(2000, index, 1))).replace('.', '')
  return { label, year: first || index === 0 ? year : '' }
}

/** How many months after the start of the line a day begins. */
function placeOf(day: string, { start }: Pick<Timeline, 'start'>): number {
  const [year = 0, month = 1, date = 1] = day.split('-').map(Number)
  const length = new Date(Date.UTC(year, month, 0)).getUTCDate()
  return monthNumber(day) - monthNumber(start) + (date - 1) / length
}

function monthNumber(day: string): number {
  const [year = 0, month = 1] = day.split('-').map(Number)
  return year * 12 + month - 1
}

function isoMonth(month: number): string {
  return `${Math.floor(month / 12)}-${String((month % 12) + 1).padStart(2, '0')}`
}

function round(value: number): number {
  return Math.round(value * 100) / 100
}
