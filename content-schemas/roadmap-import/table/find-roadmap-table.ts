import type { NeutralBlock, NeutralDocument, NeutralRow, NeutralTable } from '../neutral-document.ts'
import { flattenWords } from '../text/plain-words.ts'
import { assignRoles } from './assign-roles.ts'
import { listsPeople } from './column-roles.ts'
import { findHeader, type TableHeader } from './find-header.ts'
import { mergeRows, NAMED_SECTION } from './merge-rows.ts'
import { columnOf, type RoadmapTable, type TableColumn } from './roadmap-table.ts'
import { isOtherHeader, splitTables } from './split-tables.ts'
import { chooseReading, chooseRoles, leaveOut, type TableChoices } from './table-choices.ts'

const MAX_HEADING_LETTERS = 250

interface Candidate {
  index: number
  table: NeutralTable
  header: TableHeader | null
  columns: TableColumn[]
  score: number
}

/**
 * The roadmap among the tables of a document, with the tables that go on from it (over pages, or one a stage with
 * its heading between); null when no table has activities with deadlines or people in charge. What a person chose
 * goes before what the document says.
 */
export function findRoadmapTable(document: NeutralDocument, choices: TableChoices = {}): RoadmapTable | null {
  const blocks = splitTables(document.blocks)
  const candidates = blocks.flatMap((block, index) =>
    block.type === 'table' ? [judgeTable(block, index)] : [],
  )
  const chosen = candidates.find(({ table }) => table.rows[0]?.origin?.block === choices.block)
  const likeliest = candidates.reduce<Candidate | null>(
    (best, candidate) => (candidate.score > (best?.score ?? 0) ? candidate : best),
    null,
  )
  const main = (choices.block === undefined ? null : chosen) ?? likeliest
  if (!main) return null
  const kept = candidates.filter((candidate) => belongsTo(candidate, main))
  const first = kept[0]?.index ?? main.index
  const last = kept.at(-1)?.index ?? main.index
  const all = collectRows(blocks.slice(first, last + 1), kept, first)
  const totals = all.filter(isTotal)
  const rows = all.filter((row) => !isTotal(row))
  const assigned = kept.length > 1 ? assignRoles(headingsOf(main), rows) : main.columns
  const columns = chooseRoles(assigned, choices.roles)
  const before = linesOfBlocks(blocks.slice(0, first))
  const lead = takeLeadingSection(
    blocks[first - 1]?.type === 'text' ? before : [],
    rows.flatMap((row) => {
      const filled = row.cells.filter((cell) => cell.trim() !== '')
      return row.spanning || (filled.length === 1 && row.cells.length > 1) ? filled.slice(0, 1) : []
    }),
  )
  if (lead !== null) rows.unshift({ cells: [lead], gapBefore: true, spanning: true })
  return {
    columns,
    items: leaveOut(
      mergeRows(
        rows.map((row) => chooseReading(row, choices.rows)),
        columns,
      ),
      choices.rows,
    ),
    header: main.table.rows
      .slice(0, main.header?.bodyStart ?? 0)
      .flatMap((row) => (row.spanning ? [] : (row.origin ?? []))),
    before,
    after: linesOfBlocks(blocks.slice(last + 1)),
    among: [...wordsAmong(blocks, first, last), ...totals.map((row) => row.cells.join(' '))],
    leftOut: candidates.flatMap((candidate) => (kept.includes(candidate) ? [] : firstWords(candidate.table))),
  }
}

/** What a reader found among the rows, and lines between parts of the table that are too long for headings. */
function wordsAmong(blocks: readonly NeutralBlock[], first: number, last: number): string[] {
  return blocks.flatMap((block, index) => {
    if (block.type !== 'text') return []
    if (block.among) return [block.lines.join(' ')]
    return index > first && index < last ? block.lines.filter((line) => !isShort(line.trim())) : []
  })
}

/** «Итого: 12 мероприятий», «Всего»: a count of the rows above. */
function isTotal({ cells }: NeutralRow): boolean {
  const filled = cells.filter((cell) => cell.trim() !== '')
  return filled.length > 0 && filled.length < 4 && /^\s*(?:итого|всего)(?!\p{L})/iu.test(filled[0] ?? '')
}

function isShort(line: string): boolean {
  return line.length < MAX_HEADING_LETTERS
}

/** The first row of a table that is worth telling of: letterheads are often laid out as small tables. */
function firstWords(table: NeutralTable): string[] {
  const rows = table.rows.filter((row) => row.cells.filter((cell) => cell.trim() !== '').length >= 2)
  const words = (rows[0]?.cells ?? []).map(flattenWords).filter((cell) => cell !== '')
  return rows.length >= 3 ? [words.join(', ').slice(0, 100)] : []
}

/** Where headings of stages stand above their tables, the first stands at the end of the text before. */
function takeLeadingSection(before: string[], sections: readonly string[]): string | null {
  const at = before.findLastIndex((line) => line.trim() !== '')
  const line = before[at]?.trim() ?? ''
  const alike = NAMED_SECTION.test(line) || sections.some((section) => beginsAlike(section, line))
  if (sections.length === 0 || !alike || line.length > 200) return null
  before.splice(at)
  return line
}

/** «1. Работа с наставниками» and «2. …», «I полугодие» and «II полугодие», «Направление …» and «Направление …». */
function beginsAlike(one: string, other: string): boolean {
  return kindOfHeading(one) === kindOfHeading(other)
}

function kindOfHeading(text: string): string {
  const words = text.trim().replace(/^(?:\d{1,2}|[IVXІХ]{1,5})(?=[.)\s])/u, '§')
  return (/^§[.)]?|^\p{L}{4,}/u.exec(words)?.[0] ?? text).toLowerCase()
}

function judgeTable(table: NeutralTable, index: number): Candidate {
  const header = findHeader(table.rows)
  const body = table.rows.slice(header?.bodyStart ?? 0)
  const columns = assignRoles(header?.headings ?? [], body)
  const first = table.rows.find((row) => !row.spanning)
  if (first && listsPeople(first.cells)) return { index, table, header, columns, score: 0 }
  return { index, table, header, columns, score: scoreTable(columns, body, header !== null) }
}

function scoreTable(columns: readonly TableColumn[], body: readonly NeutralRow[], headed: boolean): number {
  const has = (role: TableColumn['role']) => columnOf(columns, role) >= 0
  if (!has('activity') || body.length === 0) return 0
  if (!has('deadline') && !has('responsible')) return 0
  if (!headed && (body.length < 2 || !has('deadline'))) return 0
  const roles = new Set(columns.map((column) => column.role)).size
  return roles + (headed ? 3 : 0) + Math.min(body.length, 60) / 10
}

/** The main table, tables with the same headings, and headless tables of the same width after it. */
function belongsTo(candidate: Candidate, main: Candidate): boolean {
  if (candidate === main) return true
  if (candidate.header && main.header) {
    const headings = headingsOf(main)
    const same = candidate.header.headings.filter(
      (heading, at) => heading !== '' && fold(heading) === fold(headings[at] ?? ''),
    )
    return candidate.columns.length === main.columns.length && same.length >= headings.length - 1
  }
  const body = candidate.table.rows.filter((row) => !row.spanning)
  return (
    candidate.header === null &&
    candidate.index > main.index &&
    body[0] !== undefined &&
    !isOtherHeader(body[0], headingsOf(main)) &&
    body.some((row) => row.cells.length === main.columns.length)
  )
}

function collectRows(
  blocks: readonly NeutralBlock[],
  kept: readonly Candidate[],
  offset: number,
): NeutralRow[] {
  const rows: NeutralRow[] = []
  for (const [at, block] of blocks.entries()) {
    const candidate = kept.find((table) => table.index === at + offset)
    if (candidate) {
      const body = candidate.table.rows.slice(candidate.header?.bodyStart ?? 0)
      const lead = candidate.table.rows.slice(0, candidate.header?.bodyStart ?? 0)
      rows.push(...lead.filter((row) => row.spanning), ...body)
    } else if (block.type === 'text') {
      for (const line of block.lines) {
        const text = line.trim()
        if (text !== '' && isShort(text) && !/^\d+$/.test(text))
          rows.push({ cells: [text], gapBefore: true, spanning: true })
      }
    }
  }
  return rows
}

function linesOfBlocks(blocks: readonly NeutralBlock[]): string[] {
  return blocks.flatMap((block) =>
    block.type === 'text'
      ? block.lines
      : block.rows.map((row) =>
          row.cells
            .map(flattenWords)
            .filter((cell) => cell !== '')
            .join(' '),
        ),
  )
}

function headingsOf(candidate: Candidate): string[] {
  return candidate.header?.headings ?? []
}

function fold(heading: string): string {
  return heading.toLowerCase().replaceAll(/\s+/g, ' ')
}
