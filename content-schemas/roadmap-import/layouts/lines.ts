import type { ColumnRoleKey } from '../../vocabulary/column-roles.ts'
import {
  BlockCollector,
  makeRow,
  type NeutralBlock,
  type NeutralRow,
  SOFT_BREAK,
} from '../neutral-document.ts'
import { countHeadings, roleOfHeading } from '../table/column-roles.ts'
import { isNumberMark } from '../table/number-mark.ts'
import { judgeLine, type JudgedLine, linkScore, lineScore } from './line-scores.ts'

const MAX_HEADER_LINES = 30
const SECTION_LINE =
  /^(?:[IVXІХ]{1,5}[.)]\s+\S|(?:[IVXІХ\d]{1,4}\s+)?(?:этап|раздел|блок|направление|модуль)(?![а-я]))/iu
const MAX_LINES = 200_000

/**
 * A table of which only the words are left, cell after cell, a cell on one or several lines, empty cells lost
 * (`pdftotext` without `-layout`, copies from a viewer). Each line is given to the column it fits best, so that
 * the whole reads as rows of the header's columns from left to right (the best path, found line by line).
 */
export function readLines(text: string): NeutralBlock[] | null {
  const lines = text.replaceAll('\f', '\n').split('\n')
  if (lines.length > MAX_LINES) return null
  const header = findHeader(lines)
  if (!header) return null
  const collector = new BlockCollector()
  for (const line of lines.slice(0, header.from)) collector.addLine(line)
  const roles = header.headings.map((heading) => roleOfHeading(heading) ?? 'other')
  const body = dropRepeatedHeadings(judge(lines.slice(header.to)), header.headings)
  const rows = splitSections(body, roles).flatMap((piece) =>
    Array.isArray(piece) ? toRows(piece, roles) : [piece],
  )
  collector.addTable([makeRow(header.headings), ...rows])
  return collector.blocks
}

function findHeader(lines: readonly string[]): { from: number; to: number; headings: string[] } | null {
  for (let from = 0; from < lines.length; from += 1) {
    const role = roleOfHeading(lines[from] ?? '')
    if (role === null || role === 'other' || role === 'result' || role === 'documents') continue
    const { headings, to } = readHeadings(lines, from)
    if (headings.length >= 3 && countHeadings(headings) >= 3) return { from, to, headings }
  }
  return null
}

function readHeadings(lines: readonly string[], from: number): { headings: string[]; to: number } {
  const headings: string[] = []
  let to = from
  let blank = false
  for (let at = from; at < Math.min(lines.length, from + MAX_HEADER_LINES); at += 1) {
    const line = (lines[at] ?? '').trim()
    if (line === '') {
      blank = true
      continue
    }
    if (isNumberMark(line) || line.length > 80) break
    const goesOn = headings.length > 0 && /^(?:[\p{Ll}(/]|п\s?\/\s?п)/u.test(line)
    const role = roleOfHeading(line)
    if (goesOn && (!blank || role === null)) headings.push(`${headings.pop() ?? ''} ${line}`)
    else if (role !== null || (!blank && headings.length < 2)) headings.push(line)
    else break
    blank = false
    to = at + 1
  }
  return { headings, to }
}

function judge(lines: readonly string[]): JudgedLine[] {
  const judged: JudgedLine[] = []
  let blank = false
  for (const line of lines) {
    if (line.trim() === '') blank = true
    else {
      judged.push(judgeLine(line.trim(), blank))
      blank = false
    }
  }
  return judged
}

/** Headings printed again, and the numbers of the columns («1», «2», … under each other), are no rows. */
function dropRepeatedHeadings(lines: readonly JudgedLine[], headings: readonly string[]): JudgedLine[] {
  const words = new Set(headings.map((heading) => heading.toLowerCase()))
  const kept: JudgedLine[] = []
  for (let index = 0; index < lines.length; index += 1) {
    const line = lines[index]
    if (!line || (words.has(line.text.toLowerCase()) && !line.number)) continue
    if (countsColumns(lines, index, headings.length)) index += headings.length - 1
    else kept.push(line)
  }
  return kept
}

function countsColumns(lines: readonly JudgedLine[], from: number, width: number): boolean {
  for (let at = 0; at < width; at += 1) if (lines[from + at]?.text !== `${at + 1}`) return false
  return true
}

/** Headings of sections stand between the rows where no column holds the stages. */
function splitSections(
  lines: readonly JudgedLine[],
  roles: readonly ColumnRoleKey[],
): (JudgedLine[] | NeutralRow)[] {
  if (roles.includes('stage')) return [[...lines]]
  const pieces: (JudgedLine[] | NeutralRow)[] = []
  for (const line of lines) {
    const last = pieces.at(-1)
    const section = SECTION_LINE.test(line.text) && line.text.length < 200
    if (section) pieces.push({ cells: [line.text], gapBefore: true, spanning: true })
    else if (Array.isArray(last)) last.push(line)
    else if (last && line.lower && line.responsible < 0.5 && !line.number)
      last.cells = [`${last.cells[0] ?? ''} ${line.text}`]
    else pieces.push([line])
  }
  return pieces
}

/** The best way of giving lines to columns; rows begin where the path goes back to the left. */
function toRows(lines: readonly JudgedLine[], roles: readonly ColumnRoleKey[]): NeutralRow[] {
  const width = roles.length
  const states = width * 2
  let scores = new Float64Array(states).fill(Number.NEGATIVE_INFINITY)
  const back: Uint8Array[] = []
  for (const [index, line] of lines.entries()) {
    const next = new Float64Array(states).fill(Number.NEGATIVE_INFINITY)
    const from = new Uint8Array(states)
    for (let column = 0; column < width; column += 1) {
      const own = lineScore(line, roles[column] ?? 'other')
      for (const fresh of [0, 1]) {
        const state = column * 2 + fresh
        if (index === 0) {
          next[state] = fresh === 1 ? own - column : Number.NEGATIVE_INFINITY
          continue
        }
        for (let previous = 0; previous < states; previous += 1) {
          const before = previous >> 1
          const link = linkScore({
            before,
            column,
            fresh: fresh === 1,
            roles,
            line,
            previous: lines[index - 1],
          })
          const score = (scores[previous] ?? 0) + link + own
          if (score > (next[state] ?? 0)) {
            next[state] = score
            from[state] = previous
          }
        }
      }
    }
    back.push(from)
    scores = next
  }
  return walkBack(lines, back, scores, width)
}

function walkBack(
  lines: readonly JudgedLine[],
  back: readonly Uint8Array[],
  scores: Float64Array,
  width: number,
): NeutralRow[] {
  let state = scores.reduce((best, score, index) => (score > (scores[best] ?? 0) ? index : best), 0)
  const path: number[] = []
  for (let index = lines.length - 1; index >= 0; index -= 1) {
    path.push(state)
    state = back[index]?.[state] ?? 0
  }
  const rows: NeutralRow[] = []
  for (const [index, line] of lines.entries()) {
    const place = path[lines.length - 1 - index] ?? 0
    const column = place >> 1
    const row = rows.at(-1)
    if (place % 2 === 1 || !row) {
      rows.push(
        makeRow(
          Array.from({ length: width }, (_, at) => (at === column ? line.text : '')),
          line.blankBefore,
        ),
      )
    } else {
      const cell = row.cells[column] ?? ''
      row.cells[column] = cell === '' ? line.text : `${cell}${SOFT_BREAK}${line.text}`
    }
  }
  return rows.map((row) => ({ ...row, begins: row.cells.filter((cell) => cell !== '').length > 1 }))
}
