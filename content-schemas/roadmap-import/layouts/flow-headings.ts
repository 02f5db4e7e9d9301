import type { ColumnRoleKey } from '../../vocabulary/column-roles.ts'
import { SINGLE_ROLES } from '../table/assign-roles.ts'
import { roleOfHeading } from '../table/column-roles.ts'
import type { FlowLine } from './flow-lines.ts'
import { goesOnIn, isHeadingLine, startsHeading } from './heading-words.ts'

/** A heading of a column, and the first of the lines it was printed on. */
export interface FlowHeading {
  line: number
  role: ColumnRoleKey
  heading: string
}

/** The headings of a table and every line that holds some of their words, also where they are printed again. */
export interface FlowHeader {
  headings: FlowHeading[]
  printed: ReadonlySet<number>
  /** The line at which another table begins, or the number of lines. */
  end: number
}

/** A list of pairs, or a heading that only such a list has. */
const OTHER_TABLE =
  /^(?:№\s+)?ф\.?\s?и\.?\s?о\.?\s+(?:наставник|наставляем|педагог|молод|обучающ)|^список (?:наставнических )?пар(?!\p{L})/iu
const MAX_COLUMNS = 9
const LEAST_HEADINGS = 3

/**
 * The headings of the columns, wherever cells were printed between them; null when they are too few to be a table's.
 */
export function findFlowHeader(lines: readonly FlowLine[]): FlowHeader | null {
  return findHeader(lines, false) ?? findHeader(lines, true)
}

/** Headings begin with capitals, or all of them with small letters. */
function findHeader(lines: readonly FlowLine[], small: boolean): FlowHeader | null {
  const runs = headingRuns(lines)
  for (const [index, first] of runs.entries()) {
    const page = lines[first[0] ?? 0]?.page
    const chosen: FlowHeading[] = []
    const printed = new Set<number>()
    for (const run of runs.slice(index)) {
      if (lines[run[0] ?? 0]?.page !== page) break
      const near = chosen.length === 0 || printed.has((run[0] ?? 0) - 1)
      const found = readRun(lines, run, small).filter(
        (heading) => !isKnown(chosen, heading) && (near || isPlain(heading)),
      )
      if (found.length === 0 && run.length > 0 && !isStray(lines, run, printed)) continue
      chosen.push(...found)
      for (const line of run) printed.add(line)
    }
    if (!makeTable(chosen)) continue
    for (const line of findRepeats(lines, runs.slice(index), chosen, small)) printed.add(line)
    const last = Math.max(...chosen.map(({ line }) => line))
    const other = lines.findIndex(({ text }, at) => at > last && OTHER_TABLE.test(text))
    return { headings: chosen, printed, end: other < 0 ? lines.length : other }
  }
  return null
}

/** Lines that print headings of the table again: at least two of them, near to each other. */
function findRepeats(
  lines: readonly FlowLine[],
  runs: readonly (readonly number[])[],
  headings: readonly FlowHeading[],
  small: boolean,
): number[] {
  const words = new Set(headings.map(({ heading }) => fold(heading)))
  const again = runs.flatMap((run) => {
    const found = readRun(lines, run, small).map(({ heading }) => fold(heading))
    return found.length > 0 && found.every((heading) => words.has(heading)) ? [{ run, found }] : []
  })
  return again.flatMap(({ run }) => {
    const from = run[0] ?? 0
    const near = again.filter((other) => Math.abs((other.run[0] ?? 0) - from) <= headings.length * 2)
    return new Set(near.flatMap(({ found }) => found)).size >= 2 ? run : []
  })
}

/** Lines of small words right under a heading: what is left of one that others were printed across. */
function isStray(lines: readonly FlowLine[], run: readonly number[], printed: ReadonlySet<number>): boolean {
  return printed.has((run[0] ?? 0) - 1) && run.every((line) => !startsHeading(lines[line]?.text ?? ''))
}

function isKnown(chosen: readonly FlowHeading[], { role, heading }: FlowHeading): boolean {
  if (chosen.length >= MAX_COLUMNS) return true
  if (chosen.some((known) => fold(known.heading) === fold(heading))) return true
  return SINGLE_ROLES.includes(role) && role !== 'deadline' && chosen.some((known) => known.role === role)
}

function makeTable(headings: readonly FlowHeading[]): boolean {
  const roles = new Set(headings.map(({ role }) => role))
  const named = roles.has('deadline') || roles.has('responsible')
  return (
    headings.length >= LEAST_HEADINGS &&
    roles.size >= LEAST_HEADINGS &&
    named &&
    (roles.has('activity') || roles.has('stage'))
  )
}

/** Lines that stand together and hold nothing but words of headings. */
function headingRuns(lines: readonly FlowLine[]): number[][] {
  const runs: number[][] = []
  for (const [index, line] of lines.entries()) {
    const joined = index > 0 ? joinTorn(lines[index - 1]?.text ?? '', line.text) : null
    const torn = joined !== null && runs.at(-1)?.at(-1) === index - 1 && !line.first
    if (!torn && !isHeadingLine(line.text)) {
      const next = lines[index + 1]
      const halves = next && !next.first ? joinTorn(line.text, next.text) : null
      if (halves === null || !isHeadingLine(halves)) continue
    }
    if (!line.first && runs.at(-1)?.at(-1) === index - 1) runs.at(-1)?.push(index)
    else runs.push([index])
  }
  return runs
}

/** «Ответственны» over «й исполнитель»: a word that a narrow column tore. */
function joinTorn(above: string, line: string): string | null {
  const end = /^\p{Ll}{1,3}(?= |$)/u.exec(line)?.[0]
  if (end === undefined || /^(?:и|или|за|о|об|по|на|в|для|с|к|из|п)$/.test(end)) return null
  const whole = `${/\S+$/.exec(above)?.[0] ?? ''}${end}`
  return isHeadingLine(whole) ? `${above}${line}` : null
}

/** The headings in some lines: each begins with a capital; small words go on in those above, from left to right. */
function readRun(lines: readonly FlowLine[], run: readonly number[], small: boolean): FlowHeading[] {
  const found: { line: number; words: string[] }[] = []
  let open: { line: number; words: string[] }[] = []
  for (const line of run) {
    const text = lines[line]?.text ?? ''
    const above = open.at(-1)
    if (above && joinTorn(above.words.join(' '), text) !== null) {
      above.words[above.words.length - 1] += text
      continue
    }
    const words = text.split(' ')
    const first = words.findIndex((word) => startsHeading(word))
    const tail = words.slice(0, first < 0 ? words.length : first)
    if (small) {
      found.push({ line, words })
      continue
    }
    spread(
      tail.filter((word) => !numbers(found, word)),
      open,
    )
    if (first < 0) continue
    open = []
    for (const word of words.slice(first)) {
      const last = open.at(-1)
      if (!last || (startsHeading(word) && !goesOnFrom(last.words, word))) {
        open.push({ line, words: [word] })
      } else last.words.push(word)
    }
    found.push(...open)
  }
  return found.flatMap(({ line: at, words }) => {
    const heading = words.join(' ').replace(/п\s?\/\s?п/, 'п/п')
    const role = roleOfHeading(heading)
    return role === null ||
      /^нормативн\p{L}+$/iu.test(heading) ||
      (words.length === 1 && /^[а-яё]{1,3}$/i.test(heading))
      ? []
      : [{ line: at, role, heading }]
  })
}

/** «п/п» goes on from «№», wherever in the run it stands. */
function numbers(found: readonly { words: string[] }[], word: string): boolean {
  const sign = /^п(?:\/п?)?\.?$/.test(word)
    ? found.find(({ words }) => /^(?:№|N)/.test(words[0] ?? ''))
    : undefined
  sign?.words.push(word)
  return sign !== undefined
}

/** Words that name a column wherever on the page they stand; others do so only beside them. */
function isPlain({ role, heading }: FlowHeading): boolean {
  if (role === 'number') return /№|п\/п|^N/.test(heading)
  if (role !== 'other' && role !== 'documents')
    return !/^\p{L}+(?:ое|ая|ые|ый|ий|ия)$/u.test(heading) || /^(?:ответств|мероприятия)/i.test(heading)
  return /^(?:отметк|примечан|место|целев|форм[аы]|риск|ресурс|участник|категори|документы?$|подтвержда|вид |возможн|способ|комментар)/i.test(
    heading,
  )
}

function goesOnFrom(above: readonly string[], word: string): boolean {
  return (
    /^(?:и|или|по|за|о|об|\/)$|[(,/]$/.test(above.at(-1) ?? '') ||
    (/^(?:ФИО|Ф\.)/.test(word) && above.length > 0 && above[0] !== '№')
  )
}

/** Gives words to the headings above them, none of them to the left of the one before. */
function spread(words: readonly string[], open: readonly { words: string[] }[]): void {
  let at = 0
  for (const word of words) {
    const fit = open.findIndex(({ words: own }, index) => {
      const role = index >= at ? (roleOfHeading(own.join(' ')) ?? roleOfHeading(own[0] ?? '')) : null
      return role !== null && goesOnIn(role, word) && !own.slice(1).includes(word)
    })
    at = fit >= 0 ? fit : Math.min(at, open.length - 1)
    open[at]?.words.push(word)
  }
}

function fold(words: string): string {
  return words.toLowerCase().replaceAll(/[^\p{L}\p{N}№]/gu, '')
}
