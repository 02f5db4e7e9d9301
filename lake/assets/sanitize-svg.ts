import { SaxesParser, type SaxesTagNS } from 'saxes'
import { uploadRefused } from './upload-error.ts'

const SVG = 'http://www.w3.org/2000/svg'
const XLINK = 'http://www.w3.org/1999/xlink'
const XML = 'http://www.w3.org/XML/1998/namespace'

const MAX_ELEMENTS = 50_000
const MAX_DEPTH = 200
const DEFAULT_SIDE = 300

// Drawing only: no scripts, no foreign content, no links, no animation (which could set a link later).
const ELEMENTS = new Set(
  (
    'svg g defs symbol use switch title desc path rect circle ellipse line polyline polygon text tspan textPath ' +
    'linearGradient radialGradient stop clipPath mask pattern marker image style filter feBlend feColorMatrix ' +
    'feComponentTransfer feComposite feConvolveMatrix feDiffuseLighting feDisplacementMap feDistantLight ' +
    'feDropShadow feFlood feFuncA feFuncB feFuncG feFuncR feGaussianBlur feMerge feMergeNode feMorphology feOffset ' +
    'fePointLight feSpecularLighting feSpotLight feTile feTurbulence'
  ).split(' '),
)

const RASTER_DATA = /^data:image\/(png|jpe?g|webp|gif);base64,[A-Za-z0-9+/=\s]*$/

export interface SanitizedSvg {
  text: string
  width: number
  height: number
}

/**
 * Keeps what draws and drops what acts: scripts, event handlers, links, foreign content, animation and everything that
 * is loaded from elsewhere. The result is well-formed, and cleaning it again changes nothing.
 * @throws LakeError 400 with a Russian message when the text is no well-formed SVG
 */
export function sanitizeSvg(source: string): SanitizedSvg {
  const parser = new SaxesParser({ xmlns: true })
  const output: string[] = []
  const open: string[] = []
  const sizes: Size[] = []
  // Judged whole, as `u` and `rl(` may arrive in two pieces.
  let style = ''
  let skipped = 0
  let elements = 0

  parser.on('error', (error) => {
    throw uploadRefused(`Это не картинка или повреждённый SVG: ${error.message}`)
  })
  parser.on('opentag', (tag) => {
    elements += 1
    if (elements > MAX_ELEMENTS || open.length > MAX_DEPTH) {
      throw uploadRefused('Рисунок SVG слишком сложный. Сохраните его как PNG.')
    }
    if (sizes.length === 0) sizes.push(readSize(tag))
    // What a link surrounds is drawn, but leads nowhere.
    const name = tag.local === 'a' ? 'g' : tag.local
    if (skipped > 0 || tag.uri !== SVG || !ELEMENTS.has(name) || open.at(-1) === 'style') {
      skipped += 1
      return
    }
    const namespaces = open.length === 0 ? ` xmlns="${SVG}" xmlns:xlink="${XLINK}"` : ''
    output.push(`<${name}${namespaces}${writeAttributes(tag)}>`)
    open.push(name)
  })
  parser.on('closetag', () => {
    if (skipped > 0) {
      skipped -= 1
      return
    }
    const name = open.pop() ?? ''
    if (name === 'style') output.push(isHarmlessStyle(style) ? escapeText(style) : '')
    style = ''
    output.push(`</${name}>`)
  })
  const writeText = (text: string) => {
    if (skipped > 0 || open.length === 0) return
    if (open.at(-1) === 'style') style += text
    else output.push(escapeText(text))
  }
  parser.on('text', writeText)
  parser.on('cdata', writeText)

  parser.write(source).close()
  const [size] = sizes
  if (!size) throw uploadRefused('Это не картинка.')
  return { text: output.join(''), ...size }
}

interface Size {
  width: number
  height: number
}

function readSize(root: SaxesTagNS): Size {
  if (root.uri !== SVG || root.local !== 'svg')
    throw uploadRefused('Это не картинка: внутри нет рисунка SVG.')
  const box = (root.attributes['viewBox']?.value ?? '')
    .trim()
    .split(/[\s,]+/)
    .map(Number)
  const read = (name: string, fallback: number | undefined) => {
    const length = /^\s*(\d+(?:\.\d+)?)\s*(?:px)?\s*$/.exec(root.attributes[name]?.value ?? '')?.[1]
    const side = Math.round(Number(length ?? fallback ?? DEFAULT_SIDE))
    return side >= 1 && side <= 99_999 ? side : DEFAULT_SIDE
  }
  return { width: read('width', box[2]), height: read('height', box[3]) }
}

function writeAttributes(tag: SaxesTagNS): string {
  return Object.values(tag.attributes)
    .map(({ uri, local, value }) => {
      if (uri === XLINK && local === 'href')
        return isHarmlessLink(tag.local, value) ? ['xlink:href', value] : null
      if (uri === XML && local === 'space') return ['xml:space', value]
      if (uri !== '' || local === 'xmlns' || /^on/i.test(local)) return null
      if (local === 'href') return isHarmlessLink(tag.local, value) ? ['href', value] : null
      return isHarmlessStyle(value) ? [local, value] : null
    })
    .filter((attribute) => attribute !== null)
    .map(([name = '', value = '']) => ` ${name}="${escapeAttribute(value)}"`)
    .join('')
}

/** Only to a part of the same drawing, or a picture that is written out in it. */
function isHarmlessLink(element: string, target: string): boolean {
  return /^#[^\s]+$/.test(target) || (element === 'image' && RASTER_DATA.test(target))
}

/** Loads nothing: every `url()` stays inside the drawing, and nothing is hidden by escapes. */
function isHarmlessStyle(css: string): boolean {
  const urls = css.match(/url\s*\(\s*["']?[^)]?/gi) ?? []
  return (
    urls.every((url) => url.endsWith('#')) &&
    !/@import|image-set|javascript:|expression\s*\(|-moz-binding|behavior\s*:|[\\]/i.test(css)
  )
}

function escapeText(text: string): string {
  return text
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('\r', '&#13;')
}

function escapeAttribute(text: string): string {
  return escapeText(text).replaceAll('"', '&quot;').replaceAll('\n', '&#10;').replaceAll('\t', '&#9;')
}
