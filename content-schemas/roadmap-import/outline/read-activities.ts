import type { DeadlineContext, DeadlinePart, DeadlineReading } from '../../deadlines/deadline-reading.ts'
import { deadlineLikeness, readDeadline } from '../../deadlines/read-deadline.ts'
import { readResponsible } from '../../responsible/read-responsible.ts'
import type { ColumnRoleKey } from '../../vocabulary/column-roles.ts'
import { SOFT_BREAK } from '../neutral-document.ts'
import { columnOf, type RoadmapTable } from '../table/roadmap-table.ts'
import { flattenWords, linesOf } from '../text/plain-words.ts'
import { canonicalStages } from './canonical-stages.ts'
import type { NumberedRow, StageGroup } from './group-stages.ts'
import { onlyEndsFilled, readAsEnd } from './end-columns.ts'
import { bareNumber, nameStage } from './heading-marks.ts'
import { isInformationSupport } from './information-support.ts'
import type { MendingDesk } from './mending-desk.ts'
import type { OutlineActivity, OutlineDeadline, OutlineResponsible, OutlineWarning } from './outline.ts'
import { type CellItem, splitItems } from './split-items.ts'
import { warnAboutActivity } from './warn-about-activity.ts'

export interface ReadActivity {
  activity: OutlineActivity
  readings: DeadlineReading[]
  warnings: OutlineWarning[]
}

interface RowTask {
  row: NumberedRow
  group: StageGroup
  table: RoadmapTable
  desk: MendingDesk
  context: DeadlineContext
}

/**
 * The activities of one row: one for each item of its cell. Deadlines and people of the row hold for each, unless
 * they line up with the items one to one; documents, results and other columns stay with the first.
 */
export function readActivities({ row, group, table, desk, context }: RowTask): ReadActivity[] {
  const place = placeOf(row, group)
  const cell = (role: ColumnRoleKey) => mendCells(row, table, role, desk, place)
  const items = itemsOf(cell('activity'))
  const dated = table.columns.flatMap(({ role, heading }, index) =>
    role === 'deadline' ? [{ heading, text: row.cells[index] ?? '' }] : [],
  )
  const readings = readDeadlines(cell('deadline'), items.length, context)
  const deadlines = onlyEndsFilled(dated) ? readings.map(readAsEnd) : readings
  const responsible = readPeople(cell('responsible'), items.length)
  const warnings: OutlineWarning[] = []
  const read = items.map((item, index): ReadActivity => {
    const own =
      deadlines.length === items.length && items.length > 1 ? deadlines.slice(index, index + 1) : deadlines
    const people = responsible.aligned?.[index] ?? responsible.all
    const activity: OutlineActivity = {
      number: numberOf(row, group, item, items),
      text: item.text,
      canonical: canonicalStages(item.text),
      deadlines: own.map(toDeadline),
      responsible: people,
      documents: index === 0 ? listOf(cell('documents')) : [],
      results: index === 0 ? listOf(cell('result')) : [],
      extra: index === 0 ? extraOf(row, table, desk, place) : [],
      informationSupport: isInformationSupport(item.text, group.title),
    }
    return { activity, readings: own, warnings: [] }
  })
  if (row.dateAbove)
    warnings.push({
      code: 'missing-deadline',
      message: `Срок не напечатан: взят из строки выше, «${flattenWords(cell('deadline'))}» (${place}).`,
      place,
    })
  warnings.push(...warnAboutActivity({ read, deadlines, table, place, context }))
  if (read[0]) read[0].warnings = warnings
  return read
}

/** «этап 2, строка 2.1» */
function placeOf(row: NumberedRow, group: StageGroup): string {
  const title = group.title?.slice(0, 40) ?? null
  const name = group.number || title ? nameStage({ number: group.number, title }) : ''
  const stage = name.replace(/^\p{Lu}(?=\p{Ll})/u, (letter) => letter.toLowerCase())
  const number = row.number ? `строка ${row.number}` : ''
  return [stage, number].filter((part) => part !== '').join(', ') || 'таблица'
}

function mendCells(
  row: NumberedRow,
  table: RoadmapTable,
  role: ColumnRoleKey,
  desk: MendingDesk,
  place: string,
): string {
  return table.columns
    .flatMap((column, index) => (column.role === role ? [row.cells[index] ?? ''] : []))
    .map((text) => desk.mend(text, place))
    .filter((text, index, texts) => text.trim() !== '' && (role !== 'deadline' || texts[index - 1] !== text))
    .join(role === 'deadline' ? ' – ' : '\n')
}

function itemsOf(cell: string): CellItem[] {
  const items = splitItems(cell)
  return items.length === 0 ? [{ text: '', mark: null }] : items
}

/** The row's number; items of a row that print «1.1», «1.2», or stand in a row without a number, keep their own. */
function numberOf(
  row: NumberedRow,
  group: StageGroup,
  item: CellItem,
  items: readonly CellItem[],
): string | null {
  if (row.number === null) return item.mark
  if (row.takesMark && item.mark !== null && group.number !== null)
    return `${bareNumber(group.number)}.${item.mark}`
  if (items.length > 1 && item.mark?.includes('.')) return item.mark
  return row.number
}

/** Deadlines of a cell one by one, or line by line where its lines line up with as many activities. */
function readDeadlines(cell: string, count: number, context: DeadlineContext): DeadlineReading[] {
  const whole = readWhole(cell, context)
  if (count < 2 || whole.length === count) return whole
  const lines = cell.split('\n').filter((line) => line.trim() !== '')
  if (lines.length !== count) return whole
  const marked = lines.every((line, index) => LINE_NUMBER.exec(line)?.[1] === `${index + 1}`)
  const own = lines.map((line) => (marked ? line.replace(LINE_NUMBER, '') : line))
  const apart = marked || (whole[0]?.kind !== 'recurring' && own.every(isWholeDeadline))
  return apart ? own.map((line) => readDeadline(flattenDeadline(line), context)) : whole
}

/** Whether a line says all of a deadline: it neither goes on from the line above nor on the line below. */
function isWholeDeadline(line: string): boolean {
  return deadlineLikeness(line) > 0.7 && !/^\s*(?:\d{4}|[-–—,(])|[-–—,]\s*$/.test(line)
}

const LINE_NUMBER = /^\s*(\d{1,2})[.)]\s+/

/** Deadlines of a cell one by one; the words of a single one stay whole. */
function readWhole(cell: string, context: DeadlineContext): DeadlineReading[] {
  const words = flattenDeadline(cell)
  const reading = readDeadline(words, context)
  if (reading.kind === 'absent' && words === '') return []
  if (reading.kind !== 'multi-part') return [{ ...reading, verbatim: words }]
  const [first, ...rest] = wholeWords(words, reading.parts)
  if (!first) return [{ ...reading, verbatim: words }]
  const single = (part: DeadlinePart): DeadlineReading => ({
    ...part,
    parts: [],
    relativeTo: null,
    inferred: reading.inferred,
    warnings: [],
  })
  return [{ ...single(first), warnings: reading.warnings }, ...rest.map(single)]
}

/** Parts with the words that stand behind them and say no date: «2023 год – не менее 100 чел.» */
function wholeWords(words: string, parts: readonly DeadlinePart[]): DeadlinePart[] {
  const places: number[] = []
  for (const part of parts) {
    const from = (places.at(-1) ?? -1) + 1
    const at = words.indexOf(part.verbatim, from)
    if (at < 0) return [...parts]
    places.push(at)
  }
  return parts.map((part, index) => {
    const from = index === 0 ? 0 : places[index]
    const verbatim = words
      .slice(from, places[index + 1])
      .replace(/^[\s,;]+|(?:[\s,;–—-]|(?<=\s)(?:и|а также|а))+$/gu, '')
    return { ...part, verbatim }
  })
}

function flattenDeadline(cell: string): string {
  const lines = linesOf(cell).filter((line) => line !== '')
  return flattenWords(
    lines.join(cell.includes(SOFT_BREAK) ? SOFT_BREAK : '\n').replaceAll(/(?<=\d)-\s*[\n\u2028]/g, '-'),
  )
}

function toDeadline({ verbatim, kind, start, end, recurrence }: DeadlineReading): OutlineDeadline {
  return { verbatim, kind, start, end, recurrence }
}

/** People in charge, party by party; lined up with the activities where the cell numbers them alike. */
function readPeople(
  cell: string,
  count: number,
): { all: OutlineResponsible[]; aligned: OutlineResponsible[][] | null } {
  const items = splitItems(cell)
  const aligned = count > 1 && items.length === count && items.every((item) => item.mark !== null)
  return {
    all: partiesOf(cell),
    aligned: aligned ? items.map((item) => partiesOf(item.text)) : null,
  }
}

function partiesOf(words: string): OutlineResponsible[] {
  return readResponsible(words).parties.map(({ verbatim, persons, roles, bodies }) => ({
    verbatim,
    persons,
    roles,
    bodies,
  }))
}

function listOf(cell: string): string[] {
  return splitItems(cell).map((item) => item.text)
}

function extraOf(
  row: NumberedRow,
  table: RoadmapTable,
  desk: MendingDesk,
  place: string,
): OutlineActivity['extra'] {
  const numberColumn = columnOf(table.columns, 'number')
  return table.columns.flatMap((column, index) => {
    if (column.role !== 'other' || column.skipped || index === numberColumn) return []
    const text = flattenWords(desk.mend(row.cells[index] ?? '', place))
      .replaceAll('•', '')
      .trim()
    return /[\p{L}\p{N}]/u.test(text) ? [{ heading: column.heading, text }] : []
  })
}
