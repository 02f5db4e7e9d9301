import { deadlineLikeness } from '../../deadlines/read-deadline.ts'
import { headOf } from '../../responsible/head-words.ts'
import { endsFinished, flattenWords, startsLower } from '../text/plain-words.ts'

/** How much an activity speaks for beginning a row, by its own words and those above it. */
export function scoreActivity(text: string, above: string): number {
  if (/^\s*\d{1,2}[.)]\s*\D/.test(text)) return 2.5
  if (/^\s*[-–—•·*]\s*\S/.test(text)) return 0.5
  if (startsLower(text)) return -3
  if (/^\s*[«"(]/.test(text) && !endsFinished(above)) return -2
  return endsFinished(above) ? 1 : -0.1
}

/** Words that a deadline may begin with, when the line holds only its beginning. */
const DEADLINE_START = /^(?:по|до|в|во|с|к|не|при|на|весь|после|\d{1,2}[.\s]|[IVX]+\s|\p{Lu})/u

/** The same of a deadline. */
export function scoreDeadline(text: string, above: string, wrapped: boolean): number {
  if (!hasWords(text)) return wrapped ? -2.6 : -1.5
  if (!hasWords(above)) return 0.5
  if (/(?:[-–—,]|(?:^|\s)(?:до|с|по|к|в|и|течение|учебного|не позднее))\s*$/i.test(above)) return -2.5
  const words = flattenWords(text)
  if (/^(?:(?:19|20)\d\d|г|года?|гг|учебного|уч)/i.test(words) || /^[ьъы-]/i.test(words)) return -2.5
  const before = flattenWords(above)
  if (deadlineLikeness(before) <= 0.7 || (/^с\s/i.test(before) && /^(?:по|до)\s/i.test(words))) return -1
  if (deadlineLikeness(words) > 0.7) return 2.2
  return /^\p{Lu}/u.test(words) ? 1.8 : DEADLINE_START.test(words) ? 1.2 : -1
}

/** The same of people in charge. */
export function scoreResponsible(text: string, above: string): number {
  if (!hasWords(text)) return -0.3
  if (/[,–—-]\s*$/.test(above)) return -1.5
  if (startsLower(text) && (headOf(text) === null || /^\s*\p{L}+[ая](?![\p{L}-])/u.test(text))) return -2
  return hasWords(above) ? 0.8 : 0.3
}

/** Whether a cell holds anything but spaces and signs; a dash counts. */
export function hasWords(cell: string): boolean {
  return /[\p{L}\p{N}–—-]/u.test(cell)
}
