import { type DefaultTreeAdapterTypes, parse } from 'parse5'
import { BlockCollector, type NeutralDocument } from '../../neutral-document.ts'
import { overlargeFile } from '../../refusals.ts'
import { addContent } from '../tables/add-source-table.ts'
import { type CellContent, placeSpans, type SourceTable, type SpanningCell } from '../tables/source-table.ts'
import { BLOCKS, cellText, isElement, isHidden, SKIPPED } from './html-text.ts'

type Element = DefaultTreeAdapterTypes.Element
type ChildNode = DefaultTreeAdapterTypes.ChildNode

const MAX_DEPTH = 200
const MAX_LETTERS = 40_000_000
const FORMATTING = /<\/?(?:b|big|code|em|font|i|nobr|s|small|strike|strong|tt|u)(?=[\s>/])[^<>]*>/gi

/**
 * Reads HTML: a page of any program, what Word, Excel, LibreOffice or Google Docs put on the clipboard. Paragraphs and
 * tables in their order, with merged cells.
 * @throws {RoadmapImportError} when it is over 40 million letters
 */
export function readHtml(html: string): NeutralDocument {
  if (html.length > MAX_LETTERS) throw overlargeFile()
  const collector = new BlockCollector()
  addContent(collector, readNodes(parse(leaveOutFormatting(html)).childNodes, 0))
  return { layout: 'html', blocks: collector.blocks, dropped: [] }
}

/** Paragraphs and tables among nodes; loose words make a paragraph of their own. */
function readNodes(nodes: readonly ChildNode[], depth: number): CellContent[] {
  if (depth > MAX_DEPTH) return []
  const content: CellContent[] = []
  let inline: ChildNode[] = []
  const endInline = () => {
    if (inline.length > 0) content.push(cellText(inline))
    inline = []
  }
  for (const node of nodes) {
    if (!isElement(node)) {
      inline.push(node)
      continue
    }
    if (SKIPPED.has(node.tagName) || isHidden(node)) continue
    const table = node.tagName === 'table'
    if (!table && !hasTable(node, 0) && !holdsBlocks(node, 0)) {
      inline.push(node)
      if (BLOCKS.has(node.tagName)) endInline()
      continue
    }
    endInline()
    if (table) content.push(...readTable(node, depth + 1))
    else if (hasTable(node, 0)) content.push(...readNodes(node.childNodes, depth + 1))
    else content.push(cellText([node]))
  }
  endInline()
  return content.filter((part) => typeof part !== 'string' || part.trim() !== '')
}

/** A table and, before it, its caption. */
function readTable(table: Element, depth: number): CellContent[] {
  const parts = rowsOf(table, 0)
  const captions = parts.filter((part) => part.tagName === 'caption').map((part) => cellText([part]))
  const rows = parts.filter((part) => part.tagName === 'tr').map((row) => readRow(row, depth))
  const read: SourceTable = { rows: placeSpans(rows) }
  return [...captions, read]
}

function rowsOf(node: Element, depth: number): Element[] {
  if (depth > MAX_DEPTH) return []
  return node.childNodes.filter(isElement).flatMap((child) => {
    if (isHidden(child)) return []
    if (child.tagName === 'tr' || child.tagName === 'caption') return [child]
    return ['thead', 'tbody', 'tfoot'].includes(child.tagName) ? rowsOf(child, depth + 1) : []
  })
}

function readRow(row: Element, depth: number): SpanningCell[] {
  return row.childNodes
    .filter(isElement)
    .filter((cell) => (cell.tagName === 'td' || cell.tagName === 'th') && !isHidden(cell))
    .map((cell) => ({
      across: spanOf(cell, 'colspan'),
      down: spanOf(cell, 'rowspan'),
      content: hasTable(cell, 0) ? readNodes(cell.childNodes, depth) : [cellText([cell])],
    }))
}

function spanOf(cell: Element, name: 'colspan' | 'rowspan'): number {
  const value = Number(cell.attrs.find((attribute) => attribute.name === name)?.value)
  return Number.isInteger(value) && value > 1 ? Math.min(value, 100_000) : 1
}

function hasTable(node: Element, depth: number): boolean {
  if (depth > MAX_DEPTH) return false
  return node.childNodes.some(
    (child) => isElement(child) && (child.tagName === 'table' || hasTable(child, depth + 1)),
  )
}

/** Whether a wrapper without tables holds paragraphs that must not run together with what stands beside it. */
function holdsBlocks(node: Element, depth: number): boolean {
  if (depth > MAX_DEPTH || BLOCKS.has(node.tagName)) return false
  return node.childNodes.some(
    (child) => isElement(child) && (BLOCKS.has(child.tagName) || holdsBlocks(child, depth + 1)),
  )
}

/**
 * Leaves out formatting tags, which say nothing about the words: a parser repeats all that are open in every paragraph
 * that follows, so that a page of ten thousand unclosed ones would fill the memory.
 */
function leaveOutFormatting(html: string): string {
  return html.replaceAll(FORMATTING, '')
}
