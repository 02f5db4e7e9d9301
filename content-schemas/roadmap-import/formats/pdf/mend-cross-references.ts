/** A section of the table that tells where the objects of a .pdf begin. */
const SECTION = /\bxref\s+((?:\d{1,10} \d{1,10}\s+(?:\d{10} \d{5} [fn]\s*)*)+)/g
const SUBSECTION = /(\d{1,10}) \d{1,10}\s+((?:\d{10} \d{5} [fn]\s*)*)/g
const ENTRY = /(\d{10}) (\d{5}) ([fn])/g
const POINTER = /startxref/g
const OBJECT = /\b(\d{1,10})\s{1,20}\d{1,5}\s{1,20}obj\b/g
/** Where the table of objects does not help, a reader tries those written again, each maybe to the end of the file. */
const MAX_BYTES_READ = 100_000_000

/**
 * The bytes of a .pdf; where its table of objects points at wrong places, without the pointer to that table, so that a
 * reader looks for the objects itself, for one that trusts such a table fails beyond what its caller can catch. Where
 * objects are written again very often, only the last of each is left.
 */
export function mendCrossReferences(bytes: Uint8Array): Uint8Array {
  const text = new TextDecoder('latin1').decode(bytes)
  const start = Math.max(0, text.indexOf('%PDF-'))
  const mended = Uint8Array.from(bytes)
  for (const { index, 0: head } of findOverwritten(text)) mended.fill(0x20, index, index + head.length)
  if (pointsRight(text, start)) return mended
  for (const { index, 0: word } of text.matchAll(POINTER)) mended.fill(0x20, index, index + word.length)
  return mended
}

/** Heads of objects that are written again further on; none where a reader may as well try them all. */
function findOverwritten(text: string): RegExpExecArray[] {
  const last = new Map<string, RegExpExecArray>()
  const overwritten: RegExpExecArray[] = []
  for (const object of text.matchAll(OBJECT)) {
    const number = object[1] ?? ''
    const above = last.get(number)
    if (above) overwritten.push(above)
    last.set(number, object)
  }
  return overwritten.length * text.length > MAX_BYTES_READ ? overwritten : []
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
