import { outlineOf, widthOf } from './glyph-outlines.ts'

/** Words on the picture that goes with a link to a page. */
export interface Cover {
  /** What the page is about. */
  readonly title: string
  /** What can be found there. */
  readonly about: string
  /** Whose site it is. */
  readonly site: string
}

/** Size that social networks and messengers expect, pixels. */
export const COVER_SIZE = { width: 1200, height: 630 } as const

const EDGE = 88
const TITLE = { sizes: [84, 72, 60, 52], lines: 4, leading: 1.15, weight: 26 }
const SMALL = { size: 34, leading: 1.35 }

/** The picture as SVG. Letters are drawn as outlines, so that it looks the same on every machine. */
export function drawCover({ title, about, site }: Cover): string {
  const { width, height } = COVER_SIZE
  const size = TITLE.sizes.find((one) => fits(title, one)) ?? TITLE.sizes.at(-1) ?? 52
  const lines = breakLines(title, size).slice(0, TITLE.lines)
  const top = EDGE + 110 + size
  const below = top + (lines.length - 1) * size * TITLE.leading + SMALL.size * 2
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}">`,
    `<rect width="${width}" height="${height}" fill="#fcfbf7"/>`,
    `<rect width="20" height="${height}" fill="#173f7a"/>`,
    `<g transform="translate(${EDGE} ${EDGE - 34}) scale(3)" fill="#173f7a"><path d="M5 14a7 7 0 0 1 14 0z"/><path d="M2.5 16h19a1.5 1.5 0 0 1 0 3h-19a1.5 1.5 0 0 1 0-3z"/></g>`,
    drawLine(site, { x: EDGE + 92, y: EDGE + 16, size: SMALL.size, color: '#173f7a', weight: 24 }),
    ...lines.map((line, index) =>
      drawLine(line, {
        x: EDGE,
        y: top + index * size * TITLE.leading,
        size,
        color: '#1a1d23',
        weight: TITLE.weight,
      }),
    ),
    ...breakLines(about, SMALL.size)
      .slice(0, 2)
      .map((line, index) =>
        drawLine(line, {
          x: EDGE,
          y: below + index * SMALL.size * SMALL.leading,
          size: SMALL.size,
          color: '#535862',
          weight: 0,
        }),
      ),
    '</svg>',
  ].join('')
}

interface LineStyle {
  readonly x: number
  readonly y: number
  readonly size: number
  readonly color: string
  /** How much the strokes are thickened, in thousandths of the size. */
  readonly weight: number
}

function drawLine(text: string, { x, y, size, color, weight }: LineStyle): string {
  let at = 0
  const paths = Array.from(text, (character) => {
    const { path, width } = outlineOf(character)
    const drawn = path === '' ? '' : `<path transform="translate(${at})" d="${path}"/>`
    at += width
    return drawn
  })
  const scale = size / 1000
  return `<g transform="translate(${round(x)} ${round(y)}) scale(${scale} -${scale})" fill="${color}" stroke="${color}" stroke-width="${weight}">${paths.join('')}</g>`
}

function fits(title: string, size: number): boolean {
  const lines = breakLines(title, size)
  return lines.length < TITLE.lines && lines.every((line) => widthOf(line) <= roomFor(size))
}

/** Width of a line in thousandths of the size of the type. */
function roomFor(size: number): number {
  return ((COVER_SIZE.width - 2 * EDGE) / size) * 1000
}

function breakLines(text: string, size: number): string[] {
  const room = roomFor(size)
  const lines: string[] = []
  // Words that typography binds stay together unless that makes a line too long.
  for (const word of text.split(' ')) {
    const last = lines.at(-1)
    const joined = last === undefined ? word : `${last} ${word}`
    if (last === undefined || widthOf(joined) > room) lines.push(word)
    else lines[lines.length - 1] = joined
  }
  return lines.flatMap((line) => (widthOf(line) > room ? line.split('\u00A0') : [line]))
}

function round(value: number): number {
  return Math.round(value * 100) / 100
}
