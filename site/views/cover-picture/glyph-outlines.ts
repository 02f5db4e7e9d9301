import cyrillic from '@fontsource-variable/golos-text/files/golos-text-cyrillic-wght-normal.woff2?inline'
import latin from '@fontsource-variable/golos-text/files/golos-text-latin-wght-normal.woff2?inline'
import { create } from 'fontkitten'

/** The outline of a letter, in thousandths of the size of the type. */
export interface Outline {
  /** Path data, the y axis upwards; '' for a space. */
  readonly path: string
  readonly width: number
}

const fonts = [cyrillic, latin].map(openFont)
const outlines = new Map<string, Outline>()

/** The outline of a character in the site's own type; what the type does not have is drawn as a space. */
export function outlineOf(character: string): Outline {
  const known = outlines.get(character)
  if (known !== undefined) return known
  const point = character.codePointAt(0) ?? 0
  const font = fonts.find((one) => one.hasGlyphForCodePoint(point))
  const [glyph] = font?.glyphsForString(character) ?? []
  const outline = glyph === undefined ? SPACE : { path: glyph.path.toSVG(), width: glyph.advanceWidth }
  outlines.set(character, outline)
  return outline
}

/** How wide a text is, in thousandths of the size of the type. */
export function widthOf(text: string): number {
  return Array.from(text, (character) => outlineOf(character).width).reduce((sum, width) => sum + width, 0)
}

const SPACE: Outline = { path: '', width: 260 }

function openFont(inlined: string) {
  const font = create(Buffer.from(inlined.slice(inlined.indexOf(',') + 1), 'base64'))
  if (font.isCollection) throw new TypeError('One font was expected, not a collection')
  return font
}
