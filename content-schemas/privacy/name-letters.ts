/** Marks that stand between letters unseen: soft hyphens, zero-width characters, accents. */
export const GAP = '[\\u00AD\\u200B-\\u200D\\u2060\\uFEFF\\p{M}]*'

/** A gap in which a narrow column may have broken the word. */
export const BREAK = `${GAP}(?:[-‐‑]?\\s{1,3}${GAP})?`

/** Latin letters that look like Cyrillic ones and slip into documents. */
const LOOK_ALIKE: Readonly<Record<string, string>> = {
  a: 'а',
  b: 'в',
  c: 'с',
  e: 'е',
  h: 'н',
  k: 'к',
  m: 'м',
  o: 'о',
  p: 'р',
  t: 'т',
  x: 'х',
  y: 'у',
}
const LOOKS_LIKE: Readonly<Record<string, string>> = {
  "'": '’ʼ',
  '’': "'ʼ",
  а: 'a',
  е: 'eё',
  ё: 'eе',
  й: 'и',
  к: 'k',
  о: 'o',
  р: 'p',
  с: 'c',
  у: 'y',
  х: 'x',
  А: 'A',
  В: 'B',
  Е: 'EЁ',
  Ё: 'EЕ',
  Й: 'И',
  К: 'K',
  М: 'M',
  Н: 'H',
  О: 'O',
  Р: 'P',
  С: 'C',
  Т: 'T',
  У: 'Y',
  Х: 'X',
}

/** Regular expression source for a letter in either case and every look-alike of it. */
export function matchLetter(letter: string): string {
  const cases = [letter.toLowerCase(), letter.toUpperCase()]
  const letters = cases.flatMap((shape) => [shape, LOOKS_LIKE[shape] ?? '']).join('')
  return `[${letters.replaceAll(/[\\\]^-]/g, String.raw`\$&`)}]`
}

/**
 * Letters of a text alone, made alike: lower case, no accents, ё as е, й as и, Latin look-alikes as Cyrillic.
 * Two shapes of one name fold to texts that have the stem of the surname in common.
 */
export function foldText(text: string): string {
  return text
    .normalize('NFKD')
    .toLowerCase()
    .replaceAll(/[^\p{L}]+/gu, '')
    .replaceAll(/[abcehkmoptxy]/g, (letter) => LOOK_ALIKE[letter] ?? letter)
}
