import { printedWidth, typedWidth } from './letter-widths.ts'

/** A line that was given to a column. */
export interface ColumnLine {
  text: string
  /** It begins a cell, or a paragraph of one: the line above it ended for other reasons than want of room. */
  begins: boolean
}

type Measure = (words: string) => number

/** What lines of a column may differ from what their letters tell, in hundredths of the type's size. */
const TOLERANCE = 25
/** What differs more costs one for every so many hundredths. */
const SLOPE = 40
const MAX_EXCESS = 6
const MAX_ROOM = 5
/** Columns touch where a line of the left one leaves no more room than this. */
const TOUCHING = 110
const MAX_SLACK = 3
/** Widths that are tried for one column. */
const MAX_TRIED = 40
/** So many lines that ended for want of room tell a column's width half surely. */
const FEW_LINES = 2

const LIST_MARK = /^(?:\d{1,2}[.)]|[а-я]\)|[-–—•·])\s*\S/u

/** How wide the columns of a table are, as lines show that ended for want of room. */
export class ColumnWidths {
  readonly #columns: readonly { width: number; weight: number }[]
  readonly #measure: Measure
  /** The same lines are asked about again and again. */
  readonly #measured = new Map<string, number>()

  private constructor(measure: Measure, columns: readonly { width: number; weight: number }[]) {
    this.#measure = measure
    this.#columns = columns
  }

  /** The widths under which the lines contradict each other least; letters are of one width or as in books. */
  static fit(columns: readonly (readonly ColumnLine[])[]): ColumnWidths {
    const [best] = [printedWidth, typedWidth]
      .map((measure) => {
        const fitted = columns.map((lines) => fitColumn(lines, measure))
        return { measure, fitted, cost: fitted.reduce((sum, { cost }) => sum + cost, 0) }
      })
      .toSorted((one, other) => one.cost - other.cost)
    return new ColumnWidths(best?.measure ?? printedWidth, best?.fitted ?? [])
  }

  /** What it costs that a line is wider than its column. */
  excess(column: number, line: string): number {
    const known = this.#columns[column]
    if (!known) return 0
    return costOfExcess(this.#widthOf(line) - known.width) * known.weight
  }

  /** What it costs that the words of another column touched a line that leaves room. */
  slack(column: number, line: string): number {
    const known = this.#columns[column]
    if (!known) return 0
    return (
      Math.min(MAX_SLACK, Math.max(0, known.width - this.#widthOf(line) - TOUCHING) / SLOPE) * known.weight
    )
  }

  /** What it costs that a line ended though the next word had room on it. */
  room(column: number, line: string, next: string): number {
    const known = this.#columns[column]
    if (!known) return 0
    const needed = this.#widthOf(line) + this.#widthOf(` ${firstWord(next)}`)
    return costOfRoom(known.width - needed) * known.weight
  }

  #widthOf(words: string): number {
    let width = this.#measured.get(words)
    if (width === undefined) {
      width = this.#measure(words)
      this.#measured.set(words, width)
    }
    return width
  }
}

/** Marks of lists begin paragraphs. */
export function markParagraphs(lines: readonly ColumnLine[]): ColumnLine[] {
  return lines.map(({ text, begins }) => ({ text, begins: begins || LIST_MARK.test(text) }))
}

function fitColumn(
  lines: readonly ColumnLine[],
  measure: Measure,
): { width: number; weight: number; cost: number } {
  const widths = lines.map(({ text }) => measure(text))
  const needed = lines.flatMap((line, index) =>
    line.begins ? [] : [(widths[index - 1] ?? 0) + measure(` ${firstWord(line.text)}`)],
  )
  let best = { width: Number.POSITIVE_INFINITY, cost: Number.POSITIVE_INFINITY }
  for (const width of widths.toSorted((one, other) => other - one).slice(0, MAX_TRIED)) {
    const cost =
      widths.reduce((sum, own) => sum + costOfExcess(own - width), 0) +
      needed.reduce((sum, want) => sum + costOfRoom(width - want), 0)
    if (cost <= best.cost) best = { width, cost }
  }
  return { ...best, weight: needed.length / (needed.length + FEW_LINES) }
}

function costOfExcess(excess: number): number {
  return Math.min(MAX_EXCESS, Math.max(0, excess - TOLERANCE) / SLOPE)
}

function costOfRoom(room: number): number {
  return Math.min(MAX_ROOM, Math.max(0, room - TOLERANCE) / SLOPE)
}

function firstWord(words: string): string {
  return /^\S+/.exec(words)?.[0] ?? ''
}
