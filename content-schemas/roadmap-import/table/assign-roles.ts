import { deadlineLikeness } from '../../deadlines/read-deadline.ts'
import { responsibleLikeness } from '../../responsible/read-responsible.ts'
import type { ColumnRoleKey } from '../../vocabulary/column-roles.ts'
import type { NeutralRow } from '../neutral-document.ts'
import { flattenWords } from '../text/plain-words.ts'
import { roleOfHeading } from './column-roles.ts'
import { isNumberMark } from './number-mark.ts'
import type { TableColumn } from './roadmap-table.ts'

/** Roles that one column of a table has. */
export const SINGLE_ROLES: readonly ColumnRoleKey[] = [
  'number',
  'stage',
  'activity',
  'deadline',
  'responsible',
]
const SAMPLED_ROWS = 200

/** Words of the official names of stages. */
export const OFFICIAL_STAGE =
  /^(?:подготовка условий|формирование (?:банка|базы|наставнических)|(?:отбор и )?обучение(?: наставников)?$|отбор и обучение|организация (?:и осуществление )?работы|завершение|информационная поддержка|\S+ этап|этап\s)/i

/** What the cells of a column look like, each from 0 to 1, and their average length. */
interface ColumnContent {
  /** Whether equal cells stand together, each value in one run: as stages do, printed once or on every row. */
  runs: boolean
  number: number
  deadline: number
  responsible: number
  stage: number
  length: number
  filled: number
}

/**
 * Gives every column its role: by its heading, and where headings are missing, unknown or say the same twice, by
 * what stands in the cells. Roles taken from the cells are marked as guessed.
 */
export function assignRoles(headings: readonly string[], rows: readonly NeutralRow[]): TableColumn[] {
  const width = Math.max(
    headings.length,
    ...rows.slice(0, SAMPLED_ROWS).map((row) => (row.spanning ? 0 : row.cells.length)),
  )
  const contents = Array.from({ length: width }, (_, column) => judgeColumn(rows, column))
  const columns = contents.map((_, index): TableColumn => {
    const heading = headings[index] ?? ''
    return { role: roleOfHeading(heading) ?? 'other', heading, guessed: false }
  })
  settleTwice(columns, contents)
  fillMissing(columns, contents, rows.filter((row) => row.spanning || isLone(row)).length > 1)
  return columns
}

function judgeColumn(rows: readonly NeutralRow[], column: number): ColumnContent {
  const body = rows.slice(0, SAMPLED_ROWS).filter((row) => !row.spanning && !isLone(row))
  const all = body.map((row) => flattenWords(row.cells[column] ?? ''))
  const cells = all.filter((cell) => cell !== '')
  const share = (judge: (cell: string) => number) =>
    cells.length === 0 ? 0 : cells.reduce((sum, cell) => sum + judge(cell), 0) / cells.length
  return {
    number: share((cell) => (isNumberMark(cell) ? 1 : 0)),
    deadline: share(deadlineLikeness),
    responsible: share(responsibleLikeness),
    stage: share((cell) => (OFFICIAL_STAGE.test(cell) ? 1 : 0)),
    runs: standTogether(all),
    length: share((cell) => cell.length),
    filled: cells.length,
  }
}

/** One filled cell of several: the heading of a section, or words that go on. */
function isLone(row: NeutralRow): boolean {
  return row.cells.length > 2 && row.cells.filter((cell) => cell.trim() !== '').length === 1
}

function standTogether(cells: readonly string[]): boolean {
  const runs: string[] = []
  for (const cell of cells) if (cell !== '' && cell !== runs.at(-1)) runs.push(cell)
  const shared = cells.filter((cell, index) => index > 0 && (cell === '' || cell === cells[index - 1])).length
  return (
    (cells[0] ?? '') !== '' &&
    runs.length >= 2 &&
    new Set(runs).size === runs.length &&
    shared * 4 >= cells.length
  )
}

/** Of two columns with the same heading's role, the fuller one keeps it. */
function settleTwice(columns: TableColumn[], contents: readonly ColumnContent[]): void {
  for (const role of SINGLE_ROLES) {
    const same = columns.flatMap((column, index) => (column.role === role ? [index] : []))
    if (same.length < 2 || isBeginAndEnd(same.map((index) => columns[index]?.heading ?? ''))) continue
    const fitness = (index: number) => fitnessFor(role, contents[index])
    const best = same.reduce((most, index) => (fitness(index) > fitness(most) ? index : most))
    for (const index of same) {
      const column = columns[index]
      if (!column || index === best) continue
      const names = role === 'activity' && index < best && !columns.some((other) => other.role === 'stage')
      column.role = names ? 'stage' : 'other'
      column.guessed = names
    }
  }
}

/** «Начало» and «Окончание» are one deadline in two columns. */
function isBeginAndEnd(headings: readonly string[]): boolean {
  return headings.length === 2 && /начал/i.test(headings[0] ?? '') && /оконч|заверш/i.test(headings[1] ?? '')
}

function fitnessFor(role: ColumnRoleKey, content: ColumnContent | undefined): number {
  if (!content) return 0
  if (role === 'deadline') return content.deadline + content.filled / 10_000
  if (role === 'responsible') return content.responsible + content.filled / 10_000
  if (role === 'number') return content.number
  return content.length
}

function fillMissing(columns: TableColumn[], contents: readonly ColumnContent[], sections: boolean): void {
  const guess = (
    role: ColumnRoleKey,
    least: number,
    score: (content: ColumnContent) => number,
    known = false,
  ) => {
    if (columns.some((column) => column.role === role)) return
    let best = -1
    for (const [index, content] of contents.entries()) {
      if (
        columns[index]?.role !== 'other' ||
        content.filled === 0 ||
        (!known && isKnownOther(columns[index]?.heading ?? ''))
      )
        continue
      if (score(content) >= least && (best < 0 || score(content) > score(contents[best] ?? content)))
        best = index
    }
    const column = columns[best]
    if (column) Object.assign(column, { role, guessed: true })
  }
  guess('number', 0.7, (content) => content.number)
  guess('deadline', 0.6, (content) => content.deadline)
  guess('responsible', 0.6, (content) => content.responsible)
  if (columns.every((column) => column.heading === ''))
    guess('stage', 0.6, (content) =>
      content.length < 120 ? Math.max(content.stage, content.runs && !sections ? 0.7 : 0) : 0,
    )
  guess('activity', 8, (content) => content.length)
  guess('activity', 8, (content) => content.length, true)
  if (!columns.some((column) => column.role === 'activity')) {
    const stage = columns.find((column) => column.role === 'stage')
    if (stage) Object.assign(stage, { role: 'activity', guessed: true })
  }
}

function isKnownOther(heading: string): boolean {
  return heading !== '' && roleOfHeading(heading) === 'other'
}
