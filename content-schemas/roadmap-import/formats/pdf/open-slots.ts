import { countHeadings } from '../../table/column-roles.ts'
import type { Gutter } from './open-columns.ts'
import { isHorizontal, type PageMarks, type PlacedWords } from './page-marks.ts'
import { groupLines, lineEnds, lineText, type PlacedLine } from './placed-lines.ts'

/** Words of a table that stand at one height: what of each column, or a line across the columns. */
export interface Slot {
  baseline: number
  height: number
  /** One for each column; empty where nothing stands. */
  cells: string[]
  /** Width of what stands in each column and of its first word, in points. */
  widths: { line: number; word: number }[]
  across: boolean
  /** Whether words of one column alone stand in the middle of the table. */
  middle: boolean
  /** Whether a line is drawn between this slot and the one above. */
  ruled: boolean
}

/** Slots from one to before another. */
export interface SlotRange {
  from: number
  to: number
}

const SAME_HEIGHT = 1.5
const NEAR_EDGE = 1
/** How far from the middle of the table words may stand that are set there, in points. */
const OFF_MIDDLE = 12
/** In heights of a letter: a space between words, and from line to line of a paragraph. */
const WORD_GAP = 0.45
const NEXT_LINE = 1.35
const MAX_HEADER_SLOTS = 12
/** Share of the table's width from which a line drawn across parts rows. */
const PARTING_RULE = 0.5

/** The words of a page in the columns that gutters part, from top to bottom. */
export function readSlots(page: PageMarks, gutters: readonly Gutter[]): Slot[] {
  const words = page.words.filter((word) => !word.turned)
  const across = new Set<PlacedWords>()
  const slots: Slot[] = []
  let upper: PlacedLine | null = null
  for (const line of groupLines(words)) {
    if (!runsAcross(line, gutters) && !endsParagraph(line, upper, gutters)) continue
    upper = line
    for (const word of line.words) across.add(word)
    slots.push({ ...slotAt(line, gutters.length + 1), across: true, cells: [lineText(line)] })
  }
  const columns = Array.from({ length: gutters.length + 1 }, (): PlacedWords[] => [])
  for (const word of words) {
    if (!across.has(word)) columns[columnOf(word, gutters)]?.push(word)
  }
  const lines = columns.flatMap((own, column) => groupLines(own).map((line) => ({ line, column })))
  const ends = lineEnds({ baseline: 0, words })
  const middle = (ends.left + ends.right) / 2
  let open: Slot | null = null
  for (const { line, column } of lines.toSorted((one, other) => one.line.baseline - other.line.baseline)) {
    if (!open || line.baseline - open.baseline > SAME_HEIGHT) {
      open = slotAt(line, columns.length)
      slots.push(open)
    }
    const above = open.cells[column] ?? ''
    open.cells[column] = above === '' ? lineText(line) : `${above} ${lineText(line)}`
    const { left, right } = lineEnds(line)
    open.widths[column] = { line: right - left, word: line.words[0]?.width ?? 0 }
    open.middle = Math.abs((left + right) / 2 - middle) < OFF_MIDDLE
  }
  return markRuled(
    slots.toSorted((one, other) => one.baseline - other.baseline),
    page,
  )
}

function slotAt(line: PlacedLine, columns: number): Slot {
  return {
    baseline: line.baseline,
    height: line.words[0]?.height ?? 10,
    cells: Array.from({ length: columns }, () => ''),
    widths: Array.from({ length: columns }, () => ({ line: 0, word: 0 })),
    across: false,
    middle: false,
    ruled: false,
  }
}

/** The column a word stands in: words begin where their column does, or right of it. */
export function columnOf(word: PlacedWords, gutters: readonly Gutter[]): number {
  return gutters.filter((gutter) => word.left > gutter.right - NEAR_EDGE).length
}

/** Whether the words of a line go on over gutters as if there were none. */
function runsAcross({ words }: PlacedLine, gutters: readonly Gutter[]): boolean {
  return gutters.some((gutter) => {
    const edge = gutter.right - NEAR_EDGE
    const next = words.findIndex((word) => word.left > edge)
    const [word, before] = [words[next], words[next < 0 ? words.length - 1 : next - 1]]
    if (before && before.left + before.width > edge) return true
    if (!word || !before || word.left < gutter.right + NEAR_EDGE) return false
    const gap = word.left - before.left - before.width
    return gap < word.height * WORD_GAP && gap < (gutter.right - gutter.left) * 0.6
  })
}

/** Whether words right under a line across the columns are the rest of it: no further apart than words of a line. */
function endsParagraph(
  { baseline, words }: PlacedLine,
  above: PlacedLine | null,
  gutters: readonly Gutter[],
): boolean {
  const [first] = words
  if (!above || !first || baseline - above.baseline > first.height * NEXT_LINE) return false
  if (new Set(words.map((word) => columnOf(word, gutters))).size < 2) return false
  return words.every((word, index) => {
    const before = words[index - 1]
    return !before || word.left - before.left - before.width < word.height * WORD_GAP
  })
}

function markRuled(slots: Slot[], page: PageMarks): Slot[] {
  const width = Math.max(...page.words.map((word) => word.left + word.width), 0)
  const rules = page.rules.filter(
    (rule) => isHorizontal(rule) && rule.right - rule.left > width * PARTING_RULE,
  )
  for (const [index, slot] of slots.entries()) {
    const above = slots[index - 1]?.baseline ?? 0
    slot.ruled = rules.some((rule) => rule.top > above - 1 && rule.top < slot.baseline - slot.height * 0.3)
  }
  return slots
}

/** The slots of the headings: the fewest that together name most columns. */
export function findHeaderSlots(slots: readonly Slot[]): SlotRange | null {
  const columns = slots.find((slot) => !slot.across)?.cells.length ?? 0
  const needed = columns <= 3 ? 2 : 3
  for (let from = 0; from < slots.length; from += 1) {
    const best = bestHeaderFrom(slots, from)
    if (!best || best.count < needed) continue
    // Headings in the middle of their cells stand over more lines than the first that names enough of them.
    const later = bestHeaderFrom(slots, from + 1)
    if (later && later.count > best.count && later.from <= best.to) continue
    return best
  }
  return null
}

function bestHeaderFrom(slots: readonly Slot[], from: number): (SlotRange & { count: number }) | null {
  let best: (SlotRange & { count: number }) | null = null
  for (let to = from + 1; to <= Math.min(slots.length, from + MAX_HEADER_SLOTS); to += 1) {
    if (slots[to - 1]?.across || (to > from + 1 && isApart(slots[to - 2], slots[to - 1]))) break
    const count = countHeadings(joinSlots(slots.slice(from, to)))
    if (count > (best?.count ?? 0)) best = { from, to, count }
  }
  return best
}

function isApart(above: Slot | undefined, below: Slot | undefined): boolean {
  return above !== undefined && below !== undefined && below.baseline - above.baseline > below.height * 2
}

/** The cells of some slots as one row. */
export function joinSlots(slots: readonly Slot[]): string[] {
  const columns = Math.max(0, ...slots.map((slot) => slot.cells.length))
  return Array.from({ length: columns }, (_, column) =>
    slots
      .map((slot) => slot.cells[column] ?? '')
      .filter((cell) => cell !== '')
      .join(' '),
  )
}
