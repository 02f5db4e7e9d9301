const LATIN: Readonly<Record<string, string>> = {
  а: 'a',
  б: 'b',
  в: 'v',
  г: 'g',
  д: 'd',
  е: 'e',
  ё: 'e',
  ж: 'zh',
  з: 'z',
  и: 'i',
  й: 'j',
  к: 'k',
  л: 'l',
  м: 'm',
  н: 'n',
  о: 'o',
  п: 'p',
  р: 'r',
  с: 's',
  т: 't',
  у: 'u',
  ф: 'f',
  х: 'h',
  ц: 'c',
  ч: 'ch',
  ш: 'sh',
  щ: 'shch',
  ъ: '',
  ы: 'y',
  ь: '',
  э: 'e',
  ю: 'yu',
  я: 'ya',
  '№': '',
}

/**
 * Latin address of a Russian text: lower case letters, digits and single hyphens, '' when nothing is left.
 * «Курганская область» → `kurganskaya-oblast`. Е and ё give the same letter, so that spellings do not part.
 * The result is cut at a word, to at most `maxLength` characters.
 */
export function transliterate(text: string, maxLength = 96): string {
  const latin = Array.from(text.normalize('NFC').toLowerCase(), (letter) => LATIN[letter] ?? letter).join('')
  const address = latin
    .normalize('NFKD')
    .replaceAll(/[\u0300-\u036F]/g, '')
    .replaceAll(/[^a-z0-9]+/g, '-')
    .replaceAll(/^-+|-+$/g, '')
  if (address.length <= maxLength) return address
  const cut = address.slice(0, maxLength + 1)
  const lastHyphen = cut.lastIndexOf('-')
  return lastHyphen > 0 ? cut.slice(0, lastHyphen) : address.slice(0, maxLength)
}
