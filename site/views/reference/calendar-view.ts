import { formatDate, formatDateRange, formatMonth } from '#content/text/dates.ts'
import { COUNTRY_ZONE } from '#content/text/day-in-zone.ts'
import type { EventCard } from '../../content/cards.ts'
import type { ContentReader } from '../../content/content-reader.ts'
import { typeset } from '../../typography/typeset.ts'
import { linkTo } from '../document-link.ts'
import { type DueItem, listDueNow } from '../home/due-now.ts'
import type { Link } from '../page-meta.ts'
import { listRegions } from '../places/region-list-view.ts'

/** What is ahead, by month, and what was. */
export interface CalendarView {
  readonly ahead: readonly EventMonth[]
  readonly past: readonly EventEntry[]
  readonly due: readonly DueItem[]
  /** The day in words. */
  readonly today: string
  /** Calendars to subscribe to, one for each region. */
  readonly calendars: readonly Link[]
}

export interface EventMonth {
  readonly title: string
  readonly events: readonly EventEntry[]
}

export interface EventEntry {
  /** Anchor of the event. */
  readonly id: string
  readonly title: string
  readonly when: string
  /** ISO date and time. */
  readonly date: string
  readonly place: string
  readonly summary: string
  readonly host: Link | null
  readonly link: string | null
}

const MAX_PAST = 20

/** Events ahead of today by month, and the latest past ones. */
export function viewCalendar(content: ContentReader): CalendarView {
  const events = content.list('event', 'all')
  const isAhead = (event: EventCard) =>
    dayIn(event.end ?? event.date, content.timeZoneAt(placeOf(event))) >= content.todayAt(placeOf(event))
  return {
    ahead: groupByMonth(events.filter(isAhead), content),
    past: events
      .filter((event) => !isAhead(event))
      .toReversed()
      .slice(0, MAX_PAST)
      .map((event) => viewEvent(event, content)),
    due: listDueNow(content),
    today: formatDate(content.today),
    calendars: listRegions(content).map(({ title, url }) => ({ title, url: `${url}kalendar.ics` })),
  }
}

function placeOf({ organization, region }: EventCard): string | null {
  return organization ?? region
}

function groupByMonth(events: readonly EventCard[], content: ContentReader): EventMonth[] {
  const months = new Map<string, EventEntry[]>()
  for (const event of events) {
    const title = formatMonth(event.date.slice(0, 10))
    months.set(title, [...(months.get(title) ?? []), viewEvent(event, content)])
  }
  return [...months].map(([title, entries]) => ({ title, events: entries }))
}

function viewEvent(event: EventCard, content: ContentReader): EventEntry {
  const timeZone = content.timeZoneAt(placeOf(event))
  return {
    id: event.slug,
    title: typeset(event.title),
    when: describeTime(event, timeZone),
    date: event.date,
    place: typeset(event.place ?? ''),
    summary: typeset(event.summary),
    host: linkTo(event.organization ?? event.region, content),
    link: event.link,
  }
}

/** «10 апреля 2025, 10:00 по местному времени»; only the days when the event lasts longer than one. */
function describeTime({ date, end }: EventCard, timeZone: string): string {
  if (Number.isNaN(Date.parse(date))) return date
  const first = dayIn(date, timeZone)
  const last = end === null ? first : dayIn(end, timeZone)
  if (first !== last) return formatDateRange({ start: first, end: last })
  const time = new Intl.DateTimeFormat('ru', { timeStyle: 'short', timeZone }).format(new Date(date))
  return `${formatDate(first)}, ${time} по\u00A0${timeZone === COUNTRY_ZONE ? 'Москве' : 'местному времени'}`
}

function dayIn(date: string, timeZone: string): string {
  const moment = new Date(date)
  if (Number.isNaN(moment.getTime())) return date.slice(0, 10)
  return new Intl.DateTimeFormat('sv-SE', { timeZone }).format(moment)
}
