import type { BlockCollector } from '../../neutral-document.ts'
import { contentText } from './content-text.ts'
import { layOutRows } from './lay-out-rows.ts'
import type { CellContent, SourceTable } from './source-table.ts'

const MAX_DEPTH = 12
const APPROVAL = /^[\s«"]*(?:утверждаю|(?:утвержд[её]н|согласован|рассмотрен|принят)[оаы]?)(?![а-яё])/i
const MAX_APPROVAL_ROWS = 6

/**
 * Adds a table to a document. A table that only arranges the page (one cell, or cells with whole tables in them) is
 * taken apart, and the blocks «УТВЕРЖДАЮ» and «СОГЛАСОВАНО» that stand side by side become text one after another.
 */
export function addSourceTable(collector: BlockCollector, table: SourceTable, depth = 0): void {
  if (depth < MAX_DEPTH && arrangesPage(table)) {
    for (const row of table.rows) for (const cell of row) addContent(collector, cell.content, depth + 1)
  } else if (isApproval(table)) addColumnByColumn(collector, table)
  else collector.addTable(layOutRows(table))
}

/** Adds paragraphs and tables that follow each other. */
export function addContent(collector: BlockCollector, content: readonly CellContent[], depth = 0): void {
  for (const part of content) {
    if (typeof part !== 'string') addSourceTable(collector, part, depth)
    else if (part.trim() !== '') {
      for (const line of part.split('\n')) collector.addLine(line.trim())
      collector.addLine('')
    }
  }
}

function arrangesPage({ rows }: SourceTable): boolean {
  const cells = rows.flat()
  if (cells.length < 2) return true
  return cells.some((cell) =>
    cell.content.some((part) => typeof part !== 'string' && part.rows.length > 2 && widthOf(part) > 2),
  )
}

function widthOf({ rows }: SourceTable): number {
  return Math.max(0, ...rows.slice(0, 50).map((row) => row.length))
}

function isApproval(table: SourceTable): boolean {
  if (table.rows.length > MAX_APPROVAL_ROWS || widthOf(table) > 3) return false
  return table.rows.some((row) => row.some((cell) => APPROVAL.test(contentText(cell.content))))
}

function addColumnByColumn(collector: BlockCollector, table: SourceTable): void {
  const starts = [...new Set(table.rows.flatMap((row) => row.map((cell) => cell.start)))]
  for (const start of starts.toSorted((one, other) => one - other)) {
    const column = table.rows.flatMap((row) => row.filter((cell) => cell.start === start))
    addContent(
      collector,
      column.map((cell) => contentText(cell.content)),
    )
  }
}
