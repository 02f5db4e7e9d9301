import { IDENTITY, type Matrix, multiply, toMatrix, transformPoint } from './matrix.ts'
import type { PlacedWords } from './page-marks.ts'
import {
  type GraphicsState,
  numberOf,
  type OperationNumbers,
  type PageOperations,
  walkOperations,
} from './walk-operations.ts'

/** A letter, or the letters that one sign stands for, from where it begins to where the next may. */
export interface PlacedLetter {
  text: string
  x: number
  y: number
  endX: number
  endY: number
  /** Height of the letters. */
  height: number
  /** Where the line runs to, in quarters of a turn clockwise: 0 to the right, 90 downwards. */
  direction: number
}

/** What of a font the places of its letters depend on. */
export interface FontMeasures {
  fontMatrix?: unknown
  vertical?: unknown
}

const USUAL_UNIT = 0.001
/** Parts of a letter's height by which letters of a word may stand apart, before one another and beside their line. */
const WORD_GAP = 0.12
const OVERLAP = 0.4
const OFF_LINE = 0.25

/** The letters that a page shows, in the order in which it draws them. `base` turns the page's places into those wanted. */
export function readLetters(
  operations: PageOperations,
  numbers: OperationNumbers,
  base: Matrix,
  fontOf: (name: string) => FontMeasures | null,
): PlacedLetter[] {
  const letters: PlacedLetter[] = []
  let line: Matrix = IDENTITY
  let at: Matrix = IDENTITY
  const move = (x: number, y: number) => {
    line = multiply(line, [1, 0, 0, 1, x, y])
    at = line
  }
  for (const { name, args, state } of walkOperations(operations, numbers)) {
    if (name === 'beginText') line = at = IDENTITY
    else if (name === 'setTextMatrix') line = at = toMatrix(args[0]) ?? line
    else if (name === 'moveText' || name === 'setLeadingMoveText')
      move(numberOf(args[0], 0), numberOf(args[1], 0))
    else if (name === 'nextLine') move(0, state.leading)
    else if (name === 'showText' && Array.isArray(args[0])) {
      const font = fontOf(state.font)
      const shown = placeGlyphs(args[0], state, font, multiply(multiply(base, state.matrix), at))
      for (const letter of shown.letters) letters.push(letter)
      at = multiply(at, [1, 0, 0, 1, shown.width, 0])
    }
  }
  return letters
}

function placeGlyphs(
  glyphs: readonly unknown[],
  { fontSize, letterSpacing, wordSpacing, stretch, rise }: GraphicsState,
  font: FontMeasures | null,
  matrix: Matrix,
): { letters: PlacedLetter[]; width: number } {
  const unit = toMatrix(font?.fontMatrix)?.[0] ?? USUAL_UNIT
  const letters: PlacedLetter[] = []
  const height = Math.hypot(matrix[2], matrix[3]) * Math.abs(fontSize) || 10
  const direction = directionOf(matrix, fontSize)
  let x = 0
  for (const glyph of glyphs) {
    if (typeof glyph === 'number') {
      x -= (glyph * fontSize * stretch) / 1000
      continue
    }
    if (!isGlyph(glyph)) continue
    const spacing = letterSpacing + (glyph.isSpace === true ? wordSpacing : 0)
    const width = numberOf(glyph.width, 0) * unit * fontSize * stretch
    const [left, top] = transformPoint(matrix, x, rise)
    const [endX, endY] = transformPoint(matrix, x + width, rise)
    if (font?.vertical !== true)
      letters.push({ text: lettersOf(glyph.unicode), x: left, y: top, endX, endY, height, direction })
    x += width + spacing * stretch
  }
  return { letters, width: x }
}

function isGlyph(value: unknown): value is { unicode: string; width?: unknown; isSpace?: unknown } {
  return (
    typeof value === 'object' && value !== null && 'unicode' in value && typeof value.unicode === 'string'
  )
}

/** Joined letters one by one, and the bullets of fonts of signs as bullets. */
function lettersOf(unicode: string): string {
  return unicode
    .replaceAll(/[\uFB00-\uFB06]/g, (joined) => joined.normalize('NFKC'))
    .replaceAll(/[\uF0A7\uF0B7\uF076\uF0D8\uF0FC\u25AA\u25CF]/g, '•')
}

function directionOf([a, b]: Matrix, size: number): number {
  const turn = Math.round(Math.atan2(b * Math.sign(size || 1), a * Math.sign(size || 1)) / (Math.PI / 2)) * 90
  return (turn + 360) % 360
}

/** Letters that follow each other without a gap, as words, in the order of the letters; words drawn twice stand once. */
export function joinLetters(letters: readonly PlacedLetter[]): PlacedWords[] {
  const words: PlacedWords[] = []
  const drawn = new Set<string>()
  let open: PlacedLetter[] = []
  const close = () => {
    const word = wordOf(open)
    open = []
    if (!word) return
    const key = `${word.text}|${Math.round(word.left / 2)}|${Math.round(word.baseline / 2)}`
    if (drawn.has(key)) return
    drawn.add(key)
    words.push(word)
  }
  for (const letter of letters) {
    const last = open.at(-1)
    const blank = letter.text.trim() === ''
    if (last && (blank || !follows(last, letter))) close()
    if (!blank) open.push(letter)
  }
  close()
  return words
}

function follows(last: PlacedLetter, next: PlacedLetter): boolean {
  if (last.direction !== next.direction) return false
  const [along, beside] = distance(last, next)
  return along < last.height * WORD_GAP && along > -last.height * OVERLAP && beside < last.height * OFF_LINE
}

/** How far the next letter stands from the end of the last: along the line and beside it. */
function distance(last: PlacedLetter, next: PlacedLetter): [along: number, beside: number] {
  const [x, y] = [next.x - last.endX, next.y - last.endY]
  switch (last.direction) {
    case 90:
      return [y, Math.abs(x)]
    case 180:
      return [-x, Math.abs(y)]
    case 270:
      return [-y, Math.abs(x)]
    default:
      return [x, Math.abs(y)]
  }
}

function wordOf(letters: readonly PlacedLetter[]): PlacedWords | null {
  const [first] = letters
  const last = letters.at(-1)
  if (!first || !last) return null
  const text = letters.map((letter) => letter.text).join('')
  const width = Math.hypot(last.endX - first.x, last.endY - first.y)
  const place = { text, width, height: first.height }
  if (first.direction === 90) return { ...place, left: first.x, baseline: first.y, turned: 'down' }
  if (first.direction === 270) return { ...place, left: first.x, baseline: first.y, turned: 'up' }
  return { ...place, left: Math.min(first.x, last.endX), baseline: first.y }
}
