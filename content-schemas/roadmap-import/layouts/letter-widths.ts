/** Letters by their width in hundredths of the type's size, as usual book faces have them. */
const WIDTHS: readonly (readonly [number, string])[] = [
  [27, "іijlt.,:;()'|!-/ ftrI"],
  [42, 'гтсзеэкхчяьбуsczkvxy«»'],
  [70, 'жмшщюыфЭГЕЗБВРСТУЧЯЛАКПНИЙЦOAXNDH'],
  [88, 'ШЩЖЮФМW№ДО'],
]
const USUAL = 50
const CAPITAL = 68
const BY_LETTER = new Map(
  WIDTHS.flatMap(([width, letters]) => letters.split('').map((letter): [string, number] => [letter, width])),
)

/** About how wide words are printed, in hundredths of the type's size. */
export function widthOf(words: string): number {
  let width = 0
  for (const letter of words) width += BY_LETTER.get(letter) ?? (/\p{Lu}/u.test(letter) ? CAPITAL : USUAL)
  return width
}
