/** Latin letters that look like Cyrillic ones, whatever the typeface. */
export const SAME_SHAPE: Readonly<Record<string, string>> = {
  A: 'А',
  B: 'В',
  C: 'С',
  E: 'Е',
  H: 'Н',
  K: 'К',
  M: 'М',
  O: 'О',
  P: 'Р',
  T: 'Т',
  X: 'Х',
  Y: 'У',
  a: 'а',
  c: 'с',
  e: 'е',
  k: 'к',
  o: 'о',
  p: 'р',
  x: 'х',
  y: 'у',
}

/** Letters that are taken for Cyrillic ones only where a known word comes out. */
const SIMILAR_SHAPE: Readonly<Record<string, string>> = {
  b: 'в',
  h: 'н',
  m: 'м',
  n: 'п',
  r: 'г',
  t: 'т',
  u: 'и',
}

/**
 * A word of Cyrillic and Latin letters («Cентябрь» begun with a Latin C) in Cyrillic letters only; null when the word
 * is of one alphabet, or its Latin letters look like nothing Cyrillic.
 */
export function inCyrillic(word: string, isWord: (folded: string) => boolean): string | null {
  const latin = word.match(/[a-z]/gi)?.length ?? 0
  const cyrillic = word.match(/[а-яё]/gi)?.length ?? 0
  if (latin === 0 || cyrillic === 0) return null
  const strict = replaceLetters(word, SAME_SHAPE)
  if (!/[a-z]/i.test(strict) && cyrillic >= latin) return strict
  const loose = replaceLetters(strict, SIMILAR_SHAPE)
  return !/[a-z]/i.test(loose) && isWord(loose.toLowerCase().replaceAll('ё', 'е')) ? loose : null
}

function replaceLetters(word: string, letters: Readonly<Record<string, string>>): string {
  return word.replaceAll(/[a-z]/gi, (letter) => letters[letter] ?? letter)
}
