const NBSP = '\u00A0'

/** Short words that must not end a line: prepositions, conjunctions, negations. */
const clingToNext =
  /(?<=^|[\s(«„"])(а|без|в|во|да|для|до|за|и|из|или|к|ко|на|над|не|ни|но|о|об|обо|от|по|под|при|про|с|со|у|что|как)\s+(?=\S)/giu

/** Particles that must not begin a line. */
const clingToPrevious = /\s+(?=(же|ли|ль|бы|б)(?=[\s.,;:!?)»…]|$))/giu

/** «И.И. Иванов», «И. И. Иванов»: the initials among themselves and with the surname. */
const initialsFirst = /(?<=(?:^|[\s(«])\p{Lu}\.)\s*(\p{Lu}\.)\s*(?=\p{Lu}\p{Ll})/gu
const surnameFirst = /(?<=\p{Lu}\p{Ll}+)\s+(?=\p{Lu}\.\s?\p{Lu}\.)/gu

/** A number with the word it counts, a sign with its number, a dash with the word before it. */
const numberWithWord = /(?<=\d)\s+(?=[\p{L}%])/gu
const signWithNumber = /(?<=[№§])\s*(?=\d)/gu
const dash = /\s+(?=[—–]\s)/gu

/**
 * The same words with spaces that do not break where a line should not: after short prepositions, within names
 * and numbers, before dashes. Changes nothing but spaces, so it suits quoted official words.
 */
export function bindWords(text: string): string {
  return text
    .replace(clingToNext, (_, word: string) => word + NBSP)
    .replace(clingToNext, (_, word: string) => word + NBSP)
    .replace(clingToPrevious, NBSP)
    .replace(initialsFirst, `$1${NBSP}`)
    .replace(surnameFirst, NBSP)
    .replace(numberWithWord, NBSP)
    .replace(signWithNumber, NBSP)
    .replace(dash, NBSP)
}

/** `bindWords` with Russian quotes and dashes in place of typewriter ones, for texts of our own. */
export function typeset(text: string): string {
  return bindWords(
    text
      .replace(/(?<=^|[\s(\[«])"(?=\S)/gu, '«')
      .replace(/"/gu, '»')
      .replace(/(?<=\S)\s+-{1,2}\s+(?=\S)/gu, ' — '),
  )
}
