import { bindWords } from '#content/text/typography.ts'

/**
 * The text as it is set in print: spaces that do not break (`bindWords`), «quotes» and — dashes in place of
 * typewriter ones. Not for quoted official words, which keep their characters: those are only bound.
 */
export function typeset(text: string): string {
  return bindWords(setDashes(setQuotes(text)))
}

function setQuotes(text: string): string {
  return text.includes('"') ? text.replace(/(?<=^|[\s([«])"(?=\S)/gu, '«').replaceAll('"', '»') : text
}

function setDashes(text: string): string {
  return text.includes('-') ? text.replace(/(?<=\S)\s+-{1,2}\s+(?=\S)/gu, ' — ') : text
}
