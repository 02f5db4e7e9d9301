import { type NeutralRow, type RowOrigin, SOFT_BREAK } from '../neutral-document.ts'
import { endsFinished, startsLower } from '../text/plain-words.ts'
import { isColumnCount, repeatsHeader } from './find-header.ts'
import { findLoneHeadings } from './lone-headings.ts'
import { isNumberMark, readNumberMark } from './number-mark.ts'
import { shareOfLower, weighGaps } from './row-habits.ts'
import { hasWords, scoreActivity, scoreDeadline, scoreResponsible } from './score-cells.ts'
import { columnOf, type LogicalRow, type SectionRow, type TableColumn } from './roadmap-table.ts'

/**
 * Puts the rows of the author together again: lines and pages break rows into pieces, and rows of one stage share
 * merged cells. A row with a number always begins anew; one without is weighed by how its cells begin and how those
 * above end.
 */
export function mergeRows(
  rows: readonly NeutralRow[],
  columns: readonly TableColumn[],
): (LogicalRow | SectionRow)[] {
  const merger = new RowMerger(columns, rows)
  for (const [index, row] of rows.entries()) merger.take(row, rows[index + 1])
  return merger.finish()
}

/** A row that pieces may still be added to, cell by cell. */
interface OpenRow {
  type: 'row'
  pieces: string[][]
  merged: readonly number[]
  origins: RowOrigin[]
  dateAbove: boolean
}

class RowMerger {
  readonly #items: (OpenRow | SectionRow)[] = []
  readonly #columns: readonly TableColumn[]
  readonly #number: number
  readonly #stage: number
  readonly #activity: number
  readonly #deadline: number
  readonly #responsible: number
  readonly #gapWeight: number
  /** Lines are pieces of rows: many of them begin with a small letter in the middle of words. */
  readonly #wrapped: boolean
  /** Nearly every cell begins with a small letter, which then does not tell that words go on. */
  readonly #smallLettered: boolean
  /** Rows that are headings although they fill the column of activities alone. */
  readonly #headings: ReadonlySet<NeutralRow>
  #gap = false
  /** Whether the row before was a line of the header, printed again. */
  #inHeader = false

  constructor(columns: readonly TableColumn[], rows: readonly NeutralRow[]) {
    this.#columns = columns
    this.#number = columnOf(columns, 'number')
    this.#stage = columnOf(columns, 'stage')
    this.#activity = columnOf(columns, 'activity')
    this.#deadline = columnOf(columns, 'deadline')
    this.#responsible = columnOf(columns, 'responsible')
    this.#gapWeight = weighGaps(rows, this.#number)
    const lower = shareOfLower(rows, this.#activity)
    this.#smallLettered = lower > 0.85 && rows.length > 3
    this.#wrapped = lower > 0.2 && !this.#smallLettered
    this.#headings = findLoneHeadings(rows, columns, this.#wrapped)
  }

  finish(): (LogicalRow | SectionRow)[] {
    return this.#items.map((item) =>
      item.type === 'section'
        ? item
        : (({ pieces, ...row }) => ({ ...row, cells: pieces.map((cell) => cell.join('')) }))(item),
    )
  }

  take(row: NeutralRow, next: NeutralRow | undefined): void {
    const filled = row.cells.flatMap((cell, index) => (hasWords(cell) ? [index] : []))
    if (filled.length === 0) {
      this.#gap ||= row.gapBefore
      return
    }
    const headings = this.#columns.map((column) => column.heading)
    this.#inHeader = repeatsHeader(row, headings, this.#inHeader)
    if (this.#inHeader || isColumnCount(row)) return
    const gap = row.gapBefore || this.#gap
    this.#gap = false
    const judged = this.#smallLettered ? capitalize(row) : row
    if (row.readAs === 'section') this.#pushSection(this.#headingOf(row))
    else if (row.readAs === 'row') this.#push(this.#spreadOut(row))
    else if (row.spanning) this.#takeSpanning(row.cells[0] ?? '')
    else if (this.#headings.has(row) || this.#isSection(judged, filled, next))
      this.#pushSection(sectionText(row.cells))
    else if (this.#goesOnFromSection(judged, filled)) this.#appendToSection(row.cells[filled[0] ?? 0] ?? '')
    else if (this.#beginsRow(judged, gap)) this.#push(row)
    else this.#append(row)
    if (row.origin) this.#items.at(-1)?.origins.push(row.origin)
  }

  #pushSection(text: string): void {
    this.#items.push({ type: 'section', text, origins: [] })
  }

  /** Of a row that a person calls a heading, its number and words; dates and people are no part of a heading. */
  #headingOf(row: NeutralRow): string {
    const number = readNumberMark(row.cells[this.#number] ?? '')
    const words = sectionText([row.cells[this.#stage] ?? '', row.cells[this.#activity] ?? ''])
    if (row.spanning || words === '') return sectionText(row.cells)
    return number === null ? words : `${number}. ${words}`
  }

  /** A cell across the table that a person calls a row is its activity. */
  #spreadOut(row: NeutralRow): NeutralRow {
    if (!row.spanning) return row
    const cells = this.#columns.map((_, index) => (index === this.#activity ? (row.cells[0] ?? '') : ''))
    return { ...row, cells, spanning: false }
  }

  #takeSpanning(text: string): void {
    const last = this.#items.at(-1)
    if (last?.type === 'row' && startsLower(text) && !endsFinished(tailOf(last, this.#activity) || '.')) {
      addPiece(last.pieces[this.#activity], text, SOFT_BREAK)
    } else if (last?.type === 'section' && startsLower(text)) this.#appendToSection(text)
    else this.#pushSection(text)
  }

  /** The heading of a section fills one cell, or a number and a cell when the numbers below are its own («1» – «1.1»). */
  #isSection(row: NeutralRow, filled: readonly number[], next: NeutralRow | undefined): boolean {
    const text = sectionText(row.cells)
    if (filled.length === 1) {
      const at = filled[0] ?? 0
      if (at === this.#number) return !isNumberMark(row.cells[at] ?? '') && text.length > 3
      if (at !== this.#activity && at !== this.#stage && at !== 0) return false
      if (at === this.#stage && this.#activity !== this.#stage) return false
      return at === 0 || this.#number < 0
        ? looksLikeSection(text)
        : NAMED_SECTION.test(text) && looksLikeSection(text)
    }
    const number = readNumberMark(row.cells[this.#number] ?? '')
    if (number === null || filled.length !== 2 || !filled.includes(this.#number)) return false
    if (!filled.includes(this.#activity) && !filled.includes(this.#stage)) return false
    const below = readNumberMark(next?.cells[this.#number] ?? '')
    if (/^[IVXІХ]+$/.test(number)) return below === null || /^\d/.test(below)
    return below !== null && !number.includes('.') && below.startsWith(`${number}.`)
  }

  #goesOnFromSection(row: NeutralRow, filled: readonly number[]): boolean {
    if (this.#items.at(-1)?.type !== 'section' || filled.length !== 1) return false
    return startsLower(row.cells[filled[0] ?? 0] ?? '') && filled[0] !== this.#deadline
  }

  #appendToSection(text: string): void {
    const last = this.#items.at(-1)
    if (last?.type === 'section') last.text = joinPieces(last.text, text, SOFT_BREAK)
  }

  #beginsRow(row: NeutralRow, gap: boolean): boolean {
    const current = this.#items.at(-1)
    if (current?.type !== 'row') return true
    if (this.#number >= 0 && hasWords(row.cells[this.#number] ?? '')) return true
    if (row.merged?.includes(this.#activity)) return false
    if (row.begins || (row.merged && row.merged.length > 0 && !this.#goesOnAlone(row, current))) return true
    const cell = (at: number) => (at >= 0 ? (row.cells[at] ?? '') : '')
    const above = (at: number) => tailOf(current, at)
    const activity = cell(this.#activity)
    const dated = this.#columns.findIndex(({ role }, at) => role === 'deadline' && hasWords(cell(at)))
    const deadline = cell(dated)
    const responsible = cell(this.#responsible)
    if (
      !hasWords(activity) ||
      (!hasWords(deadline) && !hasWords(responsible) && !this.#standsAlone(row, gap))
    )
      return false
    let score = gap ? this.#gapWeight : this.#gapWeight > 1 ? -1.5 : 0
    score += this.#wrapped ? -0.6 : 0.9
    if (this.#number >= 0 && this.#stage < 0) score -= 1.2
    score += this.#scoreFullness(row)
    score += scoreActivity(activity, above(this.#activity))
    score +=
      this.#deadline < 0
        ? 0
        : scoreDeadline(deadline, above(dated < 0 ? this.#deadline : dated), this.#wrapped)
    score += this.#responsible < 0 ? 0 : scoreResponsible(responsible, above(this.#responsible))
    if (hasWords(cell(this.#stage))) {
      score += startsLower(cell(this.#stage))
        ? -2
        : this.#wrapped && !endsFinished(above(this.#activity))
          ? 0.3
          : 1.5
    }
    return score > 0.75
  }

  /** Words beside merged cells alone, in small letters after words that did not end: a row torn by a page. */
  #goesOnAlone(row: NeutralRow, above: OpenRow): boolean {
    const alone = row.cells.every((cell, index) => index === this.#activity || !hasWords(cell))
    return (
      alone && startsLower(row.cells[this.#activity] ?? '') && !endsFinished(tailOf(above, this.#activity))
    )
  }

  /** In a table of whole rows without numbers, an activity alone still makes a row where blank lines part rows. */
  #standsAlone(row: NeutralRow, gap: boolean): boolean {
    const lone = this.#deadline < 0 && this.#responsible < 0
    return lone || (gap && this.#gapWeight > 1 && !startsLower(row.cells[this.#activity] ?? ''))
  }

  /** A row begins with all its cells; what goes on from a row fills few. */
  #scoreFullness(row: NeutralRow): number {
    const own = this.#columns.flatMap((_, index) =>
      index === this.#number || index === this.#stage ? [] : [index],
    )
    const filled = own.filter((index) => hasWords(row.cells[index] ?? '')).length
    return (filled === own.length ? 0.7 : filled * 2 < own.length ? -0.7 : 0) + this.#scoreRest(row)
  }

  /** Capitals and small letters at the start of the other columns. */
  #scoreRest(row: NeutralRow): number {
    const known = [this.#number, this.#stage, this.#activity, this.#deadline, this.#responsible]
    const rest = row.cells.filter((cell, index) => !known.includes(index) && hasWords(cell))
    const score = rest.reduce((sum, cell) => sum + (startsLower(cell) ? -0.1 : 0.4), 0)
    return Math.max(-0.2, Math.min(0.8, score))
  }

  #push(row: NeutralRow): void {
    const above = this.#items.at(-1)
    const held = above?.type === 'row' ? above : null
    const dateAbove = held !== null && this.#takesDateAbove(row)
    const pieces = this.#columns.map((_, index) =>
      held && (this.#sharesCell(row, index) || (dateAbove && index === this.#deadline))
        ? [...(held.pieces[index] ?? [''])]
        : [row.cells[index] ?? ''],
    )
    this.#items.push({ type: 'row', pieces, merged: row.merged ?? [], origins: [], dateAbove })
  }

  /** A plan by months prints each once before its rows. */
  #takesDateAbove(row: NeutralRow): boolean {
    if (row.merged?.includes(this.#deadline) || hasWords(row.cells[this.#deadline] ?? '')) return false
    return (
      this.#deadline >= 0 && this.#columns.slice(0, this.#deadline).every(({ role }) => role === 'number')
    )
  }

  /** A merged cell of deadlines or people holds for every row it spans. */
  #sharesCell(row: NeutralRow, index: number): boolean {
    if (index !== this.#deadline && index !== this.#responsible) return false
    return row.merged?.includes(index) === true && !hasWords(row.cells[index] ?? '')
  }

  #append(row: NeutralRow): void {
    const current = this.#items.at(-1)
    if (current?.type !== 'row') return
    for (const [index, cell] of row.cells.entries()) {
      if (!hasWords(cell)) continue
      const whole = !this.#wrapped && !startsLower(cell)
      addPiece(current.pieces[index], cell, whole ? '\n' : SOFT_BREAK)
    }
  }
}

/** The row with capitals where its cells begin, to be judged like any other. */
function capitalize(row: NeutralRow): NeutralRow {
  const cells = row.cells.map((cell) => cell.replace(/^\s*\p{Ll}/u, (letter) => letter.toUpperCase()))
  return { ...row, cells }
}

/** «I. …», «Этап 2», «Раздел III»: words that only the heading of a section begins with. */
export const NAMED_SECTION =
  /^\s*(?:[IVXІХ]{1,5}\s*[.)]|(?:[IVXІХ\d]{1,4}\s*)?(?:этап|раздел|блок|направление|модуль)(?![а-я]))/iu

function looksLikeSection(text: string): boolean {
  if (text.length > 250 || startsLower(text)) return false
  if (/^\s*[-–—•·*]/.test(text)) return false
  if (NAMED_SECTION.test(text) || /^\s*\d{1,2}\.\s*\p{Lu}/u.test(text)) return true
  return (
    /этап(?![а-я])/i.test(text) || (/\p{Lu}{3}/u.test(text) && text.length > 6 && text === text.toUpperCase())
  )
}

function sectionText(cells: readonly string[]): string {
  return cells
    .map((cell) => cell.trim())
    .filter((cell) => cell !== '')
    .join(' ')
}

function joinPieces(above: string, below: string, separator: string): string {
  if (!hasWords(above)) return below
  return `${above.trimEnd()}${separator}${below.trimStart()}`
}

/** Adds words to a cell; an empty cell takes them as they are. */
function addPiece(pieces: string[] | undefined, words: string, separator: string): void {
  if (!pieces) return
  if (pieces.length === 1 && !hasWords(pieces[0] ?? '')) pieces[0] = words
  else pieces.push(`${separator}${words.trim()}`)
}

/** The last words of a cell, enough to tell how it ends. */
function tailOf(row: OpenRow, column: number): string {
  return (row.pieces[column] ?? []).slice(-6).join('')
}
