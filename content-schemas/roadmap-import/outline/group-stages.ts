import type { RowOrigin } from '../neutral-document.ts'
import { readNumberMark } from '../table/number-mark.ts'
import { columnOf, type LogicalRow, type RoadmapTable } from '../table/roadmap-table.ts'
import { flattenWords } from '../text/plain-words.ts'
import { bareNumber, isHeadingWithin, readHeading } from './heading-marks.ts'
import type { MendingDesk } from './mending-desk.ts'
import { splitItems } from './split-items.ts'

/** The rows of one stage, with the numbers that rows and stage carry. */
export interface StageGroup {
  number: string | null
  title: string | null
  rows: NumberedRow[]
  /** Rows of the document that hold the heading of a section. */
  origins: RowOrigin[]
}

export interface NumberedRow {
  cells: string[]
  merged: readonly number[]
  /** «2.1» printed or counted, null in a table without numbers. */
  number: string | null
  /** True when the number takes over the mark that the activity begins with («2.1» for «1) …» in row 2). */
  takesMark: boolean
  origins: RowOrigin[]
  skipped: boolean
  /** True when the deadline was printed in a row above. */
  dateAbove: boolean
}

interface OpenGroup extends StageGroup {
  /** True when the name of the stage begins with its number: «2. Отбор». */
  numbered: boolean
  /** Numbers of the rows as they are printed. */
  own: (string | null)[]
}

/**
 * Parts the rows into stages: at headings of sections, at cells of the stage column, or not at all (one stage with
 * no title). A number printed once for a stage of several rows is counted on: 6.1, 6.2, 6.3.
 */
export function groupStages(table: RoadmapTable, desk: MendingDesk): StageGroup[] {
  const stageColumn = columnOf(table.columns, 'stage')
  const numberColumn = columnOf(table.columns, 'number')
  const groups: OpenGroup[] = []
  let upper = ''
  let above = ''
  const open = (number: string | null, title: string | null) =>
    groups.push({ number, title, numbered: false, rows: [], own: [], origins: [] })
  for (const item of table.items) {
    if (item.type === 'section') {
      above = ''
      const section = flattenWords(desk.mend(item.text, `раздел «${flattenWords(item.text).slice(0, 40)}»`))
      const under = groups.at(-1)
      if (under?.rows.length === 0 && upper !== '' && isHeadingWithin(upper, section)) {
        under.title = `${under.title} — ${section}`
        under.origins.push(...item.origins)
        continue
      }
      upper = section
      const heading = readHeading(section)
      open(heading.number, heading.title)
      groups.at(-1)?.origins.push(...item.origins)
      continue
    }
    const number = readNumberMark(item.cells[numberColumn] ?? '')
    const named =
      stageColumn < 0 || item.merged.includes(stageColumn) ? '' : stageWords(item, stageColumn, desk)
    const current = groups.at(-1)
    if (named !== '' && !(above === named && current && current.rows.length > 0))
      openNamed(groups, named, number, open)
    else if (!current) open(null, null)
    if (named !== '') above = named
    const group = groups.at(-1)
    group?.rows.push({
      cells: item.cells,
      merged: item.merged,
      number,
      takesMark: false,
      origins: item.origins,
      skipped: item.skipped === true,
      dateAbove: item.dateAbove === true,
    })
    group?.own.push(number)
  }
  const kept = groups.filter((group) => group.rows.length > 0)
  for (const group of kept) numberRows(group, table)
  return kept.flatMap(({ number, title, rows, origins }) => {
    const read = rows.filter((row) => !row.skipped)
    return read.length === 0 ? [] : [{ number, title, rows: read, origins }]
  })
}

function openNamed(
  groups: OpenGroup[],
  named: string,
  number: string | null,
  open: (number: string | null, title: string | null) => void,
): void {
  const heading = readHeading(named)
  const current = groups.at(-1)
  if (current && current.rows.length === 0 && current.title !== null) {
    current.title = `${current.title} — ${heading.title}`
    return
  }
  open(heading.number ?? number, heading.title)
  const opened = groups.at(-1)
  if (opened) opened.numbered = heading.number !== null
}

function stageWords(item: LogicalRow, column: number, desk: MendingDesk): string {
  const words = item.cells[column] ?? ''
  return flattenWords(desk.mend(words, `этап «${flattenWords(words).slice(0, 40)}»`))
    .replaceAll('•', '')
    .trim()
}

/** Rows of a stage that carry no numbers of their own are counted under the stage's. */
function numberRows(group: OpenGroup, table: RoadmapTable): void {
  const activity = columnOf(table.columns, 'activity')
  const byStage = columnOf(table.columns, 'stage') >= 0
  const numbers = group.own.filter((number) => number !== null)
  if (byStage && group.title !== null && !group.numbered && numbers.length > 1)
    settleStageNumber(group, numbers)
  const number = group.number
  if (!byStage || number === null || group.rows.length < 2 || numbers.length > 1) return
  const marks = group.rows.map((row) =>
    splitItems(row.cells[activity] ?? '').flatMap((item) => item.mark ?? []),
  )
  const countsOn =
    marks.flat().every((mark, index) => mark === `${index + 1}`) && marks.every((own) => own.length > 0)
  for (const [index, row] of group.rows.entries()) {
    const own = marks[index] ?? []
    const mark = own[0]
    row.takesMark = mark !== undefined && (countsOn || (own.length === 1 && !mark.includes('.')))
    row.number = mark?.includes('.') ? mark : `${bareNumber(number)}.${row.takesMark ? mark : index + 1}`
  }
}

/** Rows 3, 4 and 5 of one stage number the activities; 2.1 and 2.2 number both. */
function settleStageNumber(group: StageGroup, numbers: readonly string[]): void {
  const heads = new Set(numbers.map((number) => number.split('.')[0] ?? number))
  if (numbers.every((number) => number.includes('.')) && heads.size === 1)
    group.number = [...heads][0] ?? null
  else if (new Set(numbers).size > 1) group.number = null
}
