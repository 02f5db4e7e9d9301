import type { NeutralRow } from '../neutral-document.ts'
import { startsLower } from '../text/plain-words.ts'
import { isNumberMark } from './number-mark.ts'
import { hasWords } from './score-cells.ts'

/** How much blank lines before a row tell that it begins anew, by how often numbered rows have them. */
export function weighGaps(rows: readonly NeutralRow[], numberColumn: number): number {
  const body = rows.slice(1).filter((row) => !row.spanning)
  const numbered = numberColumn < 0 ? body : body.filter((row) => isNumberMark(row.cells[numberColumn] ?? ''))
  if (numbered.length < 2) return 0.5
  const parted = numbered.filter((row) => row.gapBefore).length / numbered.length
  if (numberColumn < 0) return parted > 0.15 && parted < 0.9 ? 2.5 : 0.5
  return parted >= 0.6 ? 2.5 : parted <= 0.2 ? -0.5 : 0.5
}

/** How many of the activities begin with a small letter, from 0 to 1. */
export function shareOfLower(rows: readonly NeutralRow[], activity: number): number {
  const texts = rows.map((row) => row.cells[activity] ?? '').filter(hasWords)
  return texts.length === 0 ? 0 : texts.filter((text) => startsLower(text)).length / texts.length
}
