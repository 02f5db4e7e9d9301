import { type DefaultTreeAdapterTypes, parse } from 'parse5'
import { BlockCollector, type NeutralDocument, type NeutralRow } from '../neutral-document.ts'
import { cellText, isElement } from './html-text.ts'

type Element = DefaultTreeAdapterTypes.Element
type ChildNode = DefaultTreeAdapterTypes.ChildNode

const MAX_SPAN = 60
const MAX_DEPTH = 200
const SKIPPED = new Set(['script', 'style', 'head', 'title', 'template', 'noscript'])
const BLOCKS = new Set(['p', 'div', 'h1', 'h2', 'h3', 'h4', 'h5', 'h6', 'li', 'blockquote', 'pre', 'caption'])

/**
 * Reads HTML (a page, what Word or Excel put on the clipboard, what a .docx was turned into): paragraphs and tables
 * in their order. Merged cells keep their words in the first of their places; the rest know that they are merged.
 */
export function readHtml(html: string): NeutralDocument {
  const collector = new BlockCollector()
  collect(parse(html).childNodes, collector, 0)
  return { layout: 'html', blocks: collector.blocks, dropped: [] }
}

function collect(nodes: readonly ChildNode[], collector: BlockCollector, depth: number): void {
  if (depth > MAX_DEPTH) return
  for (const node of nodes) {
    if (!isElement(node)) {
      if (node.nodeName === '#text' && 'value' in node) addLines(node.value, collector)
      continue
    }
    if (SKIPPED.has(node.tagName)) continue
    if (node.tagName === 'table') collector.addTable(readTable(node, collector))
    else if (BLOCKS.has(node.tagName) && !hasTable(node, 0)) addLines(cellText(node), collector)
    else collect(node.childNodes, collector, depth + 1)
  }
}

function addLines(text: string, collector: BlockCollector): void {
  if (text.trim() === '') return
  for (const line of text.split('\n')) collector.addLine(line.trim())
  collector.addLine('')
}

function readTable(table: Element, collector: BlockCollector): NeutralRow[] {
  const rows: NeutralRow[] = []
  let held: { left: number }[] = []
  for (const row of rowsOf(table, 0)) {
    if (row.tagName === 'caption') {
      addLines(cellText(row), collector)
      continue
    }
    const placed = placeCells(row, held)
    held = placed.held
    rows.push({ cells: placed.cells, gapBefore: false, spanning: placed.spanning, merged: placed.merged })
  }
  return spanWholeRows(rows)
}

function rowsOf(node: Element, depth: number): Element[] {
  if (depth > MAX_DEPTH) return []
  return node.childNodes.filter(isElement).flatMap((child) => {
    if (child.tagName === 'tr' || child.tagName === 'caption') return [child]
    return ['thead', 'tbody', 'tfoot'].includes(child.tagName) ? rowsOf(child, depth + 1) : []
  })
}

/** Lays the cells of a row out in columns; `held` counts for each column the rows it is still taken by a cell above. */
function placeCells(
  row: Element,
  held: readonly { left: number }[],
): { cells: string[]; merged: number[]; held: { left: number }[]; spanning: boolean } {
  const cells: string[] = []
  const merged: number[] = []
  const next: { left: number }[] = []
  const own = row.childNodes
    .filter(isElement)
    .filter((cell) => cell.tagName === 'td' || cell.tagName === 'th')
  const take = (text: string, left: number) => {
    next.push({ left })
    cells.push(text)
  }
  const passHeld = () => {
    for (let above = held[cells.length]; above && above.left > 0; above = held[cells.length]) {
      merged.push(cells.length)
      take('', above.left - 1)
    }
  }
  for (const cell of own) {
    passHeld()
    const across = spanOf(cell, 'colspan')
    const down = spanOf(cell, 'rowspan')
    const text = cellText(cell)
    for (let column = 0; column < across; column += 1) take(column === 0 ? text : '', down - 1)
  }
  passHeld()
  return {
    cells,
    merged,
    held: next,
    spanning: own.length === 1 && merged.length === 0 && spanOf(own[0], 'colspan') > 2,
  }
}

/** A cell across all columns is the heading of a section: one cell is left of its row. */
function spanWholeRows(rows: NeutralRow[]): NeutralRow[] {
  return rows.map((row) => (row.spanning ? { ...row, cells: [row.cells[0] ?? ''] } : row))
}

function spanOf(cell: Element | undefined, name: 'colspan' | 'rowspan'): number {
  const value = Number(cell?.attrs.find((attribute) => attribute.name === name)?.value)
  return Number.isInteger(value) && value > 1 ? Math.min(value, name === 'colspan' ? MAX_SPAN : 5000) : 1
}

function hasTable(node: Element, depth: number): boolean {
  if (depth > MAX_DEPTH) return false
  return node.childNodes.some(
    (child) => isElement(child) && (child.tagName === 'table' || hasTable(child, depth + 1)),
  )
}
