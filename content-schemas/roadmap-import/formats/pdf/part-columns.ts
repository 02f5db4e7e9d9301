import { lineEnds, type PlacedLine } from './placed-lines.ts'

interface Gap {
  left: number
  right: number
}

/** Gaps narrower than so many heights of a letter part words, not columns. */
const LEAST_GAP = 2.5
const LEAST_LINES = 2

/**
 * Lines of text in the order in which they are read: where two columns stand side by side, as «СОГЛАСОВАНО» and
 * «УТВЕРЖДАЮ» do, first all lines of the left, then all of the right.
 */
export function partColumns(lines: readonly PlacedLine[]): PlacedLine[] {
  const ordered: PlacedLine[] = []
  for (let at = 0; at < lines.length;) {
    const run = findRun(lines, at)
    if (run) {
      const side = (isLeft: boolean) =>
        run.lines
          .map((line) => ({
            ...line,
            words: line.words.filter((word) => word.left < run.gap.left === isLeft),
          }))
          .filter((line) => line.words.length > 0)
      ordered.push(...side(true), ...side(false))
      at += run.lines.length
    } else {
      const line = lines[at]
      if (line) ordered.push(line)
      at += 1
    }
  }
  return ordered
}

/** Lines from a place on that one gap parts, at least two of them on both its sides. */
function findRun(lines: readonly PlacedLine[], from: number): { lines: PlacedLine[]; gap: Gap } | null {
  const first = lines[from]
  let gap = first ? widestGap(first) : null
  if (!gap) return null
  const run: PlacedLine[] = []
  let both = 0
  for (const line of lines.slice(from)) {
    const narrowed = narrowGap(gap, line)
    if (!narrowed) break
    gap = narrowed
    run.push(line)
    const { left, right } = lineEnds(line)
    if (left < gap.left && right > gap.right) both += 1
  }
  return both >= LEAST_LINES ? { lines: run, gap } : null
}

function widestGap({ words }: PlacedLine): Gap | null {
  let widest: Gap | null = null
  for (const [index, word] of words.slice(1).entries()) {
    const before = words[index]
    if (!before) continue
    const gap = { left: before.left + before.width, right: word.left }
    const wide = gap.right - gap.left > word.height * LEAST_GAP
    if (wide && (!widest || gap.right - gap.left > widest.right - widest.left)) widest = gap
  }
  return widest
}

/** What of a gap no word of a line stands in; null when too little is left. */
function narrowGap(gap: Gap, { words }: PlacedLine): Gap | null {
  let { left, right } = gap
  const middle = (left + right) / 2
  for (const word of words) {
    const end = word.left + word.width
    if (end <= gap.left || word.left >= gap.right) continue
    if (word.left < middle && end < middle) left = Math.max(left, end)
    else if (word.left > middle) right = Math.min(right, word.left)
    else return null
  }
  const height = words[0]?.height ?? 10
  return right - left > height * 1.2 ? { left, right } : null
}
