/** How many copies stay, counted in days, weeks and months that have one. */
export interface Retention {
  days: number
  weeks: number
  months: number
}

const DAY_MS = 24 * 60 * 60 * 1000

/**
 * Which copies stay: the newest of each of the last days, weeks (from Monday) and months that have any, in UTC. The
 * newest of all always stays.
 * @param taken moments of the copies, in any order
 */
export function keepCopies(taken: readonly Date[], { days, weeks, months }: Retention): Set<Date> {
  const newestFirst = taken.toSorted((one, other) => other.getTime() - one.getTime())
  return new Set([
    ...newestFirst.slice(0, 1),
    ...newestOfEach(newestFirst, dayOf).slice(0, days),
    ...newestOfEach(newestFirst, (at) => String(Math.floor((at.getTime() / DAY_MS + 3) / 7))).slice(0, weeks),
    ...newestOfEach(newestFirst, (at) => dayOf(at).slice(0, 'YYYY-MM'.length)).slice(0, months),
  ])
}

function newestOfEach(newestFirst: readonly Date[], periodOf: (at: Date) => string): Date[] {
  const newest = new Map<string, Date>()
  for (const at of newestFirst) if (!newest.has(periodOf(at))) newest.set(periodOf(at), at)
  return [...newest.values()]
}

function dayOf(at: Date): string {
  return at.toISOString().slice(0, 'YYYY-MM-DD'.length)
}
