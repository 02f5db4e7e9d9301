import { SOFT_BREAK } from '../neutral-document.ts'

const LINE_BREAKS = new RegExp(`[\\n${SOFT_BREAK}]`)

/** One line of words: breaks become spaces, «научно-⏎методический» is put together, runs of spaces shrink. */
export function flattenWords(text: string): string {
  return text
    .replaceAll(new RegExp(`(\\p{L})-[ \\t]*[\\n${SOFT_BREAK}]\\s*(?=\\p{Ll})`, 'gu'), '$1-')
    .replaceAll(/\s+/g, ' ')
    .replaceAll(/(?<=[«(]) | (?=[»)])/g, '')
    .trim()
}

/** Lines of a cell, each trimmed; both kinds of breaks part lines. */
export function linesOf(text: string): string[] {
  return text.split(LINE_BREAKS).map((line) => line.trim())
}

/** Whether the words begin with a small letter: they go on from something before. */
export function startsLower(text: string): boolean {
  return /^[\s«"(]*\p{Ll}/u.test(text)
}

/** Whether the words end like a finished sentence or list item. */
export function endsFinished(text: string): boolean {
  return /[.;:!?)»"]\s*$/.test(text)
}
