import ical, { ICalCalendarMethod } from 'ical-generator'
import type { Roadmap } from '#content/generated/types.ts'
import type { EventCard } from '../../content/cards.ts'
import type { ContentReader } from '../../content/content-reader.ts'
import { isLong, listWindows } from '../../timing/deadline-windows.ts'
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

/** All-day entries for every deadline with an end; work that goes on all year would only fill the calendar. */
function addDeadlines(calendar: Calendar, roadmap: Roadmap, content: ContentReader): void {
  const owner = findRoadmapOwner(roadmap, content)
  if (owner === null) return
  const page = `${content.origin}${owner.url}karta/${roadmap.slug.current}/`
  for (const activity of roadmap.stages.flatMap((stage) => stage.activities ?? [])) {
    if (activity.status === 'cancelled') continue
    const words = (activity.deadlines ?? []).map(({ verbatim }) => verbatim).join('; ')
    const people = listPeopleInCharge(activity.responsible, content).join('; ')
    const windows = (activity.deadlines ?? []).flatMap((deadline) =>
      listWindows(deadline, roadmap.period ?? null),
    )
    for (const [index, window] of windows.entries()) {
      if (window.end === null || isLong(window)) continue
      calendar.createEvent({
        id: `${roadmap._id}-${activity._key}-${index + 1}@kopilka`,
        stamp: new Date(roadmap._updatedAt),
        start: localDay(window.start ?? window.end),
        end: nextLocalDay(window.end),
        allDay: true,
        summary: shorten(activity.text, 120),
        description: [activity.text, `Срок в документе: ${words}`, people && `Ответственные: ${people}`]
          .filter(Boolean)
          .join('\n'),
        url: `${page}#${activity._key}`,
      })
    }
  }
}

function addEvent(calendar: Calendar, event: EventCard, content: ContentReader): void {
  const start = new Date(event.date)
  if (Number.isNaN(start.getTime())) return
  const url = event.link ?? `${content.origin}${event.url}`
  calendar.createEvent({
    id: `${event.id}@kopilka`,
    stamp: start,
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
