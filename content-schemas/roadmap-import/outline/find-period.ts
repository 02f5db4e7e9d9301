import { readDeadline } from '../../deadlines/read-deadline.ts'
import type { Outline } from './outline.ts'

const YEARS =
  /(?:с\s+\S{3,20}\s+)?(?:(?:19|20)\d{2}\s*(?:г(?:ода?|\.)?)?\s*(?:[-–—/]|по\s+\S{3,12})\s*)?(?:19|20)\d{2}(?:\s*[/–—-]\s*\d{2}(?!\d))?\s*(?:-?\s*(?:г\.?\s?г\.?|гг?\.?|год[а-я]{0,2}))?\s*(?:уч[а-я.]*\s*(?:г\.?|год[а-я]{0,2})?)?/i
/** «01.09.2025 – 31.05.2026», «сентябрь 2024 г. – июнь 2025 г.» */
const BETWEEN =
  /(?:\d{1,2}\.\d{2}\.(?:19|20)\d{2}|(?:январ|феврал|март|апрел|ма|июн|июл|август|сентябр|октябр|ноябр|декабр)[а-я]{0,2}\s+(?:19|20)\d{2})\s*(?:г(?:ода?|\.)?)?\s*[-–—]\s*(?:\d{1,2}\.\d{2}\.(?:19|20)\d{2}|(?:январ|феврал|март|апрел|ма|июн|июл|август|сентябр|октябр|ноябр|декабр)[а-я]{0,2}\s+(?:19|20)\d{2})\s*(?:г(?:ода?|\.)?)?/i
const STATED =
  /период|срок(?:и)? (?:реализации|действия)|на\s+(?:19|20)\d{2}|(?:19|20)\d{2}\s*[-–—/]\s*(?:20)?\d{2}|учебн[а-я]+ год/i
const ACT = /приказ|распоряжени|постановлени|протокол|№|письм|закон|утвержд|от\s+[«"\d]/i

/** The period that the title states, else a line before the table that speaks of one; null when nothing does. */
export function findPeriod(title: string | null, lines: readonly string[]): Outline['period'] {
  const fromTitle = title ? readPeriod(title) : null
  if (fromTitle) return fromTitle
  for (const line of lines) {
    if (line.length > 250 || !STATED.test(line) || ACT.test(line)) continue
    const period = readPeriod(line)
    if (period) return period
  }
  return null
}

/** Dates of the first words that name years: «на 2024 - 2025 годы», «на 2024/2025 учебный год», «с сентября 2024 по май 2025». */
export function readPeriod(text: string): Outline['period'] {
  const between = BETWEEN.exec(text)?.[0]
  const range = between ? readDeadline(between) : null
  if (range?.start && range.end && range.start < range.end) return { start: range.start, end: range.end }
  const spelled =
    /с\s+(?:\d{1,2}[.\s])?[а-я\d.]{3,12}\s*(?:19|20)\d{2}[^а-я]{0,4}(?:г[а-я.]*)?\s*по\s+[^,;]{3,30}(?:19|20)\d{2}/i.exec(
      text,
    )
  const found = spelled?.[0] ?? YEARS.exec(text.replaceAll(/(?:от|№)\s*\S*\d{2}\.\d{2}\.\d{4}\S*/g, ' '))?.[0]
  if (!found || /до\s*$/i.test(text.slice(0, text.indexOf(found)))) return null
  const { start, end } = readDeadline(found)
  return start && end ? { start, end } : null
}
