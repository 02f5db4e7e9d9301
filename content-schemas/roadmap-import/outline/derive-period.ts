import { deadlineLikeness, readDeadline } from '../../deadlines/read-deadline.ts'
import type { DeadlineContext } from '../../deadlines/deadline-reading.ts'
import { flattenWords } from '../text/plain-words.ts'

const YEAR = /(?:19|20)\d{2}|\d{1,2}\.\d{1,2}\.\d{2}/

/**
 * The period that the dated deadlines of a roadmap span; its end stays open while they are few or close together.
 * Null when no deadline has a year.
 */
export function derivePeriod(cells: readonly string[]): DeadlineContext['period'] {
  const dated = cells
    .map(flattenWords)
    .filter((cell) => YEAR.test(cell) && deadlineLikeness(cell) > 0.5)
    .map((cell) => readDeadline(cell))
    .filter((reading) => reading.start !== null || reading.end !== null)
  const starts = dated.map((reading) => reading.start ?? reading.end ?? '').toSorted()
  const ends = dated.map((reading) => reading.end ?? reading.start ?? '').toSorted()
  const start = starts[0]
  const end = ends.at(-1)
  if (!start || !end) return null
  return { start, end: dated.length >= 3 && months(start, end) >= 8 ? end : null }
}

function months(start: string, end: string): number {
  return (
    (Number(end.slice(0, 4)) - Number(start.slice(0, 4))) * 12 +
    Number(end.slice(5, 7)) -
    Number(start.slice(5, 7)) +
    1
  )
}
