/** Words of a line that stand together, at least two spaces from others, with their columns of letters. */
export interface Segment {
  text: string
  start: number
  end: number
}

/** Cuts a line into segments at runs of two or more spaces. */
export function segmentsOf(line: string): Segment[] {
  const segments: Segment[] = []
  for (const match of line.matchAll(/\S+(?: \S+)*/g)) {
    segments.push({ text: match[0], start: match.index, end: match.index + match[0].length })
  }
  return segments
}
