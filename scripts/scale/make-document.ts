/** A generated document, as it goes into a lake. */
export interface ScaleDocument {
  _id: string
  _type: string
  _createdAt: string
  [field: string]: unknown
}

/** A strong reference. */
export function refer(id: string): { _type: 'reference'; _ref: string } {
  return { _type: 'reference', _ref: id }
}

/** Strong references as an array needs them. */
export function referAll(ids: readonly string[]): { _type: 'reference'; _ref: string; _key: string }[] {
  return ids.map((id, place) => ({ ...refer(id), _key: `r${place + 1}` }))
}

export function slugOf(current: string): { _type: 'slug'; current: string } {
  return { _type: 'slug', current }
}

/** Paragraphs, with every third of them below a heading, as rich text. */
export function richText(paragraphs: readonly string[], headings: readonly string[]): unknown[] {
  const blocks: unknown[] = []
  paragraphs.forEach((text, place) => {
    const heading = place % 3 === 0 ? headings[place / 3] : undefined
    if (heading !== undefined) blocks.push(blockOf(heading, 'h2', blocks.length))
    blocks.push(blockOf(text, 'normal', blocks.length))
  })
  return blocks
}

function blockOf(text: string, style: string, place: number) {
  return {
    _type: 'block',
    _key: `b${place}`,
    style,
    markDefs: [],
    children: [{ _type: 'span', _key: `b${place}s`, text, marks: [] }],
  }
}

/** The day so many days after another, ISO date. */
export function addDays(day: string, days: number): string {
  return new Date(Date.parse(day) + days * 86_400_000).toISOString().slice(0, 10)
}
