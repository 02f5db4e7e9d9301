import { splitItems } from '../roadmap-import/outline/split-items.ts'
import { drawingsOf, isSame, listLines, wordsOf } from './cell-lines.ts'
import type { PrintableActivity } from './printable-roadmap.ts'
import type { CellLine } from './roadmap-sheet.ts'

/** One row of the printed table: an activity, or several that stand in one row as a list. */
export interface PrintedRow {
  readonly number: string
  readonly activities: readonly [PrintableActivity, ...PrintableActivity[]]
  readonly lines: readonly CellLine[]
  /** Deadlines of the row in the words of the document. */
  readonly deadlines: readonly string[]
}

/**
 * Rows of the printed table. Activities that carry one number, share people and deadlines (or have one deadline each)
 * and leave their papers to the first of them make one row, provided that reading the row gives them again.
 * @param numbered whether the table has a column of numbers; without one the numbers stand before the words
 */
export function groupRows(activities: readonly PrintableActivity[], numbered: boolean): PrintedRow[] {
  const rows: PrintedRow[] = []
  for (let at = 0; at < activities.length;) {
    const first = activities[at]
    if (first === undefined) break
    const others = numbered ? runOf(activities.slice(at + 1), first) : []
    const row = (others.length > 0 ? drawTogether(first, others) : null) ?? drawAlone(first, numbered)
    rows.push(row)
    at += row.activities.length
  }
  return rows
}

/** The activities that may stand in one row with the one before them. */
function runOf(following: readonly PrintableActivity[], first: PrintableActivity): PrintableActivity[] {
  const end = following.findIndex((activity) => !continues(activity, first))
  return following.slice(0, end < 0 ? following.length : end)
}

function continues(activity: PrintableActivity, first: PrintableActivity): boolean {
  const papers = [activity.documents, activity.results, activity.extra]
  return (
    first.number !== undefined &&
    activity.number === first.number &&
    papers.every((list) => (list ?? []).length === 0) &&
    isSame(partiesOf(activity), partiesOf(first))
  )
}

function partiesOf({ responsible = [] }: PrintableActivity): unknown[] {
  return responsible.map(({ verbatim, persons = [], roles = [], bodies = [] }) => [
    verbatim ?? null,
    persons.map(({ _ref }) => _ref),
    roles,
    bodies,
  ])
}

function drawTogether(first: PrintableActivity, others: readonly PrintableActivity[]): PrintedRow | null {
  const activities = [first, ...others] as const
  const deadlines = deadlinesOf(activities)
  const texts = activities.map(({ text }) => text)
  const lines = drawItems(texts)
  if (deadlines === null || lines === null) return null
  return { number: first.number ?? '', activities: [first, ...others], lines, deadlines }
}

/** Deadlines of a row of several activities; null when one row cannot say them. */
function deadlinesOf(activities: readonly PrintableActivity[]): string[] | null {
  const own = activities.map(({ deadlines = [] }) => deadlines.map(({ verbatim }) => verbatim))
  const [first = []] = own
  if (own.every((list) => isSame(list, first)) && first.length !== activities.length) return first
  return own.every((list) => list.length === 1) ? own.flat() : null
}

/** The items of a numbered row as a list that reads as they are; null when there is none. */
function drawItems(texts: readonly string[]): CellLine[] | null {
  const counted = texts.every((text, index) => text.startsWith(`${index + 1}) `))
  const bare = counted ? texts.map((text) => text.replace(/^\d+\)\s/, '')) : texts
  const drawings = counted ? [listLines(bare, 'number')] : drawingsOf(texts)
  return drawings.find((lines) => isSame(readItems(lines), texts)) ?? null
}

function readItems(lines: readonly CellLine[]): string[] {
  return splitItems(wordsOf(lines)).map(({ text, mark }) =>
    mark === null || mark.includes('.') ? text : `${mark}) ${text}`,
  )
}

function drawAlone(activity: PrintableActivity, numbered: boolean): PrintedRow {
  const { text, number, deadlines = [] } = activity
  const words = numbered || number === undefined ? text : `${number}. ${text}`
  const drawings = drawingsOf([words])
  const expected = numbered ? [text] : [[number ?? null, text]]
  const faithful = drawings.find((lines) =>
    isSame(
      numbered ? readItems(lines) : splitItems(wordsOf(lines)).map((item) => [item.mark, item.text]),
      expected,
    ),
  )
  return {
    number: number ?? '',
    activities: [activity],
    lines: faithful ?? drawings[0] ?? [],
    deadlines: deadlines.map(({ verbatim }) => verbatim),
  }
}
