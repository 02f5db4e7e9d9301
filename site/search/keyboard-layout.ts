const LATIN = "`qwertyuiop[]asdfghjkl;'zxcvbnm,."
const CYRILLIC = 'ёйцукенгшщзхъфывапролджэячсмитьбю'

/** Latin words that people mean as they are. */
const LATIN_WORDS = new Set([
  'pdf',
  'word',
  'excel',
  'vk',
  'zoom',
  'online',
  'it',
  'csv',
  'docx',
  'xlsx',
  'email',
])

const toCyrillic = new Map(Array.from(LATIN, (letter, index) => [letter, CYRILLIC[index] ?? letter]))

/**
 * The words as they would be with the Russian keyboard layout: «yfcnfdybr» → «наставник».
 * @returns null when the text has Cyrillic letters or would not become Russian words
 */
export function repairKeyboardLayout(text: string): string | null {
  const typed = text.toLowerCase()
  if (/[а-яё]/.test(typed) || !/[a-z]/.test(typed) || LATIN_WORDS.has(typed)) return null
  const repaired = Array.from(typed, (letter) => toCyrillic.get(letter) ?? letter).join('')
  const words = repaired.split(/\s+/).filter((word) => word !== '')
  return words.every((word) => /[аеёиоуыэюя]/.test(word) || word.length < 3) ? repaired : null
}
