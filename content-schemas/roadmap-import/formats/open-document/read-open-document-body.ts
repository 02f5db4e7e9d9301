import { readDateValue } from '../excel/cell-dates.ts'
import { placeSpans, type CellContent, type SourceTable, type SpanningCell } from '../tables/source-table.ts'
import { childrenOf, type XmlElement } from '../xml/parse-xml.ts'
import type { OpenDocumentLists } from './open-document-lists.ts'
import { readInline } from './read-inline.ts'

const ROW_GROUPS = new Set(['table-header-rows', 'table-rows', 'table-row-group'])
const SKIPPED = new Set(['tracked-changes', 'sequence-decls', 'forms', 'variable-decls', 'annotation'])
const MAX_REPEATED_ROWS = 200
const MAX_REPEATED_CELLS = 120

/** Paragraphs, lists and tables of a body or a cell, in their order. */
export function readOpenDocumentBody(body: XmlElement, lists: OpenDocumentLists): CellContent[] {
  return childrenOf(body).flatMap((element): CellContent[] => {
    if (SKIPPED.has(element.name)) return []
    if (element.name === 'p' || element.name === 'h') return readParagraph(element, lists, '')
    if (element.name === 'list') return readList(element, lists, 1, '')
    if (element.name === 'table') return [readOpenDocumentTable(element, lists)]
    return readOpenDocumentBody(element, lists)
  })
}

/** A table with its repeated rows and cells written out; what repeats without words is written once. */
export function readOpenDocumentTable(table: XmlElement, lists: OpenDocumentLists): SourceTable {
  const rows = rowsOf(table).flatMap((row) => {
    const cells = readRow(row, lists)
    const times = cells.some((cell) => cell.content.length > 0) ? countOf(row, 'number-rows-repeated') : 1
    return Array.from({ length: Math.min(times, MAX_REPEATED_ROWS) }, () => cells)
  })
  return { rows: placeSpans(rows) }
}

function rowsOf(element: XmlElement): XmlElement[] {
  return childrenOf(element).flatMap((child) => {
    if (child.name === 'table-row') return [child]
    return ROW_GROUPS.has(child.name) ? rowsOf(child) : []
  })
}

function readRow(row: XmlElement, lists: OpenDocumentLists): SpanningCell[] {
  const cells = childrenOf(row, 'table-cell').flatMap((cell) => {
    const content = readCell(cell, lists)
    const read = {
      across: countOf(cell, 'number-columns-spanned'),
      down: countOf(cell, 'number-rows-spanned'),
      content,
    }
    const times = Math.min(countOf(cell, 'number-columns-repeated'), MAX_REPEATED_CELLS)
    return Array.from({ length: times }, () => read)
  })
  const last = cells.findLastIndex((cell) => cell.content.length > 0 || cell.across > 1 || cell.down > 1)
  // A sheet ends every row with a thousand empty cells; a table of a text means its empty cells.
  return cells.length - last > 30 ? cells.slice(0, last + 1) : cells
}

function readCell(cell: XmlElement, lists: OpenDocumentLists): CellContent[] {
  const content = readOpenDocumentBody(cell, lists).filter((part) => part !== '')
  const date = cell.attributes.get('date-value')
  const shown = content[0]
  return date !== undefined && typeof shown === 'string' ? [readDateValue(date, shown)] : content
}

function readList(list: XmlElement, lists: OpenDocumentLists, level: number, above: string): CellContent[] {
  const style = list.attributes.get('style-name') ?? above
  const goesOn = list.attributes.get('continue-numbering') === 'true' || list.attributes.has('continue-list')
  if (level === 1 && !goesOn) lists.restart(style)
  return childrenOf(list).flatMap((item) => {
    let label = item.name === 'list-item' && !startsWithList(item) ? labelOf(item, style, level, lists) : ''
    return childrenOf(item).flatMap((element): CellContent[] => {
      if (element.name === 'list') return readList(element, lists, level + 1, style)
      if (element.name !== 'p' && element.name !== 'h') return readOpenDocumentBody(element, lists)
      const paragraph = readParagraph(element, lists, label)
      label = ''
      return paragraph
    })
  })
}

function startsWithList(item: XmlElement): boolean {
  return childrenOf(item)[0]?.name === 'list'
}

function labelOf(item: XmlElement, style: string, level: number, lists: OpenDocumentLists): string {
  const start = item.attributes.get('start-value')
  return lists.labelOf(style, level, start === undefined ? null : Number(start) || 1)
}

function readParagraph(paragraph: XmlElement, lists: OpenDocumentLists, label: string): CellContent[] {
  const { text, frames } = readInline(paragraph)
  const mark = text.trim() === '' && !/[\p{L}\p{N}]/u.test(label) ? '' : label
  const words = mark === '' ? text : `${mark} ${text.trimStart()}`
  return [words, ...frames.flatMap((frame) => readOpenDocumentBody(frame, lists))]
}

function countOf(element: XmlElement, attribute: string): number {
  const count = Number(element.attributes.get(attribute) ?? '1')
  return Number.isInteger(count) && count > 0 ? count : 1
}
