import { deadlineLikeness } from '../../deadlines/read-deadline.ts'
import { responsibleLikeness } from '../../responsible/read-responsible.ts'
import type { ColumnRoleKey } from '../../vocabulary/column-roles.ts'
import { SINGLE_ROLES } from '../table/assign-roles.ts'
import { roleOfHeading } from '../table/column-roles.ts'
import { isNumberMark } from '../table/number-mark.ts'

/** Lines that stood together on the page, between blank ones. */
export interface LineBlock {
  lines: string[]
}

/** A heading of a column among the blocks of a page: its lines are the first of a block. */
export interface BlockHeading {
  block: number
  count: number
  role: ColumnRoleKey
  heading: string
}

const SEARCHED_BLOCKS = 60
/** Most headings stand this near to each other; one more of a column may come later. */
const WINDOW = 16
/** Nearer than this, whatever reads as a heading is one. */
const NEAR = 7
const PLAIN =
  /^(?:№|сроки?|дата|период|ответственн|исполнител|кто |ожидаем|планируем|результат|форма |вид документ|документ|подтвержд|отметка|примечан|мероприят|содержание|наименование|этап|место |целевая|виды работ)/i
const MAX_LINES = 4
const LEAST_CELLS = 3
const MAX_LETTERS = 60

/** Headings of columns, though cells stand between them: those of the window with most of them; empty when few. */
export function findBlockHeadings(blocks: readonly LineBlock[]): BlockHeading[] {
  const found = blocks.slice(0, SEARCHED_BLOCKS).flatMap(({ lines }, block) => headingOf(lines, block))
  let best: BlockHeading[] = []
  for (const { block: from } of found) {
    const taken: BlockHeading[] = []
    for (const heading of found) {
      if (heading.block < from || heading.block >= from + WINDOW) continue
      if (heading.block >= from + NEAR && !isPlain(heading)) continue
      const single = heading.role !== 'other' && heading.role !== 'documents'
      if (!single || !taken.some(({ role }) => role === heading.role)) taken.push(heading)
    }
    if (rate(taken) > rate(best)) best = taken
  }
  for (const heading of found) {
    const whole = blocks[heading.block]?.lines.length === heading.count
    const known = best.some(({ role, block }) => role === heading.role || block === heading.block)
    if (whole && !known && isPlain(heading) && heading.block > (best[0]?.block ?? 0)) best.push(heading)
  }
  best = best.concat(missingColumns(blocks, best))
  const roles = new Set(best.map(({ role }) => role))
  return roles.has('activity') && roles.has('deadline') && roles.size >= 3 ? best : []
}

/** Columns whose heading was not found, though blocks show their cells: numbers, deadlines, people. */
function missingColumns(blocks: readonly LineBlock[], found: readonly BlockHeading[]): BlockHeading[] {
  if (found.length === 0) return []
  const cells = blocks.slice(found[0]?.block ?? 0).map(({ lines }) => lines.join(' '))
  const lacks = (role: ColumnRoleKey, judge: (cell: string) => boolean) =>
    !found.some((heading) => heading.role === role) && cells.filter(judge).length >= LEAST_CELLS
      ? [{ block: -1, count: 0, role, heading: '' }]
      : []
  return [
    ...lacks('number', (cell) => /^\d/.test(cell) && isNumberMark(cell)),
    ...lacks('deadline', (cell) => cell.length < 60 && deadlineLikeness(cell) > 0.9),
    ...lacks('responsible', (cell) => cell.length < 120 && responsibleLikeness(cell) > 0.9),
  ]
}

/** Far from the others only words count that hardly anything but a heading begins with. */
function isPlain({ heading }: BlockHeading): boolean {
  return heading.length < 40 && PLAIN.test(heading)
}

function rate(headings: readonly BlockHeading[]): number {
  return new Set(headings.map(({ role }) => role).filter((role) => role !== 'other')).size
}

/** The longest run of lines from the top of a block that reads as a heading. */
function headingOf(lines: readonly string[], block: number): BlockHeading[] {
  for (let count = Math.min(MAX_LINES, lines.length); count > 0; count -= 1) {
    const heading = lines.slice(0, count).join(' ')
    if (heading.length > MAX_LETTERS || /\d|[:;«»]|\.\s\S/.test(heading.replace(/п\s?\/\s?п\.?/, '')))
      continue
    if (isNumberMark(heading) && !/№/.test(heading)) continue
    const role = roleOfHeading(heading)
    const small = lines.slice(1, count).every((line) => /^[\p{Ll}(]/u.test(line))
    if (role === null || !small || (count < lines.length && role === 'other')) continue
    if (count < lines.length && /^\p{Ll}/u.test(lines[count] ?? '')) continue
    return (partHeading(heading) ?? [{ role, heading }]).map((part) => ({ block, count, ...part }))
  }
  return []
}

/** «Наименование мероприятия Ответственный»: headings of two columns that touched. */
function partHeading(heading: string): { role: ColumnRoleKey; heading: string }[] | null {
  for (const { index } of heading.matchAll(/ (?=\p{Lu})/gu)) {
    const parts = [heading.slice(0, index), heading.slice(index + 1)]
    const roles = parts.map((part) => roleOfHeading(part))
    const [left, right] = roles
    if (left && right && left !== right && SINGLE_ROLES.includes(left) && SINGLE_ROLES.includes(right))
      return [
        { role: left, heading: parts[0] ?? '' },
        { role: right, heading: parts[1] ?? '' },
      ]
  }
  return null
}
