import { isHorizontal, type Rule } from './page-marks.ts'

/** A cell of a table that is drawn with lines; places in points, rows and columns from 0. */
export interface RuledCell {
  left: number
  right: number
  top: number
  bottom: number
  row: number
  down: number
  column: number
  across: number
  /** Width of the longest line of the cell's column, where nothing draws how wide the cell is. */
  longestLine?: number
}

export interface RuledGrid {
  /** Places of the lines between columns, the outer ones included. */
  xs: number[]
  ys: number[]
  cells: RuledCell[]
}

/** Lines drawn nearer than this are one line. */
const SAME_LINE = 2.5
/** Ends of lines that come as near as this meet. */
const MEETING = 4
const MAX_LINES = 3000
const MAX_COLUMNS = 60
const MAX_ROWS = 1500
/** Part of a cell's side that a line must cover to part two cells. */
const PARTING = 0.6

/** Tables that lines draw on a page, from top to bottom; a frame around a text is none. */
export function findRuledGrids(rules: readonly Rule[]): RuledGrid[] {
  const across = joinLines(rules.filter(isHorizontal))
  const down = joinLines(rules.filter((rule) => !isHorizontal(rule)).map(turn)).map(turn)
  if (across.length > MAX_LINES || down.length > MAX_LINES) return []
  return groupMeeting(across, down)
    .flatMap((group) => buildGrid(group.across, group.down) ?? [])
    .toSorted((one, other) => (one.ys[0] ?? 0) - (other.ys[0] ?? 0))
}

function turn({ left, right, top, bottom }: Rule): Rule {
  return { left: top, right: bottom, top: left, bottom: right }
}

/** Puts the pieces of horizontal lines together. */
function joinLines(pieces: readonly Rule[]): Rule[] {
  const rows: Rule[][] = []
  for (const piece of pieces.toSorted((one, other) => one.top - other.top)) {
    const row = rows.at(-1)
    if (row && piece.top - (row[0]?.top ?? 0) <= SAME_LINE) row.push(piece)
    else rows.push([piece])
  }
  return rows.flatMap((row) => {
    const joined: Rule[] = []
    for (const piece of row.toSorted((one, other) => one.left - other.left)) {
      const last = joined.at(-1)
      if (last && piece.left - last.right <= MEETING) last.right = Math.max(last.right, piece.right)
      else joined.push({ ...piece })
    }
    return joined
  })
}

interface LineGroup {
  across: Rule[]
  down: Rule[]
}

/** Lines that meet, directly or through others. */
function groupMeeting(across: readonly Rule[], down: readonly Rule[]): LineGroup[] {
  const parents = Array.from({ length: across.length + down.length }, (_, index) => index)
  const rootOf = (index: number) => {
    let at = index
    while (parents[at] !== at) {
      parents[at] = parents[parents[at] ?? at] ?? at
      at = parents[at] ?? at
    }
    return at
  }
  for (const [index, line] of across.entries()) {
    for (const [at, post] of down.entries()) {
      if (meet(line, post)) parents[rootOf(index)] = rootOf(across.length + at)
    }
  }
  const groups = new Map<number, LineGroup>()
  const groupOf = (index: number) => {
    const root = rootOf(index)
    const group = groups.get(root) ?? { across: [], down: [] }
    groups.set(root, group)
    return group
  }
  for (const [index, line] of across.entries()) groupOf(index).across.push(line)
  for (const [index, post] of down.entries()) groupOf(across.length + index).down.push(post)
  return [...groups.values()]
}

function meet(line: Rule, post: Rule): boolean {
  return (
    post.left >= line.left - MEETING &&
    post.left <= line.right + MEETING &&
    line.top >= post.top - MEETING &&
    line.top <= post.bottom + MEETING
  )
}

function buildGrid(across: readonly Rule[], down: readonly Rule[]): RuledGrid | null {
  if (across.length === 0 || down.length === 0) return null
  const xs = cluster([
    ...down.map((post) => post.left),
    ...across.flatMap(({ left, right }) => [left, right]),
  ])
  const ys = cluster([...across.map((line) => line.top), ...down.flatMap(({ top, bottom }) => [top, bottom])])
  const columns = xs.length - 1
  const rows = ys.length - 1
  if (columns < 2 || rows < 1 || columns > MAX_COLUMNS || rows > MAX_ROWS) return null
  const partedRight = markParted(down.map(turn), ys, xs)
  const partedBelow = markParted(across, xs, ys)
  const owner = Array.from({ length: rows * columns }, () => -1)
  const cells: RuledCell[] = []
  for (let unit = 0; unit < owner.length; unit += 1) {
    if (owner[unit] !== -1) continue
    const members = [unit]
    owner[unit] = cells.length
    for (const member of members) {
      const row = Math.floor(member / columns)
      const column = member % columns
      const step = (open: boolean, to: number) => {
        if (!open || owner[to] !== -1) return
        owner[to] = cells.length
        members.push(to)
      }
      step(column + 1 < columns && isUnparted(partedRight, column + 1, row), member + 1)
      step(column > 0 && isUnparted(partedRight, column, row), member - 1)
      step(row + 1 < rows && isUnparted(partedBelow, row + 1, column), member + columns)
      step(row > 0 && isUnparted(partedBelow, row, column), member - columns)
    }
    cells.push(boundCell(members, columns, xs, ys))
  }
  return cells.length < 3 ? null : { xs, ys, cells }
}

function isUnparted(parted: ReadonlySet<string>, line: number, band: number): boolean {
  return !parted.has(`${line}:${band}`)
}

/** For each place among `lines`, the bands between `ends` that a line at that place covers. */
function markParted(rules: readonly Rule[], ends: readonly number[], lines: readonly number[]): Set<string> {
  const covered = new Map<string, number>()
  for (const rule of rules) {
    const line = lines.findIndex((place) => Math.abs(place - rule.top) <= MEETING)
    if (line < 0) continue
    for (const [band, start] of ends.slice(0, -1).entries()) {
      const end = ends[band + 1] ?? start
      const length = Math.min(end, rule.right) - Math.max(start, rule.left)
      if (length <= 0) continue
      const key = `${line}:${band}`
      covered.set(key, (covered.get(key) ?? 0) + length / Math.max(0.01, end - start))
    }
  }
  return new Set([...covered].filter(([, share]) => share >= PARTING).map(([key]) => key))
}

function boundCell(
  members: readonly number[],
  columns: number,
  xs: readonly number[],
  ys: readonly number[],
): RuledCell {
  let [row, lastRow, column, lastColumn] = [Number.POSITIVE_INFINITY, 0, Number.POSITIVE_INFINITY, 0]
  for (const member of members) {
    row = Math.min(row, Math.floor(member / columns))
    lastRow = Math.max(lastRow, Math.floor(member / columns))
    column = Math.min(column, member % columns)
    lastColumn = Math.max(lastColumn, member % columns)
  }
  return {
    row,
    down: lastRow - row + 1,
    column,
    across: lastColumn - column + 1,
    left: xs[column] ?? 0,
    right: xs[lastColumn + 1] ?? 0,
    top: ys[row] ?? 0,
    bottom: ys[lastRow + 1] ?? 0,
  }
}

function cluster(places: readonly number[]): number[] {
  const kept: number[] = []
  for (const place of places.toSorted((one, other) => one - other)) {
    const last = kept.at(-1)
    if (last === undefined || place - last > MEETING) kept.push(place)
  }
  return kept
}
