import { drawList, paragraphsOf } from './cell-lines.ts'
import { drawDeadlines } from './draw-deadlines.ts'
import { drawPeople } from './draw-people.ts'
import { groupRows, type PrintedRow } from './group-rows.ts'
import type { PrintableRoadmap, PrintableStage, PrintContext } from './printable-roadmap.ts'
import type { CellLine, SheetCell, SheetRow } from './roadmap-sheet.ts'
import { headingOf, type PrintedColumn } from './sheet-columns.ts'

/**
 * The rows of the table. Stages stand in a cell beside their rows where the document has a column for them, else
 * across the table above them; the only stage of a flat table has no heading.
 */
export function layOutRows(
  roadmap: PrintableRoadmap,
  columns: readonly PrintedColumn[],
  nameOf: PrintContext['nameOf'],
): SheetRow[] {
  const numbered = columns.some(({ role }) => role === 'number')
  const beside = columns.some(({ role }) => role === 'stage')
  return roadmap.stages.flatMap((stage, index): SheetRow[] => {
    const label = labelOf(stage, index, roadmap.stages.length, beside && numbered)
    const rows = groupRows(stage.activities ?? [], numbered)
    const cells = rows.map((row, at): SheetRow => {
      const first = at === 0 && columns.some(({ role }) => role === 'stage')
      const stageCell = first ? { lines: paragraphsOf(label), rows: rows.length } : null
      return { type: 'cells', cells: layOutCells(row, columns, stageCell, nameOf) }
    })
    return beside || label === '' ? cells : [{ type: 'section', text: label }, ...cells]
  })
}

function labelOf(stage: PrintableStage, index: number, count: number, numberAside: boolean): string {
  const number = (stage.number ?? '').replace(/\.$/, '')
  const title = stage.title ?? ''
  if (title === '') return count === 1 || index === 0 ? '' : `Этап ${number === '' ? index + 1 : number}`
  return number === '' || numberAside ? title : `${number}. ${title}`
}

function layOutCells(
  row: PrintedRow,
  columns: readonly PrintedColumn[],
  stageCell: SheetCell | null,
  nameOf: PrintContext['nameOf'],
): (SheetCell | null)[] {
  const [first] = row.activities
  const extra = (first.extra ?? []).map((cell) => ({ heading: headingOf(cell), text: cell.text ?? '' }))
  const drawn = new Set<string>()
  return columns.map(({ role, heading }) => {
    if (role === 'stage') return stageCell
    if (role === 'other') {
      const at = extra.findIndex((cell) => cell.heading === heading)
      return cellOf(at < 0 ? [] : paragraphsOf(extra.splice(at, 1)[0]?.text ?? ''))
    }
    // Of two columns with one role, the first takes all that was read from both.
    if (drawn.has(role)) return cellOf([])
    drawn.add(role)
    return cellOf(drawRole[role](row, nameOf))
  })
}

type DrawCell = (row: PrintedRow, nameOf: PrintContext['nameOf']) => readonly CellLine[]

const drawRole = {
  number: ({ number }) => paragraphsOf(number),
  activity: ({ lines }) => lines,
  deadline: ({ deadlines }) => drawDeadlines(deadlines),
  responsible: ({ activities: [first] }, nameOf) => drawPeople(first.responsible ?? [], nameOf),
  documents: ({ activities: [first] }) => drawList(first.documents ?? []),
  result: ({ activities: [first] }) => drawList(first.results ?? []),
} satisfies Record<Exclude<PrintedColumn['role'], 'stage' | 'other'>, DrawCell>

function cellOf(lines: readonly CellLine[]): SheetCell {
  return { lines, rows: 1 }
}
