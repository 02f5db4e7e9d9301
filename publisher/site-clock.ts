import { COUNTRY_ZONE, dayInZone } from '#content/text/day-in-zone.ts'
import { TIME_ZONES } from '#content/vocabulary/time-zones.ts'

const HOUR_MS = 3_600_000
let latest = { hour: NaN, clock: '' }

/**
 * The last moment, ISO 8601 UTC, at which a day began in one of the time zones of Russia: what the site means by now.
 * Two moments with the same clock have the same day everywhere.
 */
export function siteClock(at: Date): string {
  const hour = Math.floor(at.getTime() / HOUR_MS) * HOUR_MS
  if (latest.hour !== hour) latest = { hour, clock: new Date(findBeginning(hour)).toISOString() }
  return latest.clock
}

function findBeginning(hour: number): number {
  const days = daysAt(hour)
  let first = hour
  while (daysAt(first - HOUR_MS) === days) first -= HOUR_MS
  return first
}

/** The calendar day in Moscow, YYYY-MM-DD. */
export function moscowDay(at: Date): string {
  return dayInZone(at.toISOString(), COUNTRY_ZONE)
}

/** Days of all zones at a moment; zones differ from UTC by whole hours. */
function daysAt(time: number): string {
  const moment = new Date(time).toISOString()
  return TIME_ZONES.map(({ key }) => dayInZone(moment, key)).join()
}
