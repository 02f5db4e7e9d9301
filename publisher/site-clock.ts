import { COUNTRY_ZONE, dayInZone } from '#content/text/day-in-zone.ts'
import { TIME_ZONES } from '#content/vocabulary/time-zones.ts'

const HOUR_MS = 3_600_000
/** Clocks of the hours asked for last: today's, and those of days that somebody looks ahead to. */
const clocks = new Map<number, string>()

/**
 * The last moment, ISO 8601 UTC, at which a day began in one of the time zones of Russia: what the site means by now.
 * Two moments with the same clock have the same day everywhere.
 */
export function siteClock(at: Date): string {
  const hour = Math.floor(at.getTime() / HOUR_MS) * HOUR_MS
  let clock = clocks.get(hour)
  if (clock === undefined) {
    if (clocks.size > 10) clocks.clear()
    clocks.set(hour, (clock = new Date(findBeginning(hour)).toISOString()))
  }
  return clock
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
