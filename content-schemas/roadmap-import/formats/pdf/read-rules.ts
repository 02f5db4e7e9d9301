import type { Rule } from './page-marks.ts'
import { type Matrix, multiply, transformPoint } from './matrix.ts'
import { type OperationNumbers, type PageOperations, walkOperations } from './walk-operations.ts'

/** Rectangles thinner than this, in points, are lines. */
const THIN = 3.5
/** Lines shorter than this are parts of letters and pictures. */
const SHORTEST = 3
const MAX_RULES = 40_000
const MOVE = 0
const LINE = 1
const CLOSE = 4
/** How many numbers follow each step of a path. */
const STEP_NUMBERS: Readonly<Record<number, number>> = { 0: 2, 1: 2, 2: 6, 3: 4, 4: 0 }

/**
 * The straight lines that a page draws, as lines or as thin filled rectangles; white ones are not seen and left out.
 * `base` turns the page's places into those that are wanted.
 */
export function readRules(operations: PageOperations, numbers: OperationNumbers, base: Matrix): Rule[] {
  const rules: Rule[] = []
  const stroking = new Set(
    ['stroke', 'closeStroke', 'fillStroke', 'eoFillStroke', 'closeFillStroke', 'closeEOFillStroke'].map(
      (name) => numbers[name],
    ),
  )
  const filling = new Set(['fill', 'eoFill'].map((name) => numbers[name]))
  for (const { name, args, state } of walkOperations(operations, numbers)) {
    if (rules.length > MAX_RULES) break
    if (name !== 'constructPath') continue
    const strokes = stroking.has(Number(args[0]))
    if (!strokes && !filling.has(Number(args[0]))) continue
    if ((strokes ? state.stroke : state.fill).toLowerCase() === '#ffffff') continue
    rules.push(...readPath(args[1], multiply(base, state.matrix), strokes))
  }
  return rules
}

function readPath(parts: unknown, matrix: Matrix, strokes: boolean): Rule[] {
  const rules: Rule[] = []
  for (const part of Array.isArray(parts) ? parts : [parts]) {
    if (!ArrayBuffer.isView(part) && !Array.isArray(part)) continue
    const path = Array.from(Object.values(part), Number)
    for (const points of subpaths(path, matrix))
      rules.push(...(strokes ? strokeRules(points) : fillRules(points)))
  }
  return rules
}

type Point = readonly [x: number, y: number]

/** The corners of every piece of a path; a curve counts as the line between its ends. */
function subpaths(path: readonly number[], matrix: Matrix): Point[][] {
  const pieces: Point[][] = []
  for (let at = 0; at < path.length;) {
    const step = path[at] ?? CLOSE
    const count = STEP_NUMBERS[step] ?? 0
    const end = at + 1 + count
    const current = pieces.at(-1)
    if (count > 0) {
      const point = transformPoint(matrix, path[end - 2] ?? 0, path[end - 1] ?? 0)
      if (step === MOVE || !current) pieces.push([point])
      else if (step === LINE) current.push(point)
      else pieces.push([point])
    } else if (step === CLOSE && current?.[0]) current.push(current[0])
    at = end
  }
  return pieces
}

function strokeRules(points: readonly Point[]): Rule[] {
  const thin = fillRules(points)
  if (points.length > 3 && thin.length > 0) return thin
  return points.slice(1).flatMap((point, index) => {
    const [x, y] = points[index] ?? point
    return toRule(x, y, point[0], point[1])
  })
}

/** A filled shape is a line when it is thin. */
function fillRules(points: readonly Point[]): Rule[] {
  if (points.length < 2) return []
  const xs = points.map(([x]) => x)
  const ys = points.map(([, y]) => y)
  const [left, right, top, bottom] = [Math.min(...xs), Math.max(...xs), Math.min(...ys), Math.max(...ys)]
  if (bottom - top <= THIN && right - left > bottom - top) {
    return toRule(left, (top + bottom) / 2, right, (top + bottom) / 2)
  }
  if (right - left <= THIN) return toRule((left + right) / 2, top, (left + right) / 2, bottom)
  return []
}

function toRule(x: number, y: number, toX: number, toY: number): Rule[] {
  const [left, right] = x < toX ? [x, toX] : [toX, x]
  const [top, bottom] = y < toY ? [y, toY] : [toY, y]
  const across = right - left
  const down = bottom - top
  if (across > 1 && down > 1) return []
  return Math.max(across, down) < SHORTEST ? [] : [{ left, right, top, bottom }]
}
