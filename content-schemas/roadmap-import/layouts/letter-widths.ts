/** Letters of the usual book face by their width in hundredths of the type's size; the others are half of it wide. */
const WIDTHS: readonly (readonly [number, string])[] = [
  [24, ' .,'],
  [28, ':;/ijlt'],
  [34, "()-!frI'"],
  [38, 'sJ'],
  [40, 'гз"'],
  [44, 'аестэёacez?'],
  [47, 'ьявк'],
  [54, 'ийнпц'],
  [57, 'РБГЬFPS'],
  [60, 'ЕТЁELTZ'],
  [65, 'мфЧВКСЭЯBCR'],
  [69, 'жыДЛУЪ'],
  [72, 'АИЙНОПХЦюwADGHKNOQUVXY'],
  [77, 'шщm'],
  [80, 'Ф'],
  [88, 'МЫЖM'],
  [95, '№W'],
  [101, 'ШЩЮ—'],
]
export const USUAL_WIDTH = 50
const BY_LETTER = new Map(
  WIDTHS.flatMap(([width, letters]) => letters.split('').map((letter): [string, number] => [letter, width])),
)

/** How wide words are printed, in hundredths of the type's size. */
export function printedWidth(words: string): number {
  let width = 0
  for (const letter of words) width += BY_LETTER.get(letter) ?? USUAL_WIDTH
  return width
}

/** How wide words are where all letters are of one width, in the same measure. */
export function typedWidth(words: string): number {
  return words.length * USUAL_WIDTH
}
