import type { CellContent, SourceCell, SourceTable } from '../tables/source-table.ts'
import { childOf, childrenOf, descend, type XmlElement } from '../xml/parse-xml.ts'
import { readRuns } from './read-runs.ts'
import type { WordLists } from './word-lists.ts'

/** Around paragraphs, rows and cells stand wrappers: content controls, tracked insertions, custom XML. */
const WRAPPERS = new Set(['sdt', 'sdtContent', 'ins', 'moveTo', 'customXml', 'smartTag'])
const MAX_COLUMNS = 120

/** Paragraphs and tables of a body or a cell, in their order; what a tracked change deleted is not there. */
export function readWordBody(body: XmlElement, lists: WordLists): CellContent[] {
  return unwrap(body).flatMap((element): CellContent[] => {
    if (element.name === 'p') return readParagraph(element, lists)
    if (element.name === 'tbl') return [readWordTable(element, lists)]
    return []
  })
}

function readParagraph(paragraph: XmlElement, lists: WordLists): CellContent[] {
  const { text, boxes } = readRuns(paragraph)
  const label = lists.labelOf(childOf(paragraph, 'pPr'), text.trim() !== '')
  const words = label === '' ? text : `${label} ${text.trimStart()}`
  return [words, ...boxes.flatMap((box) => readWordBody(box, lists))]
}

function readWordTable(table: XmlElement, lists: WordLists): SourceTable {
  const rows = unwrap(table).filter((element) => element.name === 'tr' && !isDeletedRow(element))
  return { rows: rows.map((row) => readRow(row, lists)), edges: readEdges(table) }
}

function isDeletedRow(row: XmlElement): boolean {
  return descend(row, 'trPr', 'del') !== undefined
}

/** Widths of the grid's columns, summed from the left. */
function readEdges(table: XmlElement): number[] | undefined {
  const widths = childrenOf(childOf(table, 'tblGrid'), 'gridCol').map((column) => numberOf(column, 'w') ?? 0)
  if (widths.length === 0 || widths.includes(0)) return undefined
  const edges = [0]
  for (const width of widths) edges.push((edges.at(-1) ?? 0) + width)
  return edges
}

function readRow(row: XmlElement, lists: WordLists): SourceCell[] {
  let start = numberOf(descend(row, 'trPr', 'gridBefore'), 'val') ?? 0
  const cells: SourceCell[] = []
  for (const cell of unwrap(row)) {
    if (cell.name !== 'tc' || start >= MAX_COLUMNS) continue
    const properties = childOf(cell, 'tcPr')
    const span = numberOf(childOf(properties, 'gridSpan'), 'val') ?? 1
    const across = Math.min(Math.max(1, span), MAX_COLUMNS - start)
    const content = readWordBody(cell, lists)
    if (childOf(properties, 'hMerge')?.attributes.get('val') === 'continue')
      extendLast(cells, across, content)
    else cells.push({ start, across, content, goesOn: goesOn(properties) })
    start += across
  }
  return cells
}

/** Older files merge cells across by flags instead of spans. */
function extendLast(cells: SourceCell[], across: number, content: readonly CellContent[]): void {
  const last = cells.pop()
  if (last) cells.push({ ...last, across: last.across + across, content: [...last.content, ...content] })
}

function goesOn(properties: XmlElement | undefined): boolean {
  const merge = childOf(properties, 'vMerge')
  return merge !== undefined && merge.attributes.get('val') !== 'restart'
}

function unwrap(element: XmlElement): XmlElement[] {
  return childrenOf(element).flatMap((child) => (WRAPPERS.has(child.name) ? unwrap(child) : [child]))
}

function numberOf(element: XmlElement | undefined, attribute: string): number | null {
  const value = Number.parseInt(element?.attributes.get(attribute) ?? '', 10)
  return Number.isFinite(value) && value >= 0 ? value : null
}
