/** A section of the table that tells where the objects of a .pdf begin. */
const SECTION = /\bxref\s+((?:\d{1,10} \d{1,10}\s+(?:\d{10} \d{5} [fn]\s*)*)+)/g
const SUBSECTION = /(\d{1,10}) \d{1,10}\s+((?:\d{10} \d{5} [fn]\s*)*)/g
const ENTRY = /(\d{10}) (\d{5}) ([fn])/g
const POINTER = /startxref/g

/**
 * The bytes of a .pdf; where its table of objects points at wrong places, without the pointer to that table, so that a
 * reader looks for the objects itself. A reader that trusts such a table fails beyond what its caller can catch.
 */
export function mendCrossReferences(bytes: Uint8Array): Uint8Array {
  const text = new TextDecoder('latin1').decode(bytes)
  const start = Math.max(0, text.indexOf('%PDF-'))
  const mended = Uint8Array.from(bytes)
  if (pointsRight(text, start)) return mended
  for (const { index, 0: word } of text.matchAll(POINTER)) mended.fill(0x20, index, index + word.length)
  return mended
}

function pointsRight(text: string, start: number): boolean {
  const sections = [...text.matchAll(SECTION)]
  const tables = text.match(/\bxref\s/g)?.length ?? 0
  return (
    sections.length === tables &&
    sections.every(([, entries]) => sectionPointsRight(text, start, entries ?? ''))
  )
}

function sectionPointsRight(text: string, start: number, subsections: string): boolean {
  for (const [, first, entries] of subsections.matchAll(SUBSECTION)) {
    let number = Number(first)
    for (const [, place, generation, kind] of (entries ?? '').matchAll(ENTRY)) {
      const at = Number(place)
      const head = `${number} ${Number(generation)} obj`
      const found = [at, at + start].some((offset) =>
        text
          .slice(offset, offset + 40)
          .trimStart()
          .startsWith(head),
      )
      if (kind === 'n' && !found) return false
      number += 1
    }
  }
  return true
}
