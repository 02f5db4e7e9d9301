import * as fc from 'fast-check'
import ICAL from 'ical.js'
import { sync } from 'node-ical'
import { expect, test } from 'vitest'
import { createContentStore } from '../../content/content-store.ts'
import { activityOf, deadlineOf, fixtureDocuments, roadmap } from '../../content/site.fixture.ts'
import { listCalendarEntries } from '../../timing/calendar-entries.ts'
import { shiftDay } from '../../timing/deadline-windows.ts'
import { writeRoadmapCalendar } from './calendar-file.ts'

const day = fc.integer({ min: 0, max: 900 }).map((days) => shiftDay('2024-01-01', days) ?? '')

const deadline = fc
  .record({
    first: day,
    length: fc.integer({ min: 0, max: 250 }),
    verbatim: fc.string({ minLength: 1 }),
    recurrence: fc.constantFrom(
      undefined,
      'FREQ=YEARLY',
      'FREQ=MONTHLY',
      'FREQ=MONTHLY;INTERVAL=3',
      'FREQ=WEEKLY',
    ),
  })
  .map(({ first, length, verbatim, recurrence }) => ({
    ...deadlineOf(verbatim, 'date-range', first, shiftDay(first, length) ?? first),
    ...(recurrence && { recurrence }),
  }))

const activities = fc.array(
  fc.record({
    text: fc.string({ unit: 'grapheme', minLength: 1, maxLength: 300 }),
    deadlines: fc.array(deadline),
  }),
  { minLength: 1, maxLength: 6 },
)

test('law: two parsers of iCalendar read every deadline as it was meant', () => {
  fc.assert(
    fc.property(activities, (list) => {
      const stages = [
        {
          _type: 'stage' as const,
          _key: 's1',
          activities: list.map(({ text, deadlines }, index) =>
            activityOf(`s1a${index}`, text, { deadlines }),
          ),
        },
      ]
      const documents = [...fixtureDocuments.filter(({ _id }) => _id !== roadmap._id), { ...roadmap, stages }]
      const content = createContentStore({
        origin: 'https://kopilka.example',
        today: '2025-03-01',
        documents,
      })
      const file =
        writeRoadmapCalendar(
          content.reader(() => {}),
          'organization',
          'licej-2',
          '2024-2025',
        ) ?? ''
      const meant = list
        .flatMap(({ deadlines }) => deadlines)
        .flatMap((one) => listCalendarEntries(one, roadmap.period ?? null))
        .map(({ start, end, rule }) => [start, shiftDay(end, 1), rule?.split(';')[0] ?? null])
      expect(readWithIcalJs(file)).toEqual(meant)
      expect(readWithNodeIcal(file)).toEqual(meant)
      expect(file.split('\r\n').filter((line) => new TextEncoder().encode(line).length > 75)).toEqual([])
    }),
    { numRuns: 60 },
  )
})

/** First day, day after the last, frequency of every entry. */
function readWithIcalJs(file: string) {
  const calendar = new ICAL.Component(ICAL.parse(file))
  return calendar.getAllSubcomponents('vevent').map((component) => {
    const event = new ICAL.Event(component)
    const rule = component.getFirstPropertyValue('rrule')
    const frequency = rule instanceof ICAL.Recur ? `FREQ=${rule.freq}` : null
    return [event.startDate.toString(), event.endDate.toString(), frequency]
  })
}

function readWithNodeIcal(file: string) {
  return Object.values(sync.parseICS(file)).flatMap((entry) => {
    if (entry?.type !== 'VEVENT' || entry.end === undefined) return []
    const frequency = /FREQ=\w+/.exec(entry.rrule?.toString() ?? '')?.[0] ?? null
    return [[localDay(entry.start), localDay(entry.end), frequency]]
  })
}

function localDay(date: Date): string {
  return [date.getFullYear(), date.getMonth() + 1, date.getDate()]
    .map((part) => String(part).padStart(2, '0'))
    .join('-')
}
