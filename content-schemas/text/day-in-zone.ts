import { TIME_ZONES, type TimeZoneKey } from '../vocabulary/time-zones.ts'

/** The zone of what belongs to no region. */
export const COUNTRY_ZONE = 'Europe/Moscow' satisfies TimeZoneKey

const formats = new Map(
  TIME_ZONES.map(({ key }) => [key, new Intl.DateTimeFormat('sv-SE', { timeZone: key })]),
)
let latest = { moment: '', days: new Map<string, string>() }

/**
 * The calendar day, YYYY-MM-DD, in a time zone of Russia; in Moscow where the zone is not one of them.
 *
 * @param moment ISO 8601 date and time; a date alone is that day in every zone
 * @throws {RangeError} when it is neither
 */
export function dayInZone(moment: string, timeZone: string | null | undefined): string {
  if (isDay(moment)) return moment
  if (latest.moment !== moment) latest = { moment, days: daysAt(new Date(moment)) }
  return latest.days.get(timeZone ?? COUNTRY_ZONE) ?? latest.days.get(COUNTRY_ZONE) ?? moment.slice(0, 10)
}

function isDay(moment: string): boolean {
  return moment.length === 'YYYY-MM-DD'.length
}

function daysAt(at: Date): Map<string, string> {
  return new Map([...formats].map(([zone, format]) => [zone, format.format(at)]))
}
