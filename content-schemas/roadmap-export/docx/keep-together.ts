/** Words with spaces that do not break inside a name and a number: «Иванова М.П.», «№ 3», «2026 год». */
export function keepTogether(words: string): string {
  return words
    .replaceAll(/(?<=\p{Lu}\p{Ll}+) (?=\p{Lu}\.\s?\p{Lu}\.)/gu, '\u00A0')
    .replaceAll(/(?<=№) (?=\d)/g, '\u00A0')
    .replaceAll(/(?<=\d{4}) (?=[–—-] \d{4}|г|уч)/g, '\u00A0')
}
