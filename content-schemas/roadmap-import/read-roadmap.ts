import { readTextLayouts } from './layouts/read-text-layouts.ts'
import { type LayoutName, markOrigins, type NeutralDocument } from './neutral-document.ts'
import { type BuiltOutline, buildOutline, type FrontChoices } from './outline/build-outline.ts'
import type { Outline } from './outline/outline.ts'
import { RoadmapImportError } from './roadmap-import-error.ts'
import { layOutUnread, NoRoadmapError } from './unread-document.ts'
import { deadlineLikeness } from '../deadlines/read-deadline.ts'
import { responsibleLikeness } from '../responsible/read-responsible.ts'
import { findRoadmapTable } from './table/find-roadmap-table.ts'
import { columnOf, type RoadmapTable } from './table/roadmap-table.ts'
import type { TableChoices } from './table/table-choices.ts'
import { decodeBytes } from './text/decode-bytes.ts'
import { flattenWords } from './text/plain-words.ts'
import { warnAboutCloseCalls } from './warn-about-close-calls.ts'

/** An outline with the document and the table that it was built from. */
export interface NeutralReading extends BuiltOutline {
  /** Every row knows its place, which `origins` name. */
  document: NeutralDocument
  table: RoadmapTable
}

/** A roadmap that was read, with the text it was read from. */
export interface RoadmapReading extends NeutralReading {
  sourceText: string
}

/** What a person corrected in a reading. */
export interface ReadingChoices extends TableChoices {
  front?: FrontChoices
}

const MAX_LETTERS = 8_000_000
const SAMPLED_ROWS = 150
/** Of the ways to lay a document out, those that sign by sign are the first. */
const KEPT_LAYOUTS = 4

/**
 * Reads a roadmap from a text file's bytes or from text. Pure: the same input gives the same reading.
 * @throws {RoadmapImportError} when there is no text, or no table with activities in it
 */
export function readRoadmap(source: string | Uint8Array): RoadmapReading {
  const sourceText = typeof source === 'string' ? source : decodeBytes(source)
  if (sourceText.trim() === '') throw new RoadmapImportError('empty', 'Файл пустой: в нём нечего читать.')
  if (sourceText.length > MAX_LETTERS) {
    throw new RoadmapImportError(
      'too-large',
      'В файле слишком много текста. Оставьте в нём только дорожную карту.',
    )
  }
  return readNeutral(readTextLayouts(sourceText), sourceText)
}

/** The outline of a text or text file. */
export function readOutline(source: string | Uint8Array): Outline {
  return readRoadmap(source).outline
}

/**
 * Builds the outline from whichever of the given readings makes the best roadmap.
 * @throws {NoRoadmapError} when none holds a roadmap
 */
export function readNeutral(documents: Iterable<NeutralDocument>, sourceText: string): RoadmapReading {
  const seen: NeutralDocument[] = []
  let best: { document: NeutralDocument; table: RoadmapTable; score: number } | null = null
  const tried = new Set<LayoutName>()
  for (const unmarked of documents) {
    const document = markOrigins(unmarked)
    tried.add(document.layout)
    if (seen.length < KEPT_LAYOUTS) seen.push(document)
    const table = findRoadmapTable(document)
    if (table) {
      const fit = judgeFit(table)
      const score = fit.score - tried.size * 0.12
      if (!best || score > best.score) best = { document, table, score }
      if (fit.sure) break
    }
  }
  if (!best || !hasActivities(best.table)) throw new NoRoadmapError(layOutUnread(seen, sourceText))
  return { ...build(best.document, best.table), sourceText }
}

/**
 * Reads a document that was read before, or in which no roadmap was found, with what a person corrected; the file itself
 * is not needed.
 * @throws {NoRoadmapError} when so corrected it holds no roadmap
 */
export function rereadRoadmap(
  { document, sourceText }: Pick<RoadmapReading, 'document' | 'sourceText'>,
  choices: ReadingChoices,
): RoadmapReading {
  const table = findRoadmapTable(document, choices)
  if (!table || !hasActivities(table)) throw new NoRoadmapError({ document, sourceText })
  return { ...build(document, table, choices.front), sourceText }
}

function build(document: NeutralDocument, table: RoadmapTable, front: FrontChoices = {}): NeutralReading {
  return { ...warnAboutCloseCalls(buildOutline(document, table, front), document), document, table }
}

function hasActivities(table: RoadmapTable): boolean {
  const activity = columnOf(table.columns, 'activity')
  return table.items.some((item) => item.type === 'row' && /\p{L}/u.test(item.cells[activity] ?? ''))
}

/** How much the cells of the columns look like what their roles promise; sure when nearly all do. */
function judgeFit(table: RoadmapTable): { score: number; sure: boolean } {
  const rows = table.items.flatMap((item) => (item.type === 'row' ? [item] : [])).slice(0, SAMPLED_ROWS)
  if (rows.length === 0) return { score: 0, sure: false }
  const share = (role: 'deadline' | 'responsible' | 'activity', judge: (cell: string) => boolean) => {
    const column = columnOf(table.columns, role)
    const fitting = rows.filter((row) => judge(flattenWords(row.cells[column] ?? ''))).length
    return column < 0 ? 0 : fitting / rows.length
  }
  const roles = new Set(
    table.columns.filter((column) => column.role !== 'other').map((column) => column.role),
  )
  const deadlines = share('deadline', (cell) => deadlineLikeness(cell) > 0.7)
  const people = share('responsible', (cell) => responsibleLikeness(cell) > 0.7)
  const activities = share('activity', (cell) => /\p{L}{3}/u.test(cell))
  const guessed = table.columns.some((column) => column.guessed)
  return {
    score: deadlines + people + activities + roles.size * 0.15 + Math.min(rows.length, 10) * 0.02,
    sure: deadlines > 0.8 && people > 0.8 && activities > 0.95 && !guessed && rows.length > 2,
  }
}
