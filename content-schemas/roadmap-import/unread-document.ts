import { makeRow, markOrigins, type NeutralDocument, type NeutralRow } from './neutral-document.ts'
import { RoadmapImportError } from './roadmap-import-error.ts'
import { NAMED_SECTION } from './table/merge-rows.ts'
import { endsFinished, startsLower } from './text/plain-words.ts'

/** A document in which no roadmap was found, laid out so that a person can say what stands where. */
export interface UnreadDocument {
  document: NeutralDocument
  sourceText: string
}

/** A document that was opened and in which nothing looks like a roadmap; a person may still show where it is. */
export class NoRoadmapError extends RoadmapImportError {
  readonly unread: UnreadDocument

  constructor(unread: UnreadDocument) {
    super(
      'no-table',
      'Таблица дорожной карты не найдена: нужны столбцы с мероприятиями и со сроками или ответственными.',
    )
    this.unread = unread
  }
}

/** Layouts in which signs of the document itself part its cells; in others they are guessed by words. */
const PARTED_BY_SIGNS: ReadonlySet<string> = new Set([
  'html',
  'positions',
  'tab-rows',
  'tab-cells',
  'pipes',
  'separated',
])
/** Signs that part cells, and how few rows are no table. */
const SIGNS = ['\t', '|', ';']
const LEAST_ROWS = 2
const MAX_LINES = 5000

/** Of the ways in which a document was laid out the first with a table in it; else its lines, one a row. */
export function layOutUnread(documents: readonly NeutralDocument[], sourceText: string): UnreadDocument {
  const parted = documents.find(
    ({ layout, blocks }) => PARTED_BY_SIGNS.has(layout) && blocks.some((block) => block.type === 'table'),
  )
  return { document: markOrigins(parted ?? linesAsTable(sourceText)), sourceText }
}

function linesAsTable(text: string): NeutralDocument {
  const lines = text.split('\n', MAX_LINES).map((line) => line.trim())
  const filled = lines.filter((line) => line !== '')
  const sign = SIGNS.find((each) => filled.filter((line) => line.includes(each)).length > filled.length * 0.6)
  const rows = sign === undefined ? wholeLines(lines) : filled.map((line) => makeRow(cutAt(line, sign)))
  const blocks = rows.length < LEAST_ROWS ? [] : [{ type: 'table' as const, rows }]
  return { layout: 'lines', blocks, dropped: [] }
}

function cutAt(line: string, sign: string): string[] {
  return line.split(sign).map((cell) => cell.trim())
}

/** Lines that go on from the one above are put together. */
function wholeLines(lines: readonly string[]): NeutralRow[] {
  const rows: NeutralRow[] = []
  let gap = false
  for (const line of lines) {
    const last = rows.at(-1)
    const above = last?.cells[0] ?? ''
    if (line === '') gap = true
    else if (last && !gap && startsLower(line) && !endsFinished(above)) last.cells[0] = `${above} ${line}`
    else rows.push({ ...makeRow([line], gap), readAs: NAMED_SECTION.test(line) ? 'section' : 'row' })
    if (line !== '') gap = false
  }
  return rows
}
