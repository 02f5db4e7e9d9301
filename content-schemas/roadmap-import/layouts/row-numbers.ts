import type { ColumnRoleKey } from '../../vocabulary/column-roles.ts'
import { isNumberMark, readNumberMark } from '../table/number-mark.ts'
import type { FlowLine } from './flow-lines.ts'

/** How many rows each page has by its numbers; empty where rows have none. */
export function countNumbers(lines: readonly FlowLine[], roles: readonly ColumnRoleKey[]): number[] {
  const counts: number[] = []
  if (!roles.includes('number')) return counts
  const style = usualStyle(lines)
  for (const { text, page } of lines) {
    const mark = isNumberMark(text) ? text : /^\d{1,2}(?:\.\d{1,2}\.?|\.)?(?= \p{Lu})/u.exec(text)?.[0]
    counts[page] = (counts[page] ?? 0) + (mark !== undefined && styleOf(mark) === style ? 1 : 0)
  }
  return counts.reduce((sum, count) => sum + count, 0) < 3 ? [] : counts
}

/** The row of every number among those of its page, by its line; none where a page's numbers do not follow each other. */
export function rankNumbers(lines: readonly FlowLine[]): Map<number, number> {
  const style = usualStyle(lines)
  const pages = new Map<number, { line: number; parts: number[] }[]>()
  for (const [line, { text, page }] of lines.entries()) {
    const mark = isNumberMark(text) ? text : /^\d{1,2}(?:\.\d{1,2}\.?|\.)?(?= \p{Lu})/u.exec(text)?.[0]
    const parts = mark === undefined || styleOf(mark) !== style ? null : partsOf(mark)
    if (parts) pages.set(page, [...(pages.get(page) ?? []), { line, parts }])
  }
  const ranks = new Map<number, number>()
  for (const numbers of pages.values()) {
    const sorted = numbers.toSorted((one, other) => compareParts(one.parts, other.parts))
    const follows = sorted.every(
      ({ parts }, index) => index === 0 || isNext(sorted[index - 1]?.parts ?? [], parts),
    )
    if (follows) for (const [rank, { line }] of sorted.entries()) ranks.set(line, rank)
  }
  return ranks
}

function compareParts(one: readonly number[], other: readonly number[]): number {
  const at = one.findIndex((part, index) => part !== other[index])
  return at < 0 ? one.length - other.length : (one[at] ?? 0) - (other[at] ?? 0)
}

/** «2» after «1», «1.2» after «1.1», «2.1» after «1.4». */
function isNext(above: readonly number[], below: readonly number[]): boolean {
  if (above.length !== below.length) return false
  const at = above.findIndex((part, index) => part !== below[index])
  return at >= 0 && below[at] === (above[at] ?? 0) + 1 && below.slice(at + 1).every((part) => part === 1)
}

/** How most numbers are written: «1.2» has two parts, «3)» a bracket. */
export function usualStyle(lines: readonly FlowLine[]): string {
  const counts = new Map<string, number>()
  for (const { text } of lines) {
    const mark = isNumberMark(text) ? text : /^\d{1,2}(?:\.\d{1,2})*[.)]?(?= )/.exec(text)?.[0]
    if (mark !== undefined)
      counts.set(styleOf(mark), (counts.get(styleOf(mark)) ?? 0) + (mark === text ? 100 : 1))
  }
  return [...counts].toSorted(([, one], [, other]) => other - one)[0]?.[0] ?? ''
}

/** Of a number: its parts, and whether a bracket ends it. */
export function styleOf(mark: string): string {
  return `${mark.match(/[\dIVXІХ]+/g)?.length ?? 0}${mark.includes(')') ? ')' : ''}`
}

/** How likely one number follows another in a column; the first one is likely when it is a one. */
export function followScore(above: string, number: string): number {
  const before = partsOf(above)
  const after = partsOf(number)
  if (!after) return -4
  if (!before) return after.every((part) => part === 1) ? 1 : -0.5
  const last = after.length - 1
  if (after.length === before.length && after.slice(0, -1).every((part, at) => part === before[at]))
    return after[last] === (before[last] ?? 0) + 1 ? 1.5 : (after[last] ?? 0) > (before[last] ?? 0) ? -2 : -4
  return after[last] === 1 ? 1.2 : -1
}

function partsOf(mark: string): number[] | null {
  const number = readNumberMark(mark)
  if (number === null) return null
  if (/^\d/.test(number)) return number.split('.').map(Number)
  return [romanValue(number.replaceAll('І', 'I').replaceAll('Х', 'X'))]
}

const ROMAN: Readonly<Record<string, number>> = { I: 1, V: 5, X: 10 }

function romanValue(roman: string): number {
  const values = roman.split('').map((letter) => ROMAN[letter] ?? 0)
  return values.reduce((sum, value, at) => sum + (value < (values[at + 1] ?? 0) ? -value : value), 0)
}
