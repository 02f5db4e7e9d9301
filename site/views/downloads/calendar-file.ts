import ical, { ICalCalendarMethod, ICalEventTransparency } from 'ical-generator'
import type { Activity, Roadmap } from '#content/generated/types.ts'
import { NO_BREAK_SPACE } from '#content/text/typography.ts'
import type { EventCard } from '../../content/cards.ts'
import type { ContentReader } from '../../content/content-reader.ts'
import { listCalendarEntries } from '../../timing/calendar-entries.ts'
import { listPeopleInCharge } from '../roadmap/people-in-charge.ts'
import { findRoadmap, findRoadmapOwner } from '../roadmap/roadmap-owner.ts'
import { shorten } from '../shorten.ts'

type Calendar = ReturnType<typeof ical>

/** The deadlines of one roadmap as an iCalendar file; null when there is none at this address. */
export function writeRoadmapCalendar(
  content: ContentReader,
  ownerType: 'organization' | 'region',
  ownerSlug: string,
  slug: string,
): string | null {
  const found = findRoadmap(content, ownerType, ownerSlug, slug)
  if (found === null) return null
  const calendar = openCalendar(`${found.owner.title}: дорожная карта`, content)
  addDeadlines(calendar, found.roadmap, content)
  return calendar.toString()
}

/** The deadlines of all roadmaps of an owner and its events; null when there is no such owner. */
export function writeOwnerCalendar(
  content: ContentReader,
  ownerType: 'organization' | 'region',
  ownerSlug: string,
): string | null {
  const owner = content.link(content.findId(ownerType, ownerSlug))
  if (owner === null) return null
  const calendar = openCalendar(`${owner.name}: наставничество`, content)
  for (const { id } of content.list('roadmap', `${ownerType}/${owner._id}`)) {
    const roadmap = content.get('roadmap', id)
    if (roadmap !== null) addDeadlines(calendar, roadmap, content)
  }
  for (const event of content.list('event', `${ownerType}/${owner._id}`)) addEvent(calendar, event, content)
  return calendar.toString()
}

function openCalendar(name: string, content: ContentReader): Calendar {
  return ical({
    name,
    method: ICalCalendarMethod.PUBLISH,
    prodId: { company: 'Kopilka', product: 'site', language: 'RU' },
    source: content.origin,
    ttl: 60 * 60 * 24,
  })
}

/** All-day entries for the deadlines of a roadmap. */
function addDeadlines(calendar: Calendar, roadmap: Roadmap, content: ContentReader): void {
  const owner = findRoadmapOwner(roadmap, content)
  if (owner === null) return
  const page = `${content.origin}${owner.url}karta/${roadmap.slug.current}/`
  for (const activity of roadmap.stages.flatMap((stage) => stage.activities ?? [])) {
    if (activity.status === 'cancelled') continue
    const description = describeActivity(activity, owner.title, content)
    const entries = (activity.deadlines ?? []).flatMap((deadline) =>
      listCalendarEntries(deadline, roadmap.period ?? null),
    )
    for (const [index, { start, end, rule }] of entries.entries()) {
      calendar
        .createEvent({
          id: `${roadmap._id}-${activity._key}-${index + 1}@kopilka`,
          ...versionOf(roadmap._updatedAt),
          start: localDay(start),
          end: nextLocalDay(end),
          allDay: true,
          summary: shorten(activity.text, 120),
          description,
          transparency: ICalEventTransparency.TRANSPARENT,
          url: `${page}#${activity._key}`,
        })
        .repeating(rule === null ? null : `RRULE:${rule}`)
    }
  }
}

function describeActivity(activity: Activity, owner: string, content: ContentReader): string {
  const words = (activity.deadlines ?? []).map(({ verbatim }) => verbatim).join('; ')
  const people = listPeopleInCharge(activity.responsible, content).join('; ')
  const lines = [activity.text, `Срок в документе: ${words}`, people && `Ответственные: ${people}`, owner]
  return lines.filter(Boolean).join('\n').replaceAll(NO_BREAK_SPACE, ' ')
}

/** When an entry was last changed; its number grows with every change, minute by minute. */
function versionOf(updatedAt: string) {
  const moment = new Date(updatedAt)
  return { stamp: moment, lastModified: moment, sequence: Math.floor(moment.getTime() / 60_000) }
}

function addEvent(calendar: Calendar, event: EventCard, content: ContentReader): void {
  const start = new Date(event.date)
  if (Number.isNaN(start.getTime())) return
  const url = event.link ?? `${content.origin}${event.url}`
  calendar.createEvent({
    id: `${event.id}@kopilka`,
    ...versionOf(content.get('event', event.id)?._updatedAt ?? event.date),
    start,
    end: event.end === null ? start : new Date(event.end),
    summary: event.title,
    description: event.summary,
    location: event.place ?? '',
    url,
  })
}

/** All-day entries are written from the local parts of a date: noon keeps them on their day in every zone. */
function localDay(day: string): Date {
  return new Date(`${day}T12:00:00`)
}

function nextLocalDay(day: string): Date {
  const next = localDay(day)
  next.setDate(next.getDate() + 1)
  return next
}
