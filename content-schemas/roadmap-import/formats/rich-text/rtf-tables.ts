import type { CellContent, SourceCell, SourceTable } from '../tables/source-table.ts'

/** How a row of rich text describes a cell: its right edge and how it is merged. */
export interface RtfCellDefinition {
  right: number
  /** Lower part of the cell above. */
  goesOn: boolean
  /** Right part of the cell before. */
  continuesLeft: boolean
}

export interface RtfRowDefinition {
  left: number
  cells: readonly RtfCellDefinition[]
}

interface OpenRow {
  definition: RtfRowDefinition
  cells: (readonly CellContent[])[]
}

/** A table that is being read: finished rows, cells of the row under way and words of its open cell. */
interface OpenLevel {
  rows: OpenRow[]
  cells: CellContent[][]
  content: CellContent[]
}

/** Edges nearer than this, in twentieths of a point, are one line. */
const SAME_EDGE = 60
const MAX_LEVEL = 8

/**
 * Puts paragraphs, cells and rows of rich text together. Level 0 is the text, level 1 a table, level 2 a table in a
 * cell of it and so on; a table ends where something follows on a level above.
 */
export class RtfTables {
  readonly #levels: OpenLevel[] = [newLevel()]

  addParagraph(text: string, level: number): void {
    this.#levelAt(level).content.push(text)
  }

  endCell(level: number): void {
    const open = this.#levelAt(Math.max(1, level))
    open.cells.push(open.content)
    open.content = []
  }

  endRow(level: number, definition: RtfRowDefinition): void {
    const open = this.#levelAt(Math.max(1, level))
    if (open.content.some((part) => part !== '')) open.cells.push(open.content)
    open.rows.push({ definition, cells: open.cells })
    open.cells = []
    open.content = []
  }

  /** Everything that was read, in order. */
  finish(): CellContent[] {
    return this.#levelAt(0).content
  }

  #levelAt(wanted: number): OpenLevel {
    const level = Math.min(wanted, MAX_LEVEL)
    while (this.#levels.length - 1 < level) this.#levels.push(newLevel())
    while (this.#levels.length - 1 > level) this.#closeDeepest()
    return this.#levels[level] ?? newLevel()
  }

  /** A row that was never ended keeps its words as text. */
  #closeDeepest(): void {
    const closed = this.#levels.pop()
    const above = this.#levels.at(-1)
    if (!closed || !above) return
    if (closed.rows.length > 0) above.content.push(toSourceTable(closed.rows))
    above.content.push(...closed.cells.flat(), ...closed.content)
  }
}

function newLevel(): OpenLevel {
  return { rows: [], cells: [], content: [] }
}

function toSourceTable(rows: readonly OpenRow[]): SourceTable {
  const edges = clusterEdges(
    rows.flatMap(({ definition }) => [definition.left, ...definition.cells.map((cell) => cell.right)]),
  )
  return { rows: rows.map((row) => toSourceRow(row, edges)), edges }
}

function toSourceRow({ definition, cells }: OpenRow, edges: readonly number[]): SourceCell[] {
  const row: SourceCell[] = []
  let start = indexOfEdge(definition.left, edges)
  for (const [index, content] of cells.entries()) {
    const described = definition.cells[index]
    const end = described ? Math.max(start + 1, indexOfEdge(described.right, edges)) : start + 1
    const across = end - start
    const last = row.at(-1)
    if (described?.continuesLeft && last) {
      row[row.length - 1] = { ...last, across: last.across + across, content: [...last.content, ...content] }
    } else row.push({ start, across, content, goesOn: described?.goesOn ?? false })
    start = end
  }
  return row
}

function clusterEdges(places: readonly number[]): number[] {
  const edges: number[] = []
  for (const place of [...new Set(places)].toSorted((one, other) => one - other)) {
    if (edges.length === 0 || place - (edges.at(-1) ?? 0) > SAME_EDGE) edges.push(place)
  }
  return edges
}

/** The last edge that is not to the right of a place. */
function indexOfEdge(place: number, edges: readonly number[]): number {
  let low = 0
  let high = edges.length - 1
  while (low < high) {
    const middle = Math.ceil((low + high) / 2)
    if ((edges[middle] ?? 0) <= place) low = middle
    else high = middle - 1
  }
  return low
}
