import { deadlineLikeness } from '../../deadlines/read-deadline.ts'
import { responsibleLikeness } from '../../responsible/read-responsible.ts'
import type { ColumnRoleKey } from '../../vocabulary/column-roles.ts'
import { SOFT_BREAK } from '../neutral-document.ts'
import { startsLower } from '../text/plain-words.ts'
import type { ColumnWidths } from './column-widths.ts'
import { type JudgedCell, judgeCell } from './judged-cell.ts'

/** Longer than this no cell is, no deadline, and no person in charge. */
export const MAX_CELL_LETTERS = 900
const MAX_LETTERS = { deadline: 110, responsible: 260 }

/** What is known of the columns before lines are given to them. */
export interface FlowHabits {
  /** Nearly every cell begins with a small letter. */
  smallLettered: boolean
  /** How wide the columns are; null while unknown. */
  widths: ColumnWidths | null
  /** Numbers count the stages, not the rows. */
  staged: boolean
  /** Blank lines stand between all cells: what stands together is one cell. */
  parted: boolean
  /** Which share of the cells of each column begin with a small letter; null while unknown. */
  lower: readonly number[] | null
  /** How much likelier than chance a cell of a column follows one of another, as a logarithm. */
  follows: (above: number, column: number, gap: boolean) => number
}

/** Judges words as cells of columns; every text is judged once. */
export class FlowJudge {
  readonly #cells = new Map<string, JudgedCell>()
  readonly #fits = new Map<ColumnRoleKey, Map<string, number>>()

  /** The line as a cell of its own. */
  judge(text: string, gapBefore: boolean): JudgedCell {
    const known = this.#cells.get(text)
    if (known) return known.gapBefore === gapBefore ? known : { ...known, gapBefore }
    const judged = judgeCell({ text, gapBefore })
    this.#cells.set(text, judged)
    return judged
  }

  /** How well whole words fit a column of the role; above nought where they speak for it. */
  fit(role: ColumnRoleKey, text: string): number {
    const fits = this.#fits.get(role) ?? new Map<string, number>()
    const known = fits.get(text)
    if (known !== undefined) return known
    const score = this.#fit(role, text)
    this.#fits.set(role, fits.set(text, score))
    return score
  }

  #fit(role: ColumnRoleKey, text: string): number {
    if (text.length > MAX_CELL_LETTERS) return -12
    if (role === 'deadline') {
      if (text.length > MAX_LETTERS.deadline) return -6
      const likeness = this.#cells.get(text)?.deadline ?? deadlineLikeness(text)
      const open = isOpen(text) ? 1.5 : 0
      return (likeness >= 0.99 ? 3 : likeness >= 0.7 ? 1.2 : likeness >= 0.5 ? 0.4 : -3) - open
    }
    if (role === 'responsible') {
      if (text.length > MAX_LETTERS.responsible) return -6
      const likeness = this.#cells.get(text)?.responsible ?? responsibleLikeness(text)
      const open = isOpen(text) ? 1.2 : 0
      return (likeness >= 0.85 ? 2.5 : likeness >= 0.4 ? 1 : -1.2) - open
    }
    const first = text.includes(SOFT_BREAK) ? text.slice(0, text.indexOf(SOFT_BREAK)) : text
    const judged = this.judge(first, false)
    const fits = judged.fits[role]
    return role === 'activity'
      ? fits + Math.min(2.2, text.length / 45) - Math.min(judged.length, 100) / 80
      : fits
  }
}

/** What it is worth that a cell of the column begins with these words. */
export function beginScore(
  cell: JudgedCell,
  role: ColumnRoleKey,
  smallShare: number | null,
  smallLettered: boolean,
  above: string,
): number {
  if (role === 'number') return 0
  let score = cell.gapBefore ? 0.4 : 0
  const named = role === 'deadline' || role === 'responsible'
  if (cell.lower && !smallLettered) {
    const cost = named ? 1.5 : role === 'activity' ? 4 : 2.5
    score -=
      cost *
      (1 - (smallShare ?? (role === 'activity' ? 0.1 : 0.5))) *
      (cell.gapBefore && role !== 'activity' ? 0.5 : 1)
  }
  if (cell.tail) score -= 4
  if (role === 'responsible' && cell.deadline > 0.99 && cell.length < 50) score -= 3
  if (/^[)»,.;]/.test(cell.text)) score -= 4
  if (closesQuote(cell.text)) score -= 3
  if (cell.section && role !== 'stage' && role !== 'activity') score -= 2
  if (role === 'deadline' && lacksYear(above) && BARE_YEAR.test(cell.text)) score -= 2.5
  if (above !== '' && isOpen(above)) score -= role === 'responsible' && !above.endsWith(',') ? 1 : 2.5
  return score
}

/** What it is worth that the words go on in a cell that ends with the line above. */
export function goOnScore(cell: JudgedCell, role: ColumnRoleKey, above: string, judge: FlowJudge): number {
  if (role === 'number' || cell.empty) return -9
  const line = above.slice(above.lastIndexOf(SOFT_BREAK) + 1)
  if (cell.section && !cell.lower && !isOpen(line)) return -3
  let score = cell.gapBefore ? -2 : 0
  if (closesQuote(cell.text)) score += leavesQuote(above) ? 1.5 : -2
  if (cell.tail) score += isTailOf(cell.text, role) ? 2 : -2
  else if (isOpen(line)) score += 1.5
  else if (cell.marked) score += role === 'activity' || role === 'result' || role === 'documents' ? 0.6 : -1
  else if (cell.lower) score += 0.8
  else score -= role === 'activity' ? 1.3 : 0.5
  if (role !== 'deadline' && cell.deadline > 0.99 && cell.length < 50 && !isOpen(line) && !cell.marked)
    score -= 2.5
  if (role === 'deadline' && lacksYear(line) && BARE_YEAR.test(cell.text)) return score + 1.5
  if (role === 'deadline' || role === 'responsible') {
    if (!isOpen(line) && !cell.tail && judge.fit(role, cell.text) > 2 && judge.fit(role, above) > 2)
      score -=
        role === 'deadline'
          ? 2.2
          : cell.lower
            ? 0.4
            : namesPerson(cell.text) && !namesPerson(above)
              ? -0.6
              : 1.4
    if (role === 'responsible' && /^\p{Lu}{2,6}$/u.test(cell.text)) score += 1
    if (above.split(SOFT_BREAK).includes(cell.text)) score -= 2
  }
  return score
}

function namesPerson(words: string): boolean {
  return /\p{Lu}\.\s?\p{Lu}\.|\p{Lu}\p{Ll}+ \p{Lu}\./u.test(words)
}

/** «Года» ends a deadline, initials end a name, a bracket ends anything. */
function isTailOf(text: string, role: ColumnRoleKey): boolean {
  if (text.toLowerCase().startsWith('г')) return role === 'deadline'
  return !/^\p{Lu}/u.test(text) || role === 'responsible'
}

const BARE_YEAR = /^(?:19|20)\d\d(?:\s*(?:гг?\.?|года?))?[,;]?$/

function lacksYear(line: string): boolean {
  return line !== '' && !/(?:(?:19|20)\d\d|г\.|года?)[,;]?$/.test(line)
}

const OPEN_END =
  /(?:[,(«–—-]|(?<!\p{L})(?:и|или|а|в|во|на|о|об|по|с|со|для|от|до|к|за|при|из|у|не|между|без|через|№))$/iu

/** Whether words end where others must follow. */
function isOpen(words: string): boolean {
  if (OPEN_END.test(words)) return true
  const line = words.slice(words.lastIndexOf(SOFT_BREAK) + 1)
  return line.lastIndexOf('(') > line.lastIndexOf(')') || leavesQuote(words)
}

function leavesQuote(words: string): boolean {
  return words.lastIndexOf('«') > words.lastIndexOf('»')
}

/** Whether the words close a quotation that they did not open. */
function closesQuote(words: string): boolean {
  const close = words.indexOf('»')
  const open = words.indexOf('«')
  return close >= 0 && (open < 0 || open > close)
}

/** Whether words of a document begin with small letters even where cells begin. */
export function areSmallLettered(cells: readonly JudgedCell[]): boolean {
  const words = cells.filter((cell) => !cell.number && /\p{L}/u.test(cell.text))
  const begun = words.filter((cell) => cell.gapBefore || cell.marked)
  const sample = begun.length > 8 ? begun : words
  return sample.filter((cell) => startsLower(cell.text)).length > sample.length * 0.85
}

/** Which share of the cells begin with a small letter. */
export function lowerShare(lines: readonly { text: string; begins: boolean }[]): number {
  const begun = lines.filter(({ begins }) => begins)
  return (begun.filter(({ text }) => startsLower(text)).length + 0.5) / (begun.length + 1)
}

/** Written in capitals throughout. */
export function isLoud(text: string): boolean {
  return text.length > 6 && /\p{Lu}{3}/u.test(text) && text === text.toUpperCase()
}

/** «Исполнитель: …, тел. …»: the foot of a document. */
export function isSignature(text: string): boolean {
  return /^(?:исп(?:олнитель|\.)|куратор|директор|составил[а]?)\s*:?.*(?:тел\.|_{3})|^исполнитель:|тел\.?:?\s*[\d(+]/iu.test(
    text,
  )
}
